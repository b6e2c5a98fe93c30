import Database from 'better-sqlite3';
import { readyConnection } from './connect.ts';
import { applicationId } from './head.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { placeWhole } from './place.ts';

interface CreateOptions {
	passphrase?: string | undefined;
	/** Puts in what every project has: its one row. */
	fill: (db: Database.Database) => void;
}

/**
 * Makes a project file. It stands at `path` whole or not at all, whatever happens on the way.
 * @throws AppError FILE_EXISTS, FILE_NOT_WRITABLE, and whatever `fill` throws
 */
export function createStore(path: string, { passphrase, fill }: CreateOptions): void {
	placeWhole(path, (temporary) => {
		const db = openNew(temporary);
		try {
			readyConnection(db, passphrase);
			db.pragma(`application_id = ${applicationId}`);
			migrate(db, temporary, migrations);
			db.transaction(() => fill(db)).immediate();
		} finally {
			db.close();
		}
	});
}

function openNew(path: string): Database.Database {
	try {
		return new Database(path);
	} catch (error) {
		// The driver refuses a missing folder with an error of its own, without a code.
		throw Object.assign(new Error('cannot be made', { cause: error }), { code: 'SQLITE_CANTOPEN' });
	}
}
