import type { Database } from 'better-sqlite3';
import { takeBackStep } from './take-back.ts';
import { closeNotes, openNotes } from './watch.ts';

/**
 * Undo without code of its own in any command. What is noted, and how: `watch.ts`. Taking a step back (`take-back.ts`) notes how to make
 * it again: those notes are the redo.
 */
export interface Step {
	id: number;
	call: string;
	at: string;
}

/** What a history may grow to. The oldest steps go first; the newest stays whatever its size. */
export interface Bounds {
	steps: number;
	/** Bytes of all notes together. */
	size: number;
}
const usualBounds: Bounds = { steps: 1000, size: 64 * 2 ** 20 };

/** Calls that may become one step: at most so long since the newest, and since the first, in milliseconds. */
const mergePause = 10_000;
const mergeWhole = 60_000;

interface StepOptions {
	/** What the call must share with the newest step, beside its name, to become part of it. */
	merge?: string | null;
	bounds?: Bounds;
}

/**
 * Runs `work` in one transaction as one undo step, or as a part of the newest. A step that changed nothing is not kept, and then what
 * could be redone still can.
 * @param at instant, ISO 8601 in UTC
 * @throws whatever `work` throws, after everything is as it was
 */
export function runStep<T>(db: Database, call: string, at: string, work: () => T, options: StepOptions = {}): T {
	const { merge = null, bounds = usualBounds } = options;
	return db
		.transaction(() => {
			const joined = merge === null ? null : stepToJoin(db, call, at, merge);
			const step = joined ?? makeStep(db, { call, at, merge, undone: 0 });
			const before = newestNote(db);
			openNotes(db, step, joined !== null);
			const result = work();
			if (result instanceof Promise) throw new Error(`${call}: a transaction cannot wait`);
			closeNotes(db);
			// What goes on with a step may need no note of its own.
			if (joined !== null || newestNote(db) !== before) {
				db.prepare('DELETE FROM history_step WHERE undone = 1').run();
				db.prepare('UPDATE history_step SET at = ? WHERE id = ?').run(at, step);
				measure(db, step);
				trim(db, bounds);
			} else {
				db.prepare('DELETE FROM history_step WHERE id = ?').run(step);
			}
			return result;
		})
		.immediate();
}

function makeStep(db: Database, step: { call: string; at: string; merge: string | null; undone: 0 | 1 }): number {
	const { lastInsertRowid } = db
		.prepare('INSERT INTO history_step (call, at, began, merge, undone) VALUES (@call, @at, @at, @merge, @undone)')
		.run(step);
	return Number(lastInsertRowid);
}

/** The newest step, if this call goes on with it: the same thing, soon after, and nothing undone since. */
function stepToJoin(db: Database, call: string, at: string, merge: string): number | null {
	const newest = db
		.prepare('SELECT id, call, at, began, merge, undone FROM history_step ORDER BY id DESC LIMIT 1')
		.get() as { id: number; call: string; at: string; began: string; merge: string | null; undone: number } | undefined;
	if (!newest || newest.undone || newest.call !== call || newest.merge !== merge) return null;
	const now = Date.parse(at);
	const within = (since: string, most: number) => now >= Date.parse(since) && now - Date.parse(since) <= most;
	return within(newest.at, mergePause) && within(newest.began, mergeWhole) ? newest.id : null;
}

/** Notes get rising numbers, so that the newest tells whether there are more than before. */
function newestNote(db: Database): number {
	return (db.prepare('SELECT coalesce(max(id), 0) FROM history_change').pluck().get() ?? 0) as number;
}

function measure(db: Database, step: number): void {
	db.prepare(
		'UPDATE history_step SET size = (SELECT sum(40 + coalesce(octet_length(before), 0)) FROM history_change WHERE step_id = @step) WHERE id = @step',
	).run({ step });
}

function trim(db: Database, bounds: Bounds): void {
	db.prepare(`DELETE FROM history_step WHERE undone = 0 AND id <= (
		SELECT max(id) FROM (
			SELECT id, row_number() OVER newest AS place, sum(size) OVER newest AS size
			FROM history_step WHERE undone = 0 WINDOW newest AS (ORDER BY id DESC)
		) WHERE place > 1 AND (place > @steps OR size > @size))`).run(bounds);
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
			db.pragma('defer_foreign_keys = ON');
			const { call, at } = step;
			const back = makeStep(db, { call, at, merge: null, undone: direction === 'undo' ? 1 : 0 });
			takeBackStep(db, step.id, back);
			measure(db, back);
			db.prepare('DELETE FROM history_step WHERE id = ?').run(step.id);
			return step;
		})
		.immediate();
}

/** Forgets every step, so that what the file holds now is where undo ends. For a file that was made and not worked in. */
export function clearHistory(db: Database): void {
	db.prepare('DELETE FROM history_step').run();
}
