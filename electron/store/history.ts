import type { Database } from 'better-sqlite3';

/**
 * Undo without code of its own in any command. While a step is open, temporary triggers on every table note how to take each change
 * back: for an insert the row's number (runs of numbers as one range, so that a bulk insert costs one row), for an update or delete the
 * row as it was. Taking a step back applies the notes last first, and is itself noted: those notes are the redo.
 */
const own = new Set(['history_step', 'history_change', 'history_open']);

/** Steps kept. The oldest go when there are more. */
const kept = 2000;

interface Column {
	name: string;
	type: string;
	pk: number;
}
interface Change {
	id: number;
	tbl: string;
	op: 'i' | 'u' | 'd';
	first: number;
	last: number;
	before: string | null;
}
export interface Step {
	id: number;
	call: string;
	at: string;
}

/** The tables of the project's content, in order of name. */
export function contentTables(db: Database): string[] {
	return db
		.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
		.pluck()
		.all()
		.filter((name): name is string => typeof name === 'string' && !own.has(name));
}

function columnsOf(db: Database, table: string): Column[] {
	return db.pragma(`table_info(${table})`) as Column[];
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Lays the triggers on an open file. They are temporary: they live as long as the connection and leave no trace in the file. */
export function watchChanges(db: Database): void {
	for (const table of contentTables(db)) {
		const columns = columnsOf(db, table);
		const key = columns.find((column) => column.pk === 1 && column.type === 'INTEGER');
		if (!key) throw new Error(`table ${table} has no INTEGER PRIMARY KEY`);
		const before = `json_object(${columns
			.map((c) => `'${c.name}', ${c.type === 'BLOB' ? `hex(old.${quoted(c.name)})` : `old.${quoted(c.name)}`}`)
			.join(', ')})`;
		const k = quoted(key.name);
		const open = '(SELECT step_id FROM main.history_open)';
		const note = (op: string, row: string, value: string) =>
			`INSERT INTO history_change (step_id, tbl, op, first, last, before) VALUES (${open}, '${table}', '${op}', ${row}.${k}, ${row}.${k}, ${value});`;
		const last = '(SELECT max(id) FROM main.history_change)';
		const follows = `id = ${last} AND step_id = ${open} AND tbl = '${table}' AND op = 'i'`;
		db.exec(`
CREATE TEMP TRIGGER "note_i_${table}" AFTER INSERT ON main."${table}" WHEN ${open} IS NOT NULL BEGIN
	INSERT INTO history_change (step_id, tbl, op, first, last, before)
		SELECT ${open}, '${table}', 'i', new.${k}, new.${k} - 1, NULL
		WHERE NOT EXISTS (SELECT 1 FROM main.history_change WHERE ${follows} AND last = new.${k} - 1);
	UPDATE history_change SET last = new.${k} WHERE ${follows} AND last = new.${k} - 1;
END;
CREATE TEMP TRIGGER "note_u_${table}" AFTER UPDATE ON main."${table}" WHEN ${open} IS NOT NULL BEGIN ${note('u', 'new', before)} END;
CREATE TEMP TRIGGER "note_d_${table}" AFTER DELETE ON main."${table}" WHEN ${open} IS NOT NULL BEGIN ${note('d', 'old', before)} END;
`);
	}
}

function openStep(db: Database, call: string, at: string, undone: 0 | 1): number {
	const { lastInsertRowid } = db
		.prepare('INSERT INTO history_step (call, at, undone) VALUES (?, ?, ?)')
		.run(call, at, undone);
	db.prepare('INSERT INTO history_open (step_id) VALUES (?)').run(lastInsertRowid);
	return Number(lastInsertRowid);
}

/**
 * Runs `work` in one transaction as one undo step. A step that changed nothing is not kept, and then what could be redone still can.
 * @throws whatever `work` throws, after everything is as it was
 */
export function runStep<T>(db: Database, call: string, at: string, work: () => T): T {
	return db
		.transaction(() => {
			const step = openStep(db, call, at, 0);
			const result = work();
			if (result instanceof Promise) throw new Error(`${call}: a transaction cannot wait`);
			db.prepare('DELETE FROM history_open').run();
			const changed = db.prepare('SELECT 1 FROM history_change WHERE step_id = ? LIMIT 1').get(step);
			if (changed) {
				db.prepare('DELETE FROM history_step WHERE undone = 1').run();
				db.prepare('DELETE FROM history_step WHERE id <= ?').run(step - kept);
			} else {
				db.prepare('DELETE FROM history_step WHERE id = ?').run(step);
			}
			return result;
		})
		.immediate();
}

/** The step that `undo` would take back next (the newest done), or that `redo` would do again (the last undone). */
export function nextStep(db: Database, direction: 'undo' | 'redo'): Step | null {
	const row = db
		.prepare(`SELECT id, call, at FROM history_step WHERE undone = ? ORDER BY id DESC LIMIT 1`)
		.get(direction === 'undo' ? 0 : 1);
	return (row as Step | undefined) ?? null;
}

/** How many steps can be undone and redone. */
export function countSteps(db: Database): { done: number; undone: number } {
	return db
		.prepare(
			'SELECT count(*) FILTER (WHERE undone = 0) AS done, count(*) FILTER (WHERE undone = 1) AS undone FROM history_step',
		)
		.get() as { done: number; undone: number };
}

/** Takes the next step back (or does it again), in one transaction. @returns the step, or null where there is none */
export function moveInHistory(db: Database, direction: 'undo' | 'redo'): Step | null {
	return db
		.transaction(() => {
			const step = nextStep(db, direction);
			if (!step) return null;
			const changes = db
				.prepare('SELECT id, tbl, op, first, last, before FROM history_change WHERE step_id = ? ORDER BY id DESC')
				.all(step.id) as Change[];
			db.pragma('defer_foreign_keys = ON');
			openStep(db, step.call, step.at, direction === 'undo' ? 1 : 0);
			for (const change of changes) takeBack(db, change);
			db.prepare('DELETE FROM history_open').run();
			db.prepare('DELETE FROM history_step WHERE id = ?').run(step.id);
			return step;
		})
		.immediate();
}

/** Forgets every step, so that what the file holds now is where undo ends. For a file that was made and not worked in. */
export function clearHistory(db: Database): void {
	db.prepare('DELETE FROM history_step').run();
}

function takeBack(db: Database, change: Change): void {
	const columns = columnsOf(db, change.tbl);
	const table = quoted(change.tbl);
	const key = quoted(columns.find((column) => column.pk === 1)?.name ?? 'id');
	if (change.op === 'i') {
		db.prepare(`DELETE FROM ${table} WHERE ${key} BETWEEN ? AND ?`).run(change.first, change.last);
		return;
	}
	const value = (c: Column) =>
		c.type === 'BLOB' ? `unhex(json_extract(@before, '$.${c.name}'))` : `json_extract(@before, '$.${c.name}')`;
	const before = { before: change.before };
	if (change.op === 'u') {
		const set = columns.map((c) => `${quoted(c.name)} = ${value(c)}`).join(', ');
		db.prepare(`UPDATE ${table} SET ${set} WHERE ${key} = @first`).run({ ...before, first: change.first });
		return;
	}
	const names = columns.map((c) => quoted(c.name)).join(', ');
	db.prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map(value).join(', ')})`).run(before);
}
