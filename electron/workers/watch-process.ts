import { Worker } from 'node:worker_threads';

/**
 * Watches this process from a thread of its own, which goes on while the process computes and hears no message: ends it when the parent is
 * gone (nobody would), or when the whole process takes more than `memory` megabytes, native memory too, which V8's own cap does not see.
 */
export function watchProcess(memory: number): void {
	const thread = new Worker(watch, {
		eval: true,
		workerData: { parent: process.ppid, most: memory * 2 ** 20 },
		execArgv: [],
		resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
	});
	thread.unref();
}

/** A text and not a file, so that it is there however the program is packed. */
const watch = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
	const orphan = process.ppid !== workerData.parent;
	if (orphan || process.memoryUsage.rss() > workerData.most) process.kill(process.pid, 'SIGKILL');
}, 200);
`;
