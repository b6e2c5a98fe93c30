import { fileURLToPath } from 'node:url';
import type { CoreEvent } from '#shared/contract/events.ts';
import { superviseCore } from '../../../electron/core/supervisor.ts';
import { type Fork, forkNode } from '../../../electron/workers/fork.ts';
import { createRunJob } from '../../../electron/workers/run-job.ts';

const here = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** A core in a process of its own that can be killed, on real files in `folder`. Close it when done. */
export function superviseForTest(folder: string) {
	const processes: number[] = [];
	const fork: Fork = (entry, options) => {
		const child = forkNode(entry, options);
		if (child.pid !== undefined) processes.push(child.pid);
		return child;
	};
	const log: string[] = [];
	const events: CoreEvent[] = [];
	const core = superviseCore({
		fork,
		entry: here('electron/core/child.ts'),
		values: {
			dataFolder: `${folder}/data`,
			resourcesFolder: here('resources'),
			documentsFolder: folder,
			version: '0.0.0-test',
			checkOutput: true,
		},
		print: () => Promise.reject(new Error('this test has no printer')),
		runJob: createRunJob(forkNode, here('electron/workers/child.ts')),
		log: (line) => log.push(line),
	});
	core.subscribe((event) => events.push(event));
	/** Resolves at the next event of the type. */
	const next = (type: CoreEvent['type']) =>
		new Promise<CoreEvent>((resolve) => {
			const stop = core.subscribe((event) => {
				if (event.type !== type) return;
				stop();
				resolve(event);
			});
		});
	return { core, log, events, next, processes, kill: () => process.kill(processes.at(-1) as number, 'SIGKILL') };
}
