import type { Database } from 'better-sqlite3';

/** How one table's rows are written down in the history and laid back: SQL and its pieces. */
export interface WatchedTable {
	name: string;
	/** The quoted name of the INTEGER PRIMARY KEY. */
	key: string;
	columns: readonly Column[];
}

interface Column {
	name: string;
	type: string;
	pk: number;
}

const own = new Set(['history_step', 'history_change']);
const known = new WeakMap<Database, ReadonlyMap<string, WatchedTable>>();

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The names of the tables that hold the project's content, in order of name. */
export function contentTables(db: Database): string[] {
	return db
		.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
		.pluck()
		.all()
		.filter((name): name is string => typeof name === 'string' && !own.has(name));
}

/** The content tables by name, read once per connection. @throws Error for a table that the history cannot follow */
export function watchedTables(db: Database): ReadonlyMap<string, WatchedTable> {
	const found = known.get(db) ?? new Map(contentTables(db).map((name) => [name, describe(db, name)]));
	known.set(db, found);
	return found;
}

function describe(db: Database, name: string): WatchedTable {
	const columns = db.pragma(`table_info(${quoted(name)})`) as Column[];
	const key = columns.find((column) => column.pk === 1 && column.type === 'INTEGER');
	if (!key) throw new Error(`table ${name} has no INTEGER PRIMARY KEY`);
	const odd = columns.find((column) => !['INTEGER', 'TEXT', 'REAL', 'BLOB'].includes(column.type));
	if (odd) throw new Error(`column ${name}.${odd.name} is of a type that the history cannot keep`);
	return { name, key: quoted(key.name), columns };
}

/** SQL for a row as a JSON array of its values; `row` is "new.", "old." or "". Bytes go as hexadecimal digits. */
export function rowAsJson({ columns }: WatchedTable, row: string): string {
	const value = (c: Column) => {
		const at = `${row}${quoted(c.name)}`;
		// hex(NULL) would be an empty text, and come back as no bytes at all.
		return c.type === 'BLOB' ? `CASE WHEN ${at} IS NULL THEN NULL ELSE hex(${at}) END` : at;
	};
	return `json_array(${columns.map(value).join(', ')})`;
}

/** SQL for the values of a row again, in the table's order, out of such a JSON array. */
export function valuesFromJson({ columns }: WatchedTable, json: string): string[] {
	return columns.map((c, at) => {
		const value = `json_extract(${json}, '$[${at}]')`;
		return c.type === 'BLOB' ? `unhex(${value})` : value;
	});
}
