import { useCallback, useState } from 'react';
import type { CallName, Input, Output } from '#shared/contract/calls.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { useNotes } from '../app/notes.tsx';
import { asRefusal, call } from './client.ts';

/**
 * A call that does something. `run` resolves to its output; a refusal is shown as a note in the reader's language and gives null, unless
 * `onRefused` answers true: then the screen has taken care of it.
 */
export function useRun<N extends CallName>(
	name: N,
	options: { onRefused?: (error: AppError) => boolean } = {},
): { run: (input: Input<N>) => Promise<Output<N> | null>; busy: boolean } {
	const { showRefusal } = useNotes();
	const [running, setRunning] = useState(0);
	const { onRefused } = options;
	const run = useCallback(
		async (input: Input<N>) => {
			setRunning((count) => count + 1);
			try {
				return await call(name, input);
			} catch (error) {
				const refusal = asRefusal(error);
				if (!onRefused?.(refusal)) showRefusal(refusal);
				return null;
			} finally {
				setRunning((count) => count - 1);
			}
		},
		[name, onRefused, showRefusal],
	);
	return { run, busy: running > 0 };
}
