import type { Database } from 'better-sqlite3';
import { quoted, watchedTables } from './tables.ts';
import { openStepId, withoutInsertNotes } from './watch.ts';

type Value = string | number | bigint | Uint8Array | null;

/** Rows that one statement inserts: each call of the database costs as much as a small row. */
const atOnce = 20;

/**
 * Inserts many rows into one table inside a command: as fast as without a history, because the rows are noted as ranges of numbers
 * afterwards and not one by one. Rows are arrays in the order of `columns`; `common` has the columns that all of them share. @returns the
 * numbers of the first and the last row, which lie without gaps between; null for no rows
 */
export function insertRows(
	db: Database,
	tableName: string,
	columns: readonly string[],
	rows: Iterable<readonly Value[]>,
	common: Readonly<Record<string, Value>> = {},
): { first: number; last: number } | null {
	const table = watchedTables(db).get(tableName);
	if (!table) throw new Error(`no table ${tableName}`);
	const step = openStepId(db);
	const shared = Object.keys(common);
	const named = [table.key, ...[...columns, ...shared].map(quoted)].join(', ');
	const oneRow = `(?${', ?'.repeat(columns.length)}${shared.map((name) => `, @${name}`).join('')})`;
	const prepare = (count: number) =>
		db.prepare(`INSERT INTO ${quoted(tableName)} (${named}) VALUES ${Array(count).fill(oneRow).join(', ')}`);
	const first = (db
		.prepare(`SELECT coalesce(max(${table.key}), 0) + 1 FROM ${quoted(tableName)}`)
		.pluck()
		.get() ?? 1) as number;
	let next = first;
	withoutInsertNotes(db, table, () => {
		const many = prepare(atOnce);
		let waiting: Value[] = [];
		let count = 0;
		for (const row of rows) {
			waiting.push(next++, ...row);
			if (++count < atOnce) continue;
			many.run(waiting, common);
			waiting = [];
			count = 0;
		}
		if (count > 0) prepare(count).run(waiting, common);
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
