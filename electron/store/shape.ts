import Database from 'better-sqlite3';
import type { Migration } from './migrations/migration.ts';

const shapes = new WeakMap<readonly Migration[], string>();

/** The tables and columns and the indexes of a file, as one text. */
function shapeOf(db: Database.Database): string {
	return db
		.prepare(`SELECT group_concat(line, char(10)) FROM (
			SELECT s.type || ' ' || s.name || ' ' || coalesce(c.name, '') AS line
			FROM main.sqlite_schema AS s LEFT JOIN pragma_table_info(s.name) AS c
			WHERE s.name NOT LIKE 'sqlite_%' ORDER BY s.type, s.name, c.name)`)
		.pluck()
		.get() as string;
}

/** Whether a file has the tables, columns and indexes that the migrations make, and no others. */
export function hasShape(db: Database.Database, migrations: readonly Migration[]): boolean {
	let wanted = shapes.get(migrations);
	if (wanted === undefined) {
		const fresh = new Database(':memory:');
		fresh.pragma('foreign_keys = OFF');
		for (const { sql } of migrations) fresh.exec(sql);
		wanted = shapeOf(fresh);
		fresh.close();
		shapes.set(migrations, wanted);
	}
	return shapeOf(db) === wanted;
}
