import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Core } from '../../electron/core/core.ts';
import { createCore } from '../../electron/core/create-core.ts';
import type { Ports } from '../../electron/core/ports.ts';
import { forkNode } from '../../electron/workers/fork.ts';
import { createRunJob } from '../../electron/workers/run-job.ts';

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A real core on real files in a folder of its own; its outputs are parsed. Close it when done. */
export function makeTestCore(change: Partial<Ports> = {}): {
	core: Core;
	folder: string;
	log: string[];
	end: () => Promise<void>;
} {
	const folder = mkdtempSync(join(tmpdir(), 'underlag-core-'));
	const log: string[] = [];
	const core = createCore(
		{
			print: () => Promise.reject(new Error('this test has no printer')),
			runJob: createRunJob(forkNode, here('electron/workers/child.ts')),
			log: (line) => log.push(line),
			now: () => new Date(),
			dataFolder: join(folder, 'data'),
			resourcesFolder: here('resources'),
			documentsFolder: folder,
			version: '0.0.0-test',
			...change,
		},
		{ checkOutput: true },
	);
	return {
		core,
		folder,
		log,
		end: async () => {
			await core.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** The same with a new project open. */
export async function makeTestProject(change: Partial<Ports> = {}) {
	const made = makeTestCore(change);
	const path = join(made.folder, 'test.underlag');
	await made.core.call('project.create', { path, title: 'Test', language: 'sv' });
	return { ...made, path };
}
