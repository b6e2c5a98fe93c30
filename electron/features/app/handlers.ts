import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { appCalls } from '#shared/contract/app.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '../../core/handlers.ts';
import { kioskRound } from '../../store/kiosk.ts';

export const appHandlers: Handlers<typeof appCalls> = {
	'app.status': ({ ports, settings, store }) => {
		const { language, theme, recent } = settings.get();
		return {
			version: ports.version,
			language,
			theme,
			recent: recent.map((one) => ({ ...one, exists: existsSync(one.path) })),
			project: store && {
				path: store.path,
				title: store.db.prepare('SELECT title FROM project').pluck().get() as string,
				encrypted: store.encrypted,
				kiosk: kioskRound(store.db) !== null,
			},
		};
	},
	'app.configure': ({ settings }, change) => {
		settings.set(change);
		return {};
	},
	'app.forgetRecent': ({ settings }, { path }) => {
		settings.set({ recent: settings.get().recent.filter((one) => one.path !== path) });
		return {};
	},
	'app.listFolder': ({ ports }, input) => {
		const path = resolve(input.path ?? ports.documentsFolder);
		if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new AppError('FILE_NOT_FOUND', { path });
		return { path, trail: trailOf(path), entries: entriesOf(path) };
	},
};

function trailOf(path: string): { name: string; path: string }[] {
	const parent = dirname(path);
	return parent === path ? [{ name: path, path }] : [...trailOf(parent), { name: basename(path), path }];
}

function entriesOf(folder: string) {
	const found: { name: string; path: string; kind: 'folder' | 'project' }[] = [];
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.name.startsWith('.')) continue;
		if (entry.isDirectory()) found.push({ name: entry.name, path, kind: 'folder' });
		else if (entry.name.endsWith('.underlag')) found.push({ name: entry.name, path, kind: 'project' });
	}
	const order = new Intl.Collator('sv', { numeric: true });
	return found.sort((a, b) => a.kind.localeCompare(b.kind) || order.compare(a.name, b.name));
}
