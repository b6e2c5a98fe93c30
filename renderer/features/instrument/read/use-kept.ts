import { useCallback, useState } from 'react';
import { useCall } from '../../../api/use-call.ts';

const kept = new Map<string, { project: string; value: unknown }>();

/**
 * State that is there when one comes back to a view, in memory alone and as long as the same project is open: what one is in the middle of
 * is not lost by a look elsewhere. `null` is nothing to keep.
 */
function useKept<T>(name: string): [T | null, (next: T | null) => void] {
	const project = useCall('app.status', {}).data?.project?.path ?? '';
	const [value, setValue] = useState<T | null>(() => {
		const known = kept.get(name);
		if (known?.project === project) return known.value as T;
		kept.delete(name);
		return null;
	});
	const set = useCallback(
		(next: T | null) => {
			if (next === null) kept.delete(name);
			else kept.set(name, { project, value: next });
			setValue(next);
		},
		[name, project],
	);
	return [value, set];
}

interface Kept<T> {
	/** Tells one from the other, for what is drawn of it. */
	number: number;
	value: T;
}
let numbers = 0;

/**
 * What is being looked through, and what was until something else came: a file that is dropped on it, or a fresh start, takes nothing away.
 * Both are there when one comes back to the view.
 */
export function useTwo<T>(name: string) {
	const [kept, setKept] = useKept<{ now: Kept<T> | null; before: Kept<T> | null }>(name);
	const { now = null, before = null } = kept ?? {};
	return {
		now,
		before,
		/** Shows another. */
		show: (value: T) => setKept({ now: { number: ++numbers, value }, before: now ?? before }),
		/** Goes from what is shown to where the next is chosen. */
		leave: () => setKept({ now: null, before: now ?? before }),
		/** Goes to what was shown before; what is shown now is the one before then. */
		back: () => setKept({ now: before, before: now }),
		/** What is shown is taken in. */
		finish: () => setKept(before ? { now: null, before } : null),
	};
}
