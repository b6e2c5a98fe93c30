import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { inRepository } from './folders.ts';

const sources = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json'];
/** Written last, so that a build that was broken off counts as none. */
const stamp = 'dist/renderer/.built';

/** Builds the page into dist/renderer unless what is there is newer than all its sources. @returns the folder */
export async function buildRenderer(): Promise<string> {
	const built = statSync(inRepository(stamp), { throwIfNoEntry: false })?.mtimeMs ?? 0;
	if (sources.some((path) => newest(inRepository(path)) > built)) {
		const started = new Date();
		await build({ configFile: inRepository('vite.config.ts'), root: inRepository('renderer'), logLevel: 'warn' });
		writeFileSync(inRepository(stamp), started.toISOString());
	}
	return inRepository('dist/renderer');
}

/** When anything in a folder, or a file, was last changed, in milliseconds. */
export function newest(path: string): number {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (!stat) return 0;
	if (!stat.isDirectory()) return stat.mtimeMs;
	return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
