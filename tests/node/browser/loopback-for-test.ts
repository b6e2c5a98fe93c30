import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLoopback } from '../../../electron/browser/start-loopback.ts';
import { type Fork, forkNode } from '../../../electron/workers/fork.ts';

/** The real loopback shell on a folder of its own, with a page of one line in place of the built renderer. */
export async function loopbackForTest(change: { largestBody?: number } = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'underlag-loopback-'));
	const rendererFolder = join(folder, 'renderer');
	mkdirSync(rendererFolder);
	writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>Underlag</title>');
	writeFileSync(join(rendererFolder, 'main.js'), 'export {};');
	writeFileSync(join(folder, 'outside.js'), 'outside');
	const log: string[] = [];
	const processes: number[] = [];
	const fork: Fork = (entry, options) => {
		const child = forkNode(entry, options);
		if (child.pid !== undefined) processes.push(child.pid);
		return child;
	};
	const loopback = await startLoopback({
		dataFolder: join(folder, 'data'),
		resourcesFolder: fileURLToPath(new URL('../../../resources', import.meta.url)),
		rendererFolder,
		documentsFolder: folder,
		version: '0.0.0-test',
		log: (line) => log.push(line),
		fork,
		checkOutput: true,
		...change,
	});
	return {
		...loopback,
		folder,
		rendererFolder,
		log,
		/** The processes started so far, the core's first. */
		processes,
		end: async () => {
			await loopback.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
