import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { isPassphraseLong, leastPassphrase } from '#shared/domain/project/passphrase.ts';
import { readyConnection } from './connect.ts';
import { type FileKind, projectFile } from './file-kind.ts';
import { migrate } from './migrate.ts';
import { placeWhole } from './place.ts';

interface CreateOptions {
	passphrase?: string | undefined;
	/** Puts in what every file of the kind has: its one row. */
	fill: (db: Database.Database) => void;
}

/**
 * Makes a file, a project where no other kind is given. It stands at `path` whole or not at all, whatever happens on the way.
 * @throws AppError FILE_EXISTS, FILE_NOT_WRITABLE, PASSPHRASE_SHORT, and whatever `fill` throws
 */
export function createStore(path: string, { passphrase, fill }: CreateOptions, kind: FileKind = projectFile): void {
	if (passphrase !== undefined) checkNewPassphrase(passphrase, kind);
	placeWhole(path, (temporary) => {
		const db = openNew(temporary);
		try {
			readyConnection(db, passphrase);
			db.pragma(`application_id = ${kind.applicationId}`);
			migrate(db, temporary, kind);
			db.transaction(() => fill(db)).immediate();
		} finally {
			db.close();
		}
	});
}

/** Holds a new passphrase of a file to the rule. @throws AppError PASSPHRASE_SHORT */
export function checkNewPassphrase(passphrase: string, { of }: FileKind): void {
	if (!isPassphraseLong(passphrase)) throw new AppError('PASSPHRASE_SHORT', { of, least: leastPassphrase });
}

function openNew(path: string): Database.Database {
	try {
		return new Database(path);
	} catch (error) {
		// The driver refuses a missing folder with an error of its own, without a code.
		throw Object.assign(new Error('cannot be made', { cause: error }), { code: 'SQLITE_CANTOPEN' });
	}
}
