import { fileURLToPath } from 'node:url';
import type { Core } from '../core/core.ts';
import type { Ports } from '../core/ports.ts';
import { superviseCore } from '../core/supervisor.ts';
import { type Fork, forkNode } from '../workers/fork.ts';
import { createRunJob } from '../workers/run-job.ts';
import { createPrint } from './print.ts';
import { type Served, serve } from './serve.ts';

export interface LoopbackOptions {
	dataFolder: string;
	resourcesFolder: string;
	/** The built renderer. */
	rendererFolder: string;
	documentsFolder: string;
	version: string;
	/** One line: names, times and codes. Never an address. */
	log?: (line: string) => void;
	print?: Ports['print'];
	fork?: Fork;
	/** Parse every output too, as tests do. */
	checkOutput?: boolean;
	/** The bound of a request's body, in bytes. */
	largestBody?: number;
}

/** The whole program behind an address of this machine. */
export interface Loopback extends Served {
	core: Core;
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts the core in a process of its own and serves it, with the renderer, on 127.0.0.1. Ends both at `close`. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
	const fork = options.fork ?? forkNode;
	const core = superviseCore({
		fork,
		entry: file('../core/child.ts'),
		values: {
			dataFolder: options.dataFolder,
			resourcesFolder: options.resourcesFolder,
			documentsFolder: options.documentsFolder,
			version: options.version,
			checkOutput: options.checkOutput ?? false,
		},
		print: options.print ?? createPrint(fork),
		runJob: createRunJob(fork, file('../workers/child.ts')),
		log: options.log ?? (() => undefined),
	});
	try {
		const served = await serve(core, options.rendererFolder, options.largestBody);
		return {
			...served,
			core,
			async close() {
				await served.close();
				await core.close();
			},
		};
	} catch (error) {
		await core.close();
		throw error;
	}
}
