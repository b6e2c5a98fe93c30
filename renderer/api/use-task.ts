import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, NamesOf, Output } from '#shared/contract/calls.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { Progress } from '#shared/contract/events.ts';
import { useNotes } from '../app/notes.tsx';
import { bridge } from './bridge.ts';
import { asRefusal, call } from './client.ts';
import { newId } from './new-id.ts';

/**
 * A long call. `start` resolves to its output, or to null when it was refused (shown as a note, unless `onRefused` answers true) or
 * cancelled. One at a time: a new start cancels the one that runs. Leaving the screen cancels too, unless `outlives`.
 */
export function useTask<N extends NamesOf<'task'>>(
	name: N,
	options: { onRefused?: (error: AppError) => boolean; outlives?: boolean } = {},
): {
	start: (input: Input<N>) => Promise<Output<N> | null>;
	cancel: () => void;
	progress: Progress | null;
	busy: boolean;
} {
	const { showRefusal } = useNotes();
	const [progress, setProgress] = useState<Progress | null>(null);
	const [busy, setBusy] = useState(false);
	const current = useRef<string | null>(null);
	const { onRefused, outlives } = options;

	const cancel = useCallback(() => {
		if (current.current) bridge.cancel(current.current);
	}, []);

	useEffect(
		() =>
			bridge.onEvent((event) => {
				if (event.type === 'progress' && event.taskId === current.current) setProgress(event.progress);
			}),
		[],
	);
	useEffect(() => (outlives ? undefined : cancel), [cancel, outlives]);

	const start = useCallback(
		async (input: Input<N>) => {
			cancel();
			const taskId = newId();
			current.current = taskId;
			setProgress(null);
			setBusy(true);
			try {
				return await call(name, input, taskId);
			} catch (error) {
				const refusal = asRefusal(error);
				if (refusal.code !== 'CANCELLED' && !onRefused?.(refusal)) showRefusal(refusal);
				return null;
			} finally {
				if (current.current === taskId) {
					current.current = null;
					setBusy(false);
					setProgress(null);
				}
			}
		},
		[cancel, name, onRefused, showRefusal],
	);
	return { start, cancel, progress, busy };
}
