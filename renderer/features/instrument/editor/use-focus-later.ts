import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** Puts the focus on what is not there yet, as soon as it is: a row that has just been added. The selector is looked for after each render. */
export function useFocusLater(root: RefObject<HTMLElement | null>): (selector: string) => void {
	const wanted = useRef<string | null>(null);
	useEffect(() => {
		const found = wanted.current === null ? null : root.current?.querySelector<HTMLElement>(wanted.current);
		if (!found) return;
		wanted.current = null;
		found.focus();
	});
	return useCallback((selector: string) => {
		wanted.current = selector;
	}, []);
}
