import { AppError } from '#shared/contract/errors.ts';
import type { RunJob } from '../core/ports.ts';
import { isZip } from '../formats/zip/is-zip.ts';
import type { ToWorker, WorkerReply } from './child.ts';
import type { Fork, Forked } from './fork.ts';
import { jobBounds, type WorkerJobs } from './jobs.ts';

/**
 * How a process ends that went over its memory: V8 aborts it (SIGABRT, or a trap; on Windows an exit code of its own), its own watch or the
 * system kills it (SIGKILL).
 */
const outOfMemory = new Set([128 + 6, 128 + 5, 128 + 9, 0xe0000008, 0xe0000008 | 0]);

/** Runs each job in a process of its own, made by `fork` from `entry` (`workers/child`) and ended when it has answered, taken too long, or nobody waits. */
export function createRunJob(fork: Fork, entry: string, bounds: typeof jobBounds = jobBounds): RunJob {
	return (name, input, { signal, onProgress, onPart }) =>
		new Promise((resolve, reject) => {
			if (signal.aborted) return reject(new AppError('CANCELLED', {}));
			const { memory, seconds, textMemory } = bounds[name];
			const lean = textMemory !== undefined && isText(input);
			const child = fork(entry, { memory: lean ? textMemory : memory, lean, takesBytes: true });
			let settled = false;
			const settle = (act: () => void) => {
				if (settled) return;
				settled = true;
				clearTimeout(timer);
				signal.removeEventListener('abort', cancel);
				child.kill();
				act();
			};
			const cancel = () => settle(() => reject(new AppError('CANCELLED', {})));
			const fileName = nameOf(input);
			const timer = setTimeout(
				() => settle(() => reject(new AppError('WORKER_LIMIT', { what: 'time', name: fileName }))),
				seconds * 1000,
			);
			signal.addEventListener('abort', cancel);
			child.onMessage((message) => {
				const reply = message as WorkerReply;
				if (settled) return;
				if ('progress' in reply) onProgress(reply.progress);
				else if ('part' in reply) onPart?.(reply.part as never);
				else if ('result' in reply) settle(() => resolve(reply.result as never));
				else if ('refused' in reply) settle(() => reject(AppError.from(reply.refused)));
				else settle(() => reject(new Error(`${name} failed: ${reply.failed}`)));
			});
			child.onExit((code) =>
				settle(() =>
					reject(
						code !== null && outOfMemory.has(code)
							? new AppError('WORKER_LIMIT', { what: 'memory', name: fileName })
							: new Error(`${name} crashed: ${code}`),
					),
				),
			);
			void sendJob(child, name, input);
		});
}

/** Bytes of a file that go in one message. */
const piece = 2 ** 22;

/**
 * Sends a job, the bytes of a large file ahead of it: beside the messages, else in them piece by piece, so that there are never more than two
 * whole copies of it.
 */
async function sendJob(child: Forked, job: keyof WorkerJobs, input: unknown): Promise<void> {
	const { bytes, ...rest } = (input ?? {}) as { bytes?: unknown };
	if (!(bytes instanceof Uint8Array) || bytes.length <= piece) {
		child.send({ job, input } satisfies ToWorker);
		return;
	}
	if (child.sendBytes) {
		child.send({ size: bytes.length, job } satisfies ToWorker);
		child.sendBytes(bytes);
	} else {
		for (let at = 0; at < bytes.length; at += piece) {
			const message: ToWorker = { piece: bytes.subarray(at, at + piece), at, size: bytes.length };
			await new Promise<void>((resolve) => child.send(message, resolve));
		}
	}
	child.send({ job, input: rest } satisfies ToWorker);
}

function isText(input: unknown): boolean {
	const bytes = (input as { bytes?: unknown } | null)?.bytes;
	return bytes instanceof Uint8Array && !isZip(bytes);
}

function nameOf(input: unknown): string {
	const name = (input as { name?: unknown } | null)?.name;
	return typeof name === 'string' ? name : '';
}
