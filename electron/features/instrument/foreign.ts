import type { Output, Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { AppTaskContext } from '../../core/handlers.ts';

/** The largest file of a questionnaire, in bytes. The largest that one meets is a Word document with pictures. */
const largest = 50_000_000;

/** Reads a questionnaire from outside in a process of its own. Nothing is stored. */
export async function readForeign(
	{ ports, signal, onProgress }: AppTaskContext,
	input: Parsed<'instrument.read'>,
): Promise<Output<'instrument.read'>> {
	if ('bytes' in input && input.bytes.length > largest) {
		throw new AppError('WORKER_LIMIT', { what: 'memory', name: input.name });
	}
	onProgress({ done: 0, total: 0, step: 'reading' });
	return ports.runJob('instrument.read', input, { signal, onProgress });
}
