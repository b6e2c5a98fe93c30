import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AskedCounts, hideSmallGroups } from '#shared/domain/handover/packet.ts';

const counts = (asked: number): AskedCounts => ({
	asked,
	unreachable: 0,
	refused: 0,
	partial: 0,
	answered: 0,
	notEligible: 0,
});
const group = (label: string, asked: number) => ({ label, counts: counts(asked) });
const shown = (whole: number, sizes: number[], smallest = 6) =>
	hideSmallGroups(
		counts(whole),
		sizes.map((size, at) => group(String(at), size)),
		smallest,
	).map((one) => one.counts?.asked ?? null);

test('a group below the promise is hidden, and the next smallest with it, so that none can be had by subtraction', () => {
	expect(shown(30, [20, 10])).toEqual([20, 10]);
	expect(shown(30, [4, 20, 6])).toEqual([null, 20, null]);
	expect(shown(31, [2, 3, 20, 6])).toEqual([null, null, 20, null]);
	// Two hidden that make a group together are enough.
	expect(shown(35, [4, 5, 20, 6])).toEqual([null, null, 20, 6]);
	expect(shown(7, [3, 4])).toEqual([null, null]);
	expect(shown(0, [])).toEqual([]);
});

test('those who should not have been asked make no group larger', () => {
	const small = { label: 'Tierp', counts: { ...counts(0), answered: 1, notEligible: 20 } };
	const hidden = hideSmallGroups({ ...counts(40), answered: 1, notEligible: 20 }, [group('Heby', 40), small], 5);
	expect(hidden.map((one) => one.counts)).toEqual([null, null]);
});

test('what is hidden of groups that make up the whole is never one group, and never fewer people than the promise', () => {
	fc.assert(
		fc.property(
			fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 12 }),
			fc.integer({ min: 2, max: 10 }),
			(sizes, smallest) => {
				const whole = sizes.reduce((sum, one) => sum + one, 0);
				const out = shown(whole, sizes, smallest);
				for (const [at, size] of out.entries()) if (size !== null) expect(size).toBe(sizes[at]);
				for (const size of out) if (size !== null) expect(size).toBeGreaterThanOrEqual(smallest);
				const hidden = sizes.filter((_, at) => out[at] === null);
				if (hidden.length === 0 || hidden.length === sizes.length) return;
				expect(hidden.length).toBeGreaterThan(1);
				expect(hidden.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(smallest);
			},
		),
	);
});
