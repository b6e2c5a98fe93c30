import { rmSync, statSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { callNames } from '#shared/contract/calls.ts';
import { newest } from './build-renderer.ts';
import { inRepository } from './folders.ts';

const folder = 'dist/electron';
const stamp = `${folder}/.built`;
const sources = ['electron', 'shared', 'package-lock.json'];

/**
 * Bundles what Electron runs into dist/electron: main and the two processes as modules, the preload as one CommonJS file, which is what a
 * sandboxed page's preload must be. Packages stay where npm put them. Does nothing when what is there is newer than its sources.
 */
export async function buildElectron(): Promise<void> {
	const built = statSync(inRepository(stamp), { throwIfNoEntry: false })?.mtimeMs ?? 0;
	if (sources.every((path) => newest(inRepository(path)) <= built)) return;
	rmSync(inRepository(folder), { recursive: true, force: true });
	await buildProcesses();
	await buildPreload();
	writeFileSync(inRepository(stamp), '');
}

async function buildProcesses(): Promise<void> {
	await build({
		configFile: false,
		root: inRepository(''),
		logLevel: 'warn',
		publicDir: false,
		build: {
			ssr: true,
			outDir: inRepository(folder),
			emptyOutDir: false,
			target: 'node24',
			minify: false,
			rolldownOptions: {
				input: {
					main: inRepository('electron/shell/main.ts'),
					'core-child': inRepository('electron/core/child.ts'),
					'worker-child': inRepository('electron/workers/child.ts'),
				},
				external: ['electron'],
				output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'parts/[name]-[hash].mjs' },
			},
		},
	});
}

/** The preload alone, which the shell's tests run too. */
async function buildPreload(): Promise<void> {
	await build({
		configFile: false,
		root: inRepository(''),
		logLevel: 'warn',
		publicDir: false,
		define: { __CALL_NAMES__: JSON.stringify(callNames) },
		build: {
			outDir: inRepository(folder),
			emptyOutDir: false,
			target: 'chrome140',
			minify: false,
			lib: { entry: inRepository('electron/shell/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
			rolldownOptions: { external: ['electron'] },
		},
	});
}
