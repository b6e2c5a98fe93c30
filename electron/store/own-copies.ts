import { closeSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asFileError } from './file-errors.ts';
import { type FileKind, projectFile } from './file-kind.ts';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The copies that the program made of a file of ours before it changed the file's shape (`migrate.ts`): paths, in order of name. */
export function ownCopies(path: string, { ending }: Pick<FileKind, 'ending'> = projectFile): string[] {
	const whole = basename(path);
	const stem = escaped(whole.endsWith(ending) ? whole.slice(0, -ending.length) : whole);
	const name = new RegExp(`^${stem}\\.before-v\\d+(?:-\\d+)?${escaped(ending)}$`);
	const folder = dirname(path);
	return readdirSync(folder)
		.filter((one) => name.test(one))
		.sort()
		.map((one) => join(folder, one));
}

/**
 * Removes a file after writing zeros over it. (A disk that moves its blocks, or a file system that keeps versions, may hold the old ones all the
 * same: only an encrypted project is safe from that.)
 * @throws AppError FILE_NOT_WRITABLE
 */
export function removeForGood(path: string): void {
	try {
		const handle = openSync(path, 'r+');
		try {
			const zeros = new Uint8Array(1 << 20);
			let left = statSync(path).size;
			for (let at = 0; left > 0; ) {
				const written = writeSync(handle, zeros, 0, Math.min(left, zeros.length), at);
				at += written;
				left -= written;
			}
			fsyncSync(handle);
		} finally {
			closeSync(handle);
		}
		rmSync(path);
	} catch (error) {
		throw asFileError(error, path) ?? error;
	}
}
