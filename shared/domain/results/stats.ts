/** What lies at the two middle ranks (the same one twice where n is odd): indexes into `counts`. Null where all are zero. */
function middles(counts: readonly number[]): [number, number] | null {
	const n = counts.reduce((sum, one) => sum + one, 0);
	if (n === 0) return null;
	const indexAt = (rank: number) => {
		let passed = 0;
		return counts.findIndex((count) => {
			passed += count;
			return rank <= passed;
		});
	};
	return [indexAt(Math.floor((n + 1) / 2)), indexAt(Math.ceil((n + 1) / 2))];
}

/** The median of ordered options from their counts, as a position from 1; half way between the two middle answers' positions. */
export function medianPosition(counts: readonly number[]): number | null {
	const found = middles(counts);
	return found && (found[0] + found[1]) / 2 + 1;
}

/** A number and how many times it was given. */
export interface Counted {
	value: number;
	count: number;
}

/** The median of numbers: the middle one, or the mean of the two middle ones. Null without any. */
export function medianNumber(numbers: readonly Counted[]): number | null {
	const sorted = numbers.toSorted((a, b) => a.value - b.value);
	const found = middles(sorted.map((one) => one.count));
	return found && (sorted[found[0]]?.value ?? 0) / 2 + (sorted[found[1]]?.value ?? 0) / 2;
}

/** The arithmetic mean. Null without any. */
export function meanNumber(numbers: readonly Counted[]): number | null {
	const n = numbers.reduce((sum, one) => sum + one.count, 0);
	// Weighted before they are added, so that numbers near the largest there is do not overflow.
	return n === 0 ? null : numbers.reduce((sum, one) => sum + one.value * (one.count / n), 0);
}

/** A part of a whole in percent, 0-100, not rounded; 0 of an empty whole. */
export const percentOf = (count: number, whole: number) => (whole === 0 ? 0 : (100 * count) / whole);
