import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import type { importMapCalls } from '#shared/contract/import-map.ts';
import type { ColumnMatch } from '#shared/domain/responses/columns.ts';
import type { Service } from '#shared/domain/responses/layout.ts';
import type { SavedMap } from '#shared/domain/responses/propose.ts';
import type { Handlers } from '../../core/handlers.ts';

interface Row {
	id: number;
	name: string;
	service: Service;
	columns: string;
	at: string;
}

const all = 'SELECT id, name, service, columns, at FROM import_map';

/** The saved matches that a file may fit: all of them, or the one of a name. @throws AppError NOT_FOUND */
export function savedMaps(db: Database, name?: string): SavedMap[] {
	const rows = db.prepare(`${all} ORDER BY at DESC, id DESC`).all() as Row[];
	const wanted = name === undefined ? rows : rows.filter((one) => one.name === name);
	if (name !== undefined && wanted.length === 0) throw new AppError('NOT_FOUND', { what: 'importMap', ref: name });
	return wanted.map(({ name, columns }) => ({ name, columns: JSON.parse(columns) as ColumnMatch[] }));
}

export const importMapHandlers: Handlers<typeof importMapCalls> = {
	'importMap.list': ({ db }) =>
		(db.prepare(`${all} ORDER BY at DESC, id DESC`).all() as Row[]).map((row) => ({
			...row,
			columns: JSON.parse(row.columns) as ColumnMatch[],
		})),
	'importMap.save': ({ db, now }, { name, service, columns }) => {
		const text = JSON.stringify(columns);
		const before = db.prepare('SELECT id FROM import_map WHERE name = ?').pluck().get(name) as number | undefined;
		if (before !== undefined) {
			db.prepare('UPDATE import_map SET service = ?, columns = ?, at = ? WHERE id = ?').run(service, text, now, before);
			return { id: before };
		}
		const { lastInsertRowid } = db
			.prepare('INSERT INTO import_map (name, service, columns, at) VALUES (?, ?, ?, ?)')
			.run(name, service, text, now);
		return { id: Number(lastInsertRowid) };
	},
	'importMap.remove': ({ db }, { id }) => {
		const { changes } = db.prepare('DELETE FROM import_map WHERE id = ?').run(id);
		if (changes === 0) throw new AppError('NOT_FOUND', { what: 'importMap', ref: String(id) });
		return {};
	},
};
