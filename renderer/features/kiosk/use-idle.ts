import { useCallback, useEffect, useRef, useState } from 'react';

/** How long before the end one is warned, in seconds. */
const warning = 20;

/**
 * Seconds left before the end of the wait, from 20 down, or null as long as somebody is there. Every touch, key and movement begins the wait
 * anew until the warning shows; then only `stay` does, so that nobody is kept by a sleeve on the table.
 */
export function useIdle(
	active: boolean,
	minutes: number,
	onEnd: () => void,
): { left: number | null; stay: () => void } {
	const last = useRef(0);
	const [left, setLeft] = useState<number | null>(null);
	const warned = useRef(false);
	const end = useRef(onEnd);
	useEffect(() => {
		end.current = onEnd;
	});
	const stay = useCallback(() => {
		last.current = Date.now();
		warned.current = false;
		setLeft(null);
	}, []);
	useEffect(() => {
		if (!active) return;
		stay();
		const touched = () => {
			if (!warned.current) last.current = Date.now();
		};
		const kinds = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchmove'] as const;
		for (const kind of kinds) window.addEventListener(kind, touched, { capture: true, passive: true });
		const timer = setInterval(() => {
			const rest = Math.ceil(60 * minutes - (Date.now() - last.current) / 1000);
			if (rest <= 0) {
				stay();
				end.current();
				return;
			}
			warned.current = rest <= warning;
			setLeft(rest <= warning ? rest : null);
		}, 500);
		return () => {
			clearInterval(timer);
			for (const kind of kinds) window.removeEventListener(kind, touched, { capture: true });
			setLeft(null);
		};
	}, [active, minutes, stay]);
	return { left, stay };
}
