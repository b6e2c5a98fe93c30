import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { FileKind } from './file-kind.ts';
import { clearHistory } from './history.ts';

/**
 * Brings an open file to the shape of the last migration, in one transaction. A file that holds something is copied first, beside itself,
 * as `name.before-vN` with its kind's ending, as encrypted as it is. Undo does not reach over a migration: the history is cleared.
 */
export function migrate(db: Database, path: string, { migrations, ending, undo }: FileKind): void {
	const from = db.pragma('user_version', { simple: true }) as number;
	const to = migrations.length;
	if (from === to) return;
	// Through the database, not the file system: to open and close the file here would give up the lock on it.
	if (from > 0) db.prepare('VACUUM INTO ?').run(freeName(path, `.before-v${to}`, ending));
	// A table whose shape changes is made anew and takes the old one's name: what refers to it must not go with the old one.
	db.pragma('foreign_keys = OFF');
	try {
		db.transaction(() => {
			for (const migration of migrations.slice(from)) db.exec(migration.sql);
			if (from > 0 && undo) clearHistory(db);
			db.pragma(`user_version = ${to}`);
		}).exclusive();
	} finally {
		db.pragma('foreign_keys = ON');
	}
	// What the old shape took is given back.
	if ((db.pragma('freelist_count', { simple: true }) as number) > 0) db.exec('VACUUM');
}

function freeName(path: string, addition: string, ending: string): string {
	const start = `${path.endsWith(ending) ? path.slice(0, -ending.length) : path}${addition}`;
	for (let number = 1; ; number++) {
		const name = `${start}${number > 1 ? `-${number}` : ''}${ending}`;
		if (!existsSync(name)) return name;
	}
}
