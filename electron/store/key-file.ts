import { randomUUID } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';
import { keyOf } from './connect.ts';
import { checkNewPassphrase, createStore } from './create.ts';
import type { FileKind } from './file-kind.ts';
import { keyMigrations } from './key-migrations/all.ts';
import { openFile, type Store } from './open.ts';

/**
 * The file beside a project that holds what must not lie in it: the private halves of rounds' keys, and names and addresses. Always
 * encrypted, with a passphrase of its own. Its changes are no undo steps: what is added stays, so that nothing a project can be taken back
 * to lacks its key.
 */
export interface KeyFile extends Store {
	readonly uid: string;
	/** The project that it was made for. */
	readonly projectUid: string;
}

/** A key file: "UNKY". */
export const keyFile: FileKind = {
	applicationId: 0x55_4e_4b_59,
	ending: '.nyckel',
	of: 'keys',
	foreign: 'FILE_NOT_KEYS',
	soleRow: 'key_file',
	migrations: keyMigrations,
	undo: false,
};

/**
 * Makes a key file for a project and opens it. Whole or not at all.
 * @param now instant, ISO 8601 in UTC
 * @throws AppError FILE_EXISTS, FILE_NOT_WRITABLE, PASSPHRASE_SHORT
 */
export function createKeyFile(
	path: string,
	passphrase: string,
	{ projectUid, now }: { projectUid: string; now: string },
): KeyFile {
	const insert = 'INSERT INTO key_file (id, uid, project_uid, created_at) VALUES (1, ?, ?, ?)';
	const fill = (db: Store['db']) => void db.prepare(insert).run(randomUUID(), projectUid, now);
	createStore(path, { passphrase, fill }, keyFile);
	return openKeyFile(path, passphrase);
}

/**
 * Opens a key file, brings it to today's shape (after a copy), and keeps it for this process alone.
 * @throws AppError FILE_NOT_FOUND, FILE_NOT_WRITABLE, FILE_NOT_KEYS, FILE_DAMAGED, FILE_NEWER, FILE_IN_USE, PASSPHRASE_NEEDED
 */
export function openKeyFile(path: string, passphrase: string): KeyFile {
	const store = openFile(path, keyFile, { passphrase });
	if (!store.encrypted) {
		store.close();
		throw new AppError('FILE_NOT_KEYS', { path });
	}
	const row = store.db.prepare('SELECT uid, project_uid AS projectUid FROM key_file').get();
	return { ...store, ...(row as Pick<KeyFile, 'uid' | 'projectUid'>) };
}

/**
 * Encrypts an open key file anew, with another passphrase. Whole or not at all, as any change of it.
 * @throws AppError PASSPHRASE_SHORT
 */
export function changePassphrase({ db }: KeyFile, passphrase: string): void {
	checkNewPassphrase(passphrase, keyFile);
	db.pragma(`hexrekey = '${keyOf(passphrase)}'`);
}

/**
 * The open key file, for a call that cannot do without it.
 * @throws AppError KEYS_NEEDED
 */
export function neededKeys({ db, keys }: { db: Store['db']; keys: KeyFile | null }): KeyFile {
	if (keys) return keys;
	const made = db.prepare('SELECT key_uid IS NOT NULL FROM project').pluck().get() === 1;
	throw new AppError('KEYS_NEEDED', { made });
}
