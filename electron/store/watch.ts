import type { Database } from 'better-sqlite3';
import { quoted, rowAsJson, type WatchedTable, watchedTables } from './tables.ts';

/**
 * The notes of a step: while one is open (a row in the temporary table `history_open`), temporary triggers on every content table note
 * how to take each change back. They live as long as the connection and leave no trace in the file.
 */
export function watchChanges(db: Database): void {
	// `joined`: the step was begun by an earlier call, so that notes of this one may already be there.
	db.exec('CREATE TEMP TABLE history_open (step_id INTEGER NOT NULL, joined INTEGER NOT NULL)');
	for (const table of watchedTables(db).values()) {
		db.exec(insertTrigger(table));
		db.exec(updateTrigger(table));
		db.exec(deleteTrigger(table));
	}
}

/** Opens a step for notes. */
export function openNotes(db: Database, step: number, joined: boolean): void {
	db.prepare('INSERT INTO temp.history_open (step_id, joined) VALUES (?, ?)').run(step, joined ? 1 : 0);
}

export function closeNotes(db: Database): void {
	db.prepare('DELETE FROM temp.history_open').run();
}

/** The step that is open for notes. @throws Error where none is */
export function openStepId(db: Database): number {
	const step = db.prepare('SELECT step_id FROM temp.history_open').pluck().get();
	if (typeof step !== 'number') throw new Error('rows are changed outside a step');
	return step;
}

const open = '(SELECT step_id FROM temp.history_open)';
const last = '(SELECT max(id) FROM main.history_change)';
const triggerName = ({ name }: WatchedTable, op: string) => quoted(`note_${op}_${name}`);

/** A row inserted: a run of numbers is one note, so that the log stays small. */
function insertTrigger(table: WatchedTable): string {
	const row = `new.${table.key}`;
	const follows = `id = ${last} AND step_id = ${open} AND tbl = '${table.name}' AND op = 'i' AND last = ${row} - 1`;
	return `CREATE TEMP TRIGGER ${triggerName(table, 'i')} AFTER INSERT ON main.${quoted(table.name)} WHEN ${open} IS NOT NULL BEGIN
	INSERT INTO history_change (step_id, tbl, op, first, last)
		SELECT ${open}, '${table.name}', 'i', ${row}, ${row} - 1 WHERE NOT EXISTS (SELECT 1 FROM main.history_change WHERE ${follows});
	UPDATE history_change SET last = ${row} WHERE ${follows};
END`;
}

/**
 * A row changed. An update to the same values is none. In a step that goes on (typing), the row as it was is noted already, unless
 * something else than changes of rows came between, or a change of another row of the table: only then would it matter.
 */
function updateTrigger(table: WatchedTable): string {
	const differs = table.columns.map(({ name }) => `old.${quoted(name)} IS NOT new.${quoted(name)}`).join(' OR ');
	const noted = `(SELECT joined FROM temp.history_open) AND EXISTS (
		SELECT 1 FROM main.history_change AS noted
		WHERE noted.id > ${last} - 16 AND noted.step_id = ${open} AND noted.tbl = '${table.name}' AND noted.op = 'u'
			AND noted.first = old.${table.key} AND noted.first = new.${table.key}
			AND NOT EXISTS (
				SELECT 1 FROM main.history_change AS since
				WHERE since.id > noted.id AND (since.op <> 'u' OR (since.tbl = noted.tbl AND since.first <> noted.first))
			)
	)`;
	return `CREATE TEMP TRIGGER ${triggerName(table, 'u')} AFTER UPDATE ON main.${quoted(table.name)} WHEN ${open} IS NOT NULL AND (${differs}) BEGIN
	INSERT INTO history_change (step_id, tbl, op, first, last, before)
		SELECT ${open}, '${table.name}', 'u', new.${table.key}, new.${table.key}, json_array(${rowAsJson(table, 'old.')}) WHERE NOT (${noted});
END`;
}

function deleteTrigger(table: WatchedTable): string {
	return `CREATE TEMP TRIGGER ${triggerName(table, 'd')} AFTER DELETE ON main.${quoted(table.name)} WHEN ${open} IS NOT NULL BEGIN
	INSERT INTO history_change (step_id, tbl, op, first, last, before)
		VALUES (${open}, '${table.name}', 'd', old.${table.key}, old.${table.key}, json_array(${rowAsJson(table, 'old.')}));
END`;
}

/** Runs `work` without the trigger that notes inserts into a table: the caller notes them. */
export function withoutInsertNotes<T>(db: Database, table: WatchedTable, work: () => T): T {
	db.exec(`DROP TRIGGER temp.${triggerName(table, 'i')}`);
	const result = work();
	db.exec(insertTrigger(table));
	return result;
}
