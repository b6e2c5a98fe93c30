import { AppError } from '#shared/contract/errors.ts';
import type { RunJob } from '../core/ports.ts';
import type { WorkerReply } from './child.ts';
import type { Fork } from './fork.ts';
import { jobBounds } from './jobs.ts';

/** Runs each job in a process of its own, made by `fork` from `entry` (`workers/child`) and ended when it has answered, taken too long, or nobody waits. */
export function createRunJob(fork: Fork, entry: string): RunJob {
	return (name, input, { signal }) =>
		new Promise((resolve, reject) => {
			if (signal.aborted) return reject(new AppError('CANCELLED', {}));
			const bounds = jobBounds[name];
			const child = fork(entry, { memory: bounds.memory });
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
				bounds.seconds * 1000,
			);
			signal.addEventListener('abort', cancel);
			child.onMessage((message) => {
				const reply = message as WorkerReply;
				if ('result' in reply) settle(() => resolve(reply.result as never));
				else if ('refused' in reply) settle(() => reject(AppError.from(reply.refused)));
				else settle(() => reject(new Error(`${name} failed: ${reply.failed}`)));
			});
			// A process that ends unasked went over its memory: V8 aborts it there.
			child.onExit(() => settle(() => reject(new AppError('WORKER_LIMIT', { what: 'memory', name: fileName }))));
			child.send({ job: name, input });
		});
}

function nameOf(input: unknown): string {
	const name = (input as { name?: unknown } | null)?.name;
	return typeof name === 'string' ? name : '';
}
