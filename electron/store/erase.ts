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
