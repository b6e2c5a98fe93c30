import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { contentTables, quoted } from '../../../electron/store/tables.ts';

/**
 * All rows of all content tables of a project file as it lies on disk, as one text: equal texts, equal content. For a plain file whose
 * program is between two transactions.
 */
export function contentOf(path: string): string {
	const db = new Database(readFileSync(path));
	try {
		return contentTables(db)
			.map((table) => `${table} ${JSON.stringify(db.prepare(`SELECT * FROM ${quoted(table)} ORDER BY 1`).all())}`)
			.join('\n');
	} finally {
		db.close();
	}
}
