import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same through renders and does what the latest render gave: for memoised children. Not to be called while rendering. */
export function useStable<A extends unknown[], R>(act: (...values: A) => R): (...values: A) => R {
	const latest = useRef(act);
	useLayoutEffect(() => {
		latest.current = act;
	});
	return useCallback((...values: A) => latest.current(...values), []);
}
