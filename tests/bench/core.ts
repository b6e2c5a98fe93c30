import { fileURLToPath } from 'node:url';
import type { Core } from '../../electron/core/core.ts';
import { createCore } from '../../electron/core/create-core.ts';
import { type Fork, forkNode } from '../../electron/workers/fork.ts';
import { createRunJob } from '../../electron/workers/run-job.ts';

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A core as the program has it, with its files in `folder`. */
export function benchCore(folder: string, fork: Fork = forkNode): Core {
	return createCore({
		print: () => Promise.reject(new Error('no printer')),
		runJob: createRunJob(fork, here('electron/workers/child.ts')),
		log: () => undefined,
		now: () => new Date(),
		dataFolder: `${folder}/data`,
		resourcesFolder: here('resources'),
		documentsFolder: folder,
		version: 'bench',
	});
}
