import { type RefObject, useEffect } from 'react';

const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowY);

/**
 * Scrolls just so far that an element is in view, in every scroller that it lies in. `scrollIntoView` would shift what merely cuts off what
 * is outside it too, and with that the whole window. A scroller's `scroll-padding-top` is what lies over its content there.
 */
export function keepInView(element: Element): void {
	for (let around = element.parentElement; around; around = around.parentElement) {
		if (!scrolls(around)) continue;
		const edge = around.getBoundingClientRect().top + around.clientTop;
		const covered = Number.parseFloat(getComputedStyle(around).scrollPaddingTop) || 0;
		const { top, bottom } = element.getBoundingClientRect();
		const above = edge + covered - top;
		const below = bottom - (edge + around.clientHeight);
		if (above > 0) around.scrollTop -= above;
		else if (below > 0) around.scrollTop += Math.min(below, -above);
	}
}

/** Keeps the focused one of what lies in a scroller in view when the page around it grows or shrinks: a section comes above it, say. */
export function useFocusKept(scroller: RefObject<HTMLElement | null>): void {
	useEffect(() => {
		const kept = scroller.current;
		if (!kept) return;
		const observer = new ResizeObserver(() => {
			const focused = document.activeElement;
			if (focused && focused !== kept && kept.contains(focused)) keepInView(focused);
		});
		for (let around = kept.parentElement; around; around = around.parentElement) {
			observer.observe(around);
			if (scrolls(around)) break;
		}
		return () => observer.disconnect();
	}, [scroller]);
}
