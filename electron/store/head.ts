import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { AppError } from '#shared/contract/errors.ts';
import type { FileKind } from './file-kind.ts';

const magic = 'SQLite format 3\0';
/** The pages of an encrypted file. */
const pageSize = 4096;

/**
 * Looks at a file's first bytes as they lie on disk, before a driver guesses. An encrypted file has no readable head: any file that is
 * even noise from its first byte may be one, and only the passphrase tells.
 * @throws AppError FILE_NOT_FOUND, FILE_DAMAGED, FILE_NEWER, and the kind's own for a file of another kind; a system error where it may not be read
 */
export function readHead(path: string, kind: FileKind): 'plain' | 'encrypted' {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (!stat?.isFile()) throw new AppError('FILE_NOT_FOUND', { path });
	const head = firstBytes(path);
	if (head.toString('latin1', 0, 16) !== magic) {
		const may = new Set(head).size > 240 && (stat.size % pageSize === 0 || path.endsWith(kind.ending));
		if (may) return 'encrypted';
		throw new AppError(isPartOfMagic(head) ? 'FILE_DAMAGED' : kind.foreign, { path });
	}
	if (head.length < 100) throw new AppError('FILE_DAMAGED', { path });
	if (head.readUInt32BE(68) !== kind.applicationId) throw new AppError(kind.foreign, { path });
	const [version, known] = [head.readUInt32BE(60), kind.migrations.length];
	if (version > known) throw new AppError('FILE_NEWER', { path, fileVersion: version, programVersion: known });
	return 'plain';
}

function firstBytes(path: string): Buffer {
	const bytes = Buffer.alloc(pageSize);
	const file = openSync(path, 'r');
	try {
		return bytes.subarray(0, readSync(file, bytes, 0, pageSize, 0));
	} finally {
		closeSync(file);
	}
}

/** A file that was cut off within its first sixteen bytes. */
function isPartOfMagic(head: Buffer): boolean {
	return head.length > 0 && magic.startsWith(head.toString('latin1'));
}
