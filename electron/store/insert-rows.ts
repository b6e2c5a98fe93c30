import type { Database } from 'better-sqlite3';
import { quoted, watchedTables } from './tables.ts';
import { openStepId, withoutInsertNotes } from './watch.ts';

type Value = string | number | bigint | Uint8Array | null;

/**
 * Inserts many rows into one table inside a command: as fast as without a history, because the rows are noted as ranges of numbers
 * afterwards and not one by one. Rows are arrays in the order of `columns`. @returns the numbers of the first and the last row, which
 * lie without gaps between; null for no rows
 */
export function insertRows(
	db: Database,
	tableName: string,
	columns: readonly string[],
	rows: Iterable<readonly Value[]>,
): { first: number; last: number } | null {
	const table = watchedTables(db).get(tableName);
	if (!table) throw new Error(`no table ${tableName}`);
	const step = openStepId(db);
	const insert = db.prepare(
		`INSERT INTO ${quoted(tableName)} (${[table.key, ...columns.map(quoted)].join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`,
	);
	const first = (db
		.prepare(`SELECT coalesce(max(${table.key}), 0) + 1 FROM ${quoted(tableName)}`)
		.pluck()
		.get() ?? 1) as number;
	let next = first;
	withoutInsertNotes(db, table, () => {
		for (const row of rows) insert.run(next++, ...row);
	});
	if (next === first) return null;
	db.prepare("INSERT INTO history_change (step_id, tbl, op, first, last) VALUES (?, ?, 'i', ?, ?)").run(
		step,
		tableName,
		first,
		next - 1,
	);
	return { first, last: next - 1 };
}
