import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Core } from '../core/core.ts';
import { createCore } from '../core/create-core.ts';
import { dataFolder } from '../launch/folders.ts';
import { forkNode } from '../workers/fork.ts';
import { createRunJob } from '../workers/run-job.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The core for one run of the terminal: in this process, with the same workers and the same printing as the window's. */
export function openCore(): Core {
	const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };
	return createCore({
		// Loaded only when something is printed: it brings a browser driver with it.
		print: async (request, signals) => (await import('../browser/print.ts')).createPrint(forkNode)(request, signals),
		runJob: createRunJob(forkNode, at('electron/workers/child.ts')),
		log: () => undefined,
		now: () => new Date(),
		dataFolder: dataFolder(),
		resourcesFolder: at('resources'),
		documentsFolder: homedir(),
		version,
	});
}
