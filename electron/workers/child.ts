import { AppError, type ErrorData } from '#shared/contract/errors.ts';
import { parentPort } from './fork.ts';
import { jobBounds, loadJob, type WorkerJobs } from './jobs.ts';
import { watchProcess } from './watch-process.ts';

/** The entry of a worker process: does one job and is ended by its parent. */
export type WorkerReply = { result: unknown } | { refused: ErrorData } | { failed: string };

/** The whole process, with its native memory, may be so much larger than its JavaScript. */
const nativeShare = 1.5;

const port = parentPort();
port.onMessage(async (message) => {
	const { job, input } = message as { job: keyof WorkerJobs; input: never };
	try {
		watchProcess(jobBounds[job].memory * nativeShare);
		const work = (await loadJob[job]()) as (input: never) => unknown;
		port.send({ result: await work(input) } satisfies WorkerReply);
	} catch (error) {
		if (error instanceof AppError) port.send({ refused: error.toData() } satisfies WorkerReply);
		else port.send({ failed: error instanceof Error ? error.name : 'Error' } satisfies WorkerReply);
	}
});
