import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'underlag-rules-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Line = readonly [file: string, source: string];

/** The files in which the lint finds that a rule is broken, each laid out in its room. */
function brokenIn(files: readonly { path: string; source: string }[], rule: string): string[] {
	const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
	for (const { path, source } of files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), `${source}\n`);
	}
	const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
	const done = spawnSync(process.execPath, [biome, 'lint', '--reporter=github', '--max-diagnostics=200', '.'], {
		cwd: folder,
		encoding: 'utf8',
	});
	const hits = done.stdout.split('\n').filter((line) => line.includes(rule));
	return files.map(({ path }) => path).filter((path) => hits.some((line) => line.includes(path)));
}

/** The lines that the lint refuses as imports, each in a file of its own. */
function refusedOf(lines: readonly Line[]): string[] {
	const files = lines.map(([file, source], at) => ({ path: file.replace('x.ts', `x${at}x.ts`), source }));
	const broken = brokenIn(files, 'noRestrictedImports');
	return files.filter(({ path }) => broken.includes(path)).map(({ source }) => source);
}

const refused = [
	['shared/domain/x.ts', "export const a = import('node:fs');"],
	['shared/domain/x.ts', "export { a } from 'react-dom/client';"],
	['shared/domain/x.ts', "export type { A } from '../../electron/core/ports.ts';"],
	['renderer/app/x.ts', "export const a = import('electron');"],
	['renderer/app/x.ts', "export type { A } from '../../electron/core/ports.ts';"],
	['electron/core/x.ts', "export const a = import('electron');"],
	['electron/core/x.ts', "export { a } from 'electron/main';"],
	['electron/core/x.ts', "export { a } from '../browser/print.ts';"],
	['electron/features/round/x.ts', "export { a } from '../code/handlers.ts';"],
	['electron/features/round/x.ts', "export { a } from '../../core/create-core.ts';"],
	['electron/store/x.ts', "export { a } from '../features/round/handlers.ts';"],
	['electron/formats/csv/x.ts', "export { a } from '../../workers/fork.ts';"],
	['electron/browser/x.ts', "export { a } from 'electron';"],
	['electron/shell/x.ts', "export { a } from '../../renderer/app/main.tsx';"],
] as const satisfies Line[];

test('imports against the order of the rooms are refused', () => {
	expect(refusedOf(refused)).toEqual(refused.map(([, source]) => source));
});

test('what the rooms may import passes', () => {
	const allowed: Line[] = [
		['electron/features/round/x.ts', "export { a } from '../../store/history.ts';"],
		['electron/shell/x.ts', "export { app } from 'electron';"],
		['renderer/app/x.ts', "export { a } from '#shared/contract/calls.ts';"],
	];
	expect(refusedOf([...allowed, ...refused])).toHaveLength(refused.length);
});

test('files that import each other in a circle are refused, also where it is of types alone', () => {
	const files = [
		{ path: 'shared/domain/a.ts', source: "import type { B } from './b.ts';\nexport type A = B | 1;" },
		{ path: 'shared/domain/b.ts', source: "import { c } from './c.ts';\nexport type B = typeof c;" },
		{ path: 'shared/domain/c.ts', source: "import type { A } from './a.ts';\nexport const c: A = 1;" },
		{ path: 'shared/domain/d.ts', source: "export type { A } from './a.ts';" },
	];
	expect(brokenIn(files, 'noImportCycles')).toEqual(files.slice(0, 3).map(({ path }) => path));
});
