import type { Buffer } from 'node:buffer';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { AppError } from '#shared/contract/errors.ts';

/** Bounds on what a file that is a zip unpacks to, in bytes: its XML parts, everything, and the number of parts. */
export interface ZipBounds {
	xml: number;
	all: number;
	parts: number;
}

/**
 * Unpacks every part of a zip once, keeping nothing, and stops at the bounds. The sizes that a zip states of itself are not believed.
 * Gives the names of its parts.
 * @throws AppError WORKER_LIMIT for one that unpacks to too much; Error for what is no readable zip (another file, encrypted, damaged)
 */
export async function measureZip(name: string, buffer: Buffer, bounds: ZipBounds): Promise<Set<string>> {
	const zip = await openZip(buffer);
	const names = new Set<string>();
	let xml = 0;
	let all = 0;
	try {
		if (zip.entryCount > bounds.parts) throw new AppError('WORKER_LIMIT', { what: 'memory', name });
		for await (const entry of entriesOf(zip)) {
			names.add(entry.fileName);
			if (entry.fileName.endsWith('/')) continue;
			const isXml = /\.(?:xml|rels)$/i.test(entry.fileName);
			for await (const chunk of await openEntry(zip, entry)) {
				all += (chunk as Buffer).length;
				if (isXml) xml += (chunk as Buffer).length;
				if (all > bounds.all || xml > bounds.xml) throw new AppError('WORKER_LIMIT', { what: 'memory', name });
			}
		}
	} finally {
		zip.close();
	}
	return names;
}

function openZip(buffer: Buffer): Promise<ZipFile> {
	return new Promise((resolve, reject) => {
		fromBuffer(buffer, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) =>
			error ? reject(error) : resolve(zip),
		);
	});
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
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

function openEntry(zip: ZipFile, entry: Entry): Promise<AsyncIterable<unknown>> {
	return new Promise((resolve, reject) => {
		zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
	});
}
