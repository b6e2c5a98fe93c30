import type { Database } from 'better-sqlite3';
import { clearHistory } from './history.ts';

/**
 * Runs `work` in one transaction that cannot be taken back: the history, which holds rows as they were, goes with it. Then the file is
 * written anew, so that no page keeps a rest of what was erased.
 * @throws whatever `work` throws, after everything is as it was
 */
export function eraseForGood<T>(db: Database, work: () => T): T {
	const result = db
		.transaction(() => {
			const done = work();
			if (done instanceof Promise) throw new Error('a transaction cannot wait');
			clearHistory(db);
			return done;
		})
		.immediate();
	db.exec('VACUUM');
	return result;
}

/**
 * Keeps of responses that are to be erased what guards against taking them in again: the random names of answers to forms and from
 * administrators, and nothing of what came from tables, whose ids may be somebody's. @param ids JSON array
 */
export function rememberErased(db: Database, ids: string): void {
	db.prepare(`INSERT INTO erased (round_id, source_key) SELECT round_id, source_key FROM response
		WHERE id IN (SELECT value FROM json_each(?)) AND (source_key LIKE 'form:%' OR source_key LIKE 'admin:%') ORDER BY source_key
		ON CONFLICT DO NOTHING`).run(ids);
}

/** What was erased of a round and is not to come again. @see rememberErased */
export function erasedKeys(db: Database, roundId: number): ReadonlySet<string> {
	return new Set(db.prepare('SELECT source_key FROM erased WHERE round_id = ?').pluck().all(roundId) as string[]);
}
