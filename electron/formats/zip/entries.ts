import type { Buffer } from 'node:buffer';
import { type Entry, fromBuffer, type ZipFile, type ZipFileOptions } from 'yauzl';

/** Opens a zip by its directory. @throws Error for what is no readable zip, or has names that lead out of it */
export function openZip(buffer: Buffer): Promise<ZipFile> {
	return new Promise((resolve, reject) => {
		fromBuffer(buffer, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) =>
			error ? reject(error) : resolve(zip),
		);
	});
}

/** Its files in the order of the directory. */
export async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
	while (true) {
		const entry = await new Promise<Entry | null>((resolve, reject) => {
			const settle = (act: () => void) => {
				zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
				act();
			};
			zip.once('entry', (one: Entry) => settle(() => resolve(one)));
			zip.once('end', () => settle(() => resolve(null)));
			zip.once('error', (error: Error) => settle(() => reject(error)));
			zip.readEntry();
		});
		if (!entry) return;
		yield entry;
	}
}

/** What is in one of them: unpacked, and held against the size that is stated. */
export function openEntry(
	zip: ZipFile,
	entry: Entry,
	options: Partial<ZipFileOptions> = {},
): Promise<AsyncIterable<Buffer>> {
	return new Promise((resolve, reject) => {
		zip.openReadStream(entry, options, (error, stream) => (error ? reject(error) : resolve(stream)));
	});
}
