import type { Database, Statement } from 'better-sqlite3';
import { quoted, rowAsJson, valuesFromJson, watchedTables } from './tables.ts';

/** A note of the history: see the table `history_change`. */
export interface Change {
	id: number;
	tbl: string;
	op: 'i' | 'u' | 'd';
	first: number;
	last: number;
	before: string | null;
}

/** Rows of a deleted range that one note holds. */
const chunk = 500;
/** Notes read at a time: a note may hold a text of megabytes. */
const page = 64;

/**
 * Takes back every change that step `from` notes, last first, and notes under step `to` how to make it again. At each point the content
 * is exactly what it once was, so no reference breaks on the way and no deletion reaches further than its note; that is checked.
 */
export function takeBackStep(db: Database, from: number, to: number): void {
	const read = db.prepare(
		'SELECT id, tbl, op, first, last, before FROM history_change WHERE step_id = ? AND id < ? ORDER BY id DESC LIMIT ?',
	);
	const notes = openNotebook(db, to);
	const replays = new Map<string, Replay>();
	for (let below = Number.MAX_SAFE_INTEGER; ; ) {
		const changes = read.all(from, below, page) as Change[];
		for (const run of runsOf(changes)) {
			const replay = replays.get(run[0].tbl) ?? prepareReplay(db, run[0].tbl);
			replays.set(run[0].tbl, replay);
			if (run[0].op === 'd') layBack(run, replay, notes);
			else takeBack(run[0], replay, notes);
		}
		const oldest = changes.at(-1);
		if (!oldest || changes.length < page) break;
		below = oldest.id;
	}
	notes.end();
}

type Run = [Change, ...Change[]];

/** Rows of one table that were deleted one after another, together; every other change alone. */
function runsOf(changes: readonly Change[]): Run[] {
	const runs: Run[] = [];
	for (const change of changes) {
		const run = runs.at(-1);
		if (change.op === 'd' && run?.[0].op === 'd' && run[0].tbl === change.tbl) run.push(change);
		else runs.push([change]);
	}
	return runs;
}

interface Notebook {
	rows: (op: 'u' | 'd', tbl: string, first: number, last: number, before: string) => void;
	inserted: (tbl: string, first: number, last: number) => void;
	end: () => void;
}

/** Writes notes; rows inserted one under another become one range. */
function openNotebook(db: Database, step: number): Notebook {
	const write = db.prepare(
		'INSERT INTO history_change (step_id, tbl, op, first, last, before) VALUES (?, ?, ?, ?, ?, ?)',
	);
	let run: { tbl: string; first: number; last: number } | null = null;
	const end = () => {
		if (run) write.run(step, run.tbl, 'i', run.first, run.last, null);
		run = null;
	};
	return {
		rows: (op, tbl, first, last, before) => {
			end();
			write.run(step, tbl, op, first, last, before);
		},
		inserted: (tbl, first, last) => {
			if (run?.tbl === tbl && run.first === last + 1) run.first = first;
			else if (run?.tbl === tbl && run.last === first - 1) run.last = last;
			else {
				end();
				run = { tbl, first, last };
			}
		},
		end,
	};
}

interface Replay {
	/** The rows first..last as one JSON array. */
	read: Statement;
	remove: Statement;
	insert: Statement;
	update: Statement;
	/** Rows changed since the connection opened, also by reference. */
	total: Statement;
}

function prepareReplay(db: Database, name: string): Replay {
	const table = watchedTables(db).get(name);
	if (!table) throw new Error(`the history names a table ${name} that is not there`);
	const { key } = table;
	const at = quoted(name);
	const names = table.columns.map((column) => quoted(column.name));
	const values = valuesFromJson(table, "json_extract(@before, '$[0]')");
	return {
		read: db
			.prepare(
				`SELECT json_group_array(json(row)) FROM (SELECT ${rowAsJson(table, '')} AS row FROM ${at} WHERE ${key} BETWEEN @first AND @last ORDER BY ${key})`,
			)
			.pluck(),
		remove: db.prepare(`DELETE FROM ${at} WHERE ${key} BETWEEN @first AND @last`),
		insert: db.prepare(
			`INSERT INTO ${at} (${names.join(', ')}) SELECT ${valuesFromJson(table, 'value').join(', ')} FROM json_each(@before)`,
		),
		update: db.prepare(
			`UPDATE ${at} SET ${names.map((one, index) => `${one} = ${values[index]}`).join(', ')} WHERE ${key} = @first`,
		),
		total: db.prepare('SELECT total_changes()').pluck(),
	};
}

/**
 * Makes deleted rows again, in the order of the notes, by one statement: a removal that reached a million rows by reference has a note for
 * each, and a statement for each would take almost twice as long.
 */
function layBack(run: Run, replay: Replay, notes: Notebook): void {
	const rows = run.reduce((sum, { first, last }) => sum + last - first + 1, 0);
	const before = run.length === 1 ? run[0].before : `[${run.map((change) => change.before?.slice(1, -1)).join()}]`;
	expect(replay, rows, () => replay.insert.run({ before }));
	for (const { tbl, first, last } of run) notes.inserted(tbl, first, last);
}

function takeBack({ tbl, op, first, last, before }: Change, replay: Replay, notes: Notebook): void {
	if (op === 'u') {
		const now = replay.read.get({ first, last: first }) as string;
		expect(replay, 1, () => replay.update.run({ before, first }));
		notes.rows('u', tbl, first, first, now);
	} else {
		// From the end, so that what makes them again goes from the beginning.
		for (let to = last; to >= first; to -= chunk) {
			const from = Math.max(first, to - chunk + 1);
			const rows = replay.read.get({ first: from, last: to }) as string;
			expect(replay, to - from + 1, () => replay.remove.run({ first: from, last: to }));
			notes.rows('d', tbl, from, to, rows);
		}
	}
}

/** Does one thing that must change so many rows and no other, also not by reference. */
function expect(replay: Replay, rows: number, work: () => void): void {
	const before = replay.total.get() as number;
	work();
	if ((replay.total.get() as number) - before !== rows) throw new Error('the history does not fit the content');
}
