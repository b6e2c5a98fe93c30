import { copyFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { fileVersion, migrations } from './migrations/all.ts';

/**
 * Brings an open file to today's shape, step by step in one transaction. A file that holds something is copied first, beside itself,
 * as `name.before-vN.underlag`. Undo does not reach over a migration: the history is cleared.
 */
export function migrate(db: Database, path: string): void {
	const from = db.pragma('user_version', { simple: true }) as number;
	if (from === fileVersion) return;
	if (from > 0) copyFileSync(path, path.replace(/(\.underlag)?$/, `.before-v${fileVersion}.underlag`));
	db.transaction(() => {
		for (const migration of migrations.slice(from)) db.exec(migration.sql);
		if (from > 0) db.exec('DELETE FROM history_step;');
		db.pragma(`user_version = ${fileVersion}`);
	}).exclusive();
}
