import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { placeWhole } from './place.ts';
import { contentTables, quoted } from './tables.ts';

/**
 * Writes a whole copy of an open project to `path`, as encrypted as it is, and reads it again: its structure, and that it has as many rows.
 * @throws AppError FILE_EXISTS, FILE_NOT_WRITABLE; nothing is left at `path` then
 */
export function copyStore(db: Database, path: string): void {
	placeWhole(path, (temporary) => {
		db.prepare('VACUUM INTO ?').run(temporary);
		// Without a key of its own it is opened with this file's.
		db.prepare('ATTACH ? AS copy').run(temporary);
		try {
			if (!isSame(db)) throw new AppError('FILE_NOT_WRITABLE', { path });
		} finally {
			db.exec('DETACH copy');
		}
	});
}

function isSame(db: Database): boolean {
	if (db.pragma('copy.integrity_check(1)', { simple: true }) !== 'ok') return false;
	return contentTables(db).every((table) => {
		const count = (schema: string) =>
			db
				.prepare(`SELECT count(*) FROM ${schema}.${quoted(table)}`)
				.pluck()
				.get();
		return count('main') === count('copy');
	});
}
