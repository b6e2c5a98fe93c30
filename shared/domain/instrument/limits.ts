import type { Item } from './model.ts';

type Several = Extract<Item, { type: 'multiple' }>;

/** Whether the least is below the most: of numbers, of days, and of how many are chosen (there they may be the same, and no more than there are). */
export function boundsHold(item: Item): boolean {
	if (item.type === 'multiple') {
		const { min = 1, max = item.options.length } = item;
		return min <= max && min <= Math.max(2, item.options.length);
	}
	if (item.type === 'date') return item.from === undefined || item.to === undefined || item.from <= item.to;
	if (item.type !== 'rating' && item.type !== 'number') return true;
	return item.min === undefined || item.max === undefined || item.min < item.max;
}

/**
 * How many of several are to be chosen, as it is said to who answers; null at an end where nothing is said. Limits that nobody could keep
 * to, which a questionnaire that is being made may have, are none.
 */
export function choiceLimits(item: Several): { least: number | null; most: number | null } {
	if (!boundsHold(item)) return { least: null, most: null };
	const { min = 1, max = null } = item;
	return { least: min > 1 || max !== null ? (item.min ?? null) : null, most: max };
}

/** The same in words. `between` is told when both are the same number, too. */
export function limitWords(
	item: Several,
	words: {
		between: (least: number, most: number) => string;
		atLeast: (least: number) => string;
		atMost: (most: number) => string;
	},
): string {
	const { least, most } = choiceLimits(item);
	if (least !== null && most !== null) return words.between(least, most);
	if (least !== null) return words.atLeast(least);
	return most === null ? '' : words.atMost(most);
}
