import { existsSync, realpathSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import type { keysCalls } from '#shared/contract/keys.ts';
import type { Handlers } from '../../core/handlers.ts';
import { changePassphrase, createKeyFile, neededKeys, openKeyFile } from '../../store/key-file.ts';

function projectRow(db: Database): { uid: string; keysUid: string | null } {
	return db.prepare('SELECT uid, key_uid AS keysUid FROM project').get() as { uid: string; keysUid: string | null };
}

export const keysHandlers: Handlers<typeof keysCalls> = {
	'keys.status': ({ db, keys, keysPath }) => {
		const path = keys?.path ?? keysPath;
		const state = keys ? 'open' : projectRow(db).keysUid === null ? 'none' : 'closed';
		// The open file is not to be touched by the file system: closing it there would give up the lock on it.
		return { state, path, exists: state === 'open' || existsSync(path) };
	},
	'keys.create': ({ db, now, keysPath, holdKeys }, { path, passphrase, replace = false }) => {
		const { uid, keysUid } = projectRow(db);
		if (keysUid !== null && !replace) throw new AppError('KEYS_MADE', { path: keysPath });
		const made = createKeyFile(path, passphrase, { projectUid: uid, now });
		holdKeys(made);
		db.prepare('UPDATE project SET key_uid = ?').run(made.uid);
		return { path };
	},
	'keys.open': (context, { path, passphrase }) => {
		const { db, keys, keysPath, holdKeys } = context.project();
		const at = path ?? keysPath;
		if (keys && existsSync(at) && realpathSync(at) === keys.realPath) return { path: keys.path };
		const { keysUid } = projectRow(db);
		// One whose making was undone may still be held.
		if (!keys) holdKeys(null);
		const opened = openKeyFile(at, passphrase);
		if (opened.uid !== keysUid) {
			opened.close();
			throw new AppError('KEYS_WRONG', { path: at });
		}
		holdKeys(opened);
		return { path: at };
	},
	'keys.close': (context) => {
		if (context.store) context.project().holdKeys(null);
		return {};
	},
	'keys.changePassphrase': (context, { passphrase }) => {
		changePassphrase(neededKeys(context.project()), passphrase);
		return {};
	},
};
