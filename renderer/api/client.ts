import type { CallName, Input, Output } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { bridge } from './bridge.ts';

/** Calls the program. @throws AppError, always: a refusal with its code and values */
export async function call<N extends CallName>(name: N, input: Input<N>, taskId?: string): Promise<Output<N>> {
	const reply = await bridge.call(name, input, taskId);
	if (!reply.ok) throw AppError.from(reply.error);
	return reply.output as Output<N>;
}

/** Any thrown thing as a refusal: what is not one is an error of the window itself. */
export function asRefusal(error: unknown): AppError {
	return error instanceof AppError ? error : new AppError('INTERNAL', { logId: 'window' }, error);
}
