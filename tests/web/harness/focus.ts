import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits until a row of a table has the focus and is seen whole, with nothing over it, and the window itself has not moved. */
export async function expectRowInView(page: Page): Promise<void> {
	await expect
		.poll(() =>
			page.evaluate(() => {
				const focused = document.activeElement;
				const { left = 0, top = -1, bottom = -1 } = focused?.getBoundingClientRect() ?? {};
				const ends = [top + 2, bottom - 2].map((y) => document.elementFromPoint(left + 20, y));
				return {
					tag: focused?.tagName,
					seen: ends.every((end) => end !== null && focused?.contains(end)),
					moved: document.documentElement.scrollTop,
				};
			}),
		)
		.toEqual({ tag: 'TR', seen: true, moved: 0 });
}
