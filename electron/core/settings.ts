import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { theme } from '#shared/contract/app.ts';
import { instant, language } from '#shared/contract/basics.ts';

const schema = z.object({
	language: language.catch('sv'),
	theme: theme.catch('auto'),
	recent: z.array(z.object({ path: z.string(), title: z.string(), openedAt: instant })).catch([]),
	/** What codings made here are signed with. */
	coder: z.string().catch(''),
	/** Where key files were last seen on this machine, by their uids. */
	keyFiles: z.array(z.object({ uid: z.string(), path: z.string() })).catch([]),
});
type Values = z.infer<typeof schema>;

const recentKept = 12;
const keyFilesKept = 50;

/** The program's settings: a small file in the data folder, replaced whole at each change. A damaged one is as none. */
export interface Settings {
	get(): Values;
	set(change: Partial<Values>): void;
	/** Puts a project first among the recent ones. */
	touch(path: string, title: string, at: string): void;
	/** Remembers where a key file lies. */
	touchKeys(uid: string, path: string): void;
}

/** Reads the settings of `folder`, which is made at the first change. */
export function openSettings(folder: string): Settings {
	const file = join(folder, 'settings.json');
	let values = schema.parse(readJson(file));
	const set = (change: Partial<Values>) => {
		values = { ...values, ...change };
		mkdirSync(folder, { recursive: true });
		writeFileSync(`${file}.new`, JSON.stringify(values, null, '\t'));
		renameSync(`${file}.new`, file);
	};
	return {
		get: () => values,
		set,
		touch: (path, title, openedAt) =>
			set({
				recent: [{ path, title, openedAt }, ...values.recent.filter((one) => one.path !== path)].slice(0, recentKept),
			}),
		touchKeys: (uid, path) =>
			set({ keyFiles: [{ uid, path }, ...values.keyFiles.filter((one) => one.uid !== uid)].slice(0, keyFilesKept) }),
	};
}

function readJson(file: string): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return {};
	}
}
