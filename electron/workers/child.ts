import { flushCompileCache } from 'node:module';
import { AppError, type ErrorData } from '#shared/contract/errors.ts';
import type { Progress } from '#shared/contract/events.ts';
import type { JobSignals } from '../core/signals.ts';
import { parentPort, readBytes } from './fork.ts';
import { jobBounds, loadJob, type WorkerJobs } from './jobs.ts';
import { watchProcess } from './watch-process.ts';

/** What a worker is told: its job, after the bytes of the file where they are many: that so many come beside the messages, or in pieces. */
export type ToWorker =
	| { size: number; job: keyof WorkerJobs }
	| { piece: Uint8Array; at: number; size: number }
	| { job: keyof WorkerJobs; input: unknown };

/** The entry of a worker process: does one job and is ended by its parent. */
export type WorkerReply =
	| { progress: Progress }
	| { part: unknown }
	| { result: unknown }
	| { refused: ErrorData }
	| { failed: string };

/** The whole process, with its native memory, may be so much larger than its JavaScript. */
const nativeShare = 1.5;

const port = parentPort();
let bytes: Uint8Array | Promise<Uint8Array> | null = null;

port.onMessage(async (raw) => {
	const message = raw as ToWorker;
	if ('piece' in message) {
		const whole = bytes instanceof Uint8Array ? bytes : new Uint8Array(message.size);
		whole.set(message.piece, message.at);
		bytes = whole;
		return;
	}
	if ('size' in message) {
		bytes = readBytes(message.size);
		// Its code is loaded while they come.
		await loadJob[message.job]();
		return;
	}
	const { job } = message;
	const signals: JobSignals<unknown> = {
		onProgress: (progress) => void port.send({ progress } satisfies WorkerReply),
		onPart: (part) => port.send({ part } satisfies WorkerReply),
	};
	try {
		const input = bytes ? { ...(message.input as object), bytes: await bytes } : message.input;
		watchProcess(jobBounds[job].memory * nativeShare);
		const work = (await loadJob[job]()) as (input: never, signals: JobSignals<unknown>) => unknown;
		// Kept now for the next: this process is ended before it could.
		flushCompileCache();
		await port.send({ result: await work(input as never, signals) } satisfies WorkerReply);
	} catch (error) {
		if (error instanceof AppError) await port.send({ refused: error.toData() } satisfies WorkerReply);
		else await port.send({ failed: error instanceof Error ? error.name : 'Error' } satisfies WorkerReply);
	}
});
