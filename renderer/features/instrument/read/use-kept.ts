import { useCallback, useState } from 'react';
import { useCall } from '../../../api/use-call.ts';

const kept = new Map<string, { project: string; value: unknown }>();

/**
 * State that is there when one comes back to a view, in memory alone and as long as the same project is open: what one is in the middle of
 * is not lost by a look elsewhere. `null` is nothing to keep.
 */
export function useKept<T>(name: string): [T | null, (next: T | null) => void] {
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
