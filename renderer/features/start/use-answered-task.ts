import { useCallback, useRef, useState } from 'react';
import type { Input, NamesOf, Output } from '#shared/contract/calls.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { useTask } from '../../api/use-task.ts';

/** A task whose refusal belongs in a dialog and not in a note: `start` gives the output or the refusal, and neither when it was cancelled. */
export function useAnsweredTask<N extends NamesOf<'task'>>(name: N) {
	const refused = useRef<AppError | null>(null);
	const [onRefused] = useState(() => (error: AppError) => {
		refused.current = error;
		return true;
	});
	const { start: begin, ...rest } = useTask(name, { onRefused, outlives: true });
	const start = useCallback(
		async (input: Input<N>): Promise<{ output: Output<N> | null; refusal: AppError | null }> => {
			refused.current = null;
			const output = await begin(input);
			return { output, refusal: refused.current };
		},
		[begin],
	);
	return { ...rest, start };
}
