import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { asFileError } from './file-errors.ts';

/**
 * Has `make` write a file under another name in the folder of `path`, and puts it at `path` once it is whole. Nothing is left behind where
 * `make` fails, and a file that is there is never replaced.
 * @throws AppError FILE_EXISTS, FILE_NOT_WRITABLE, and whatever `make` throws
 */
export function placeWhole(path: string, make: (temporary: string) => void): void {
	if (existsSync(path)) throw new AppError('FILE_EXISTS', { path });
	const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}`);
	try {
		make(temporary);
		putAt(temporary, path);
		flushFolder(dirname(path));
	} catch (error) {
		throw (error as { code?: string }).code === 'EEXIST'
			? new AppError('FILE_EXISTS', { path }, error)
			: (asFileError(error, path) ?? error);
	} finally {
		for (const end of ['', '-journal']) rmSync(`${temporary}${end}`, { force: true });
	}
}

function putAt(temporary: string, path: string): void {
	try {
		// Unlike a rename, this fails where another program has just made a file of the name.
		linkSync(temporary, path);
		unlinkSync(temporary);
	} catch (error) {
		// A memory stick or a network folder may know no links.
		if (!/^(EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EINVAL|EMLINK|UNKNOWN)$/.test((error as { code?: string }).code ?? ''))
			throw error;
		if (existsSync(path)) throw new AppError('FILE_EXISTS', { path });
		renameSync(temporary, path);
	}
}

/** Makes the new name last through a loss of power. Windows has no such call, and needs none. */
function flushFolder(folder: string): void {
	if (process.platform === 'win32') return;
	const handle = openSync(folder, 'r');
	fsyncSync(handle);
	closeSync(handle);
}
