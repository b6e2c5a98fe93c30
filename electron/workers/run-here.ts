import type { RunJob } from '../core/ports.ts';
import type { JobSignals } from '../core/signals.ts';
import { loadJob } from './jobs.ts';

/** The same work as in a process of its own, without the start of one for each: where what is read is our own, as in the sample and in tests. */
export const runHere: RunJob = async (name, input, { onProgress, onPart }) => {
	const job = (await loadJob[name]()) as (given: typeof input, signals: JobSignals<never>) => unknown;
	return job(input, { onProgress, onPart: async (part) => onPart?.(part) }) as never;
};
