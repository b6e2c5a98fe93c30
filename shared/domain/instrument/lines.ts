import type { Item } from './model.ts';

/** Lines for an answer of any length, which is also the most: who has more to say writes on the back. */
const most = 6;
/** Characters that a hand of a common size writes on a line of A4. */
const onLine = 45;

/** How many lines on paper an answer in words gets: one where it is short, and no more than its longest answer fills. */
export function linesToWrite({ long, maxLength }: Pick<Extract<Item, { type: 'text' }>, 'long' | 'maxLength'>): number {
	if (long === false) return 1;
	return maxLength === undefined ? most : Math.min(most, Math.ceil(maxLength / onLine));
}
