import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Coded, isOneEditAway, likenessOf, matchCodes, normaliseCode } from '#shared/domain/asked/codes.ts';
import { costOf } from '../cost.ts';

const round = (roundId: number, first: number, ...codes: string[]): Coded[] =>
	codes.map((code, at) => ({ responseId: first + at, roundId, code }));
const ids = (all: readonly Coded[]) => all.map(({ responseId }) => responseId);

test('codes as they are written: case, spaces and signs do not count', () => {
	expect([' an-07 ', 'An 07', 'ＡＮ０７', 'än07'].map(normaliseCode)).toEqual(['AN07', 'AN07', 'AN07', 'ÄN07']);
	expect(likenessOf('AN07', 'ANO7')).toBe('similar');
	expect(likenessOf('AN17', 'ANL7')).toBe('similar');
	expect(likenessOf('MÄ12', 'MA12')).toBe('similar');
	expect(likenessOf('CD03', 'CD3')).toBe('similar');
	expect(likenessOf('C007D04', 'C7D4')).toBe('similar');
	expect(likenessOf('CD30', 'CD3')).toBeNull();
	const zeros = [
		{ responseId: 1, roundId: 1, code: 'ef-7' },
		{ responseId: 2, roundId: 2, code: 'EF 07' },
	];
	expect(matchCodes(zeros).uncertain).toMatchObject([{ likeness: 'similar', only: true }]);
	expect(likenessOf('AN07', 'AN08')).toBe('near');
	expect(likenessOf('AN07', 'NA07')).toBe('near');
	expect(likenessOf('AN07', 'AN0')).toBeNull();
	expect(likenessOf('A7', 'A8')).toBeNull();
	expect(likenessOf('ANN07', 'ANN8')).toBeNull();
});

/** The distance by its definition, to hold the quick one against. */
function distance(a: string, b: string): number {
	const rows = Array.from({ length: a.length + 1 }, (_, i) =>
		Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
	);
	const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
	for (let i = 1; i <= a.length; i++)
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				least = Math.min(least, at(i - 2, j - 2) + 1);
			(rows[i] as number[])[j] = least;
		}
	return at(a.length, b.length);
}

test('one edit away is one by the definition', () => {
	const word = fc.string({ unit: fc.constantFrom('A', 'B', '1'), maxLength: 6 });
	fc.assert(
		fc.property(word, word, (a, b) => {
			expect(isOneEditAway(a, b)).toBe(distance(a, b) === 1);
		}),
		{ numRuns: 2000 },
	);
});

test('the very same code in every round is sure; what is alike is for a person; the rest has no counterpart', () => {
	const found = matchCodes([
		...round(1, 1, 'AN07', 'BE12', 'CA30', 'DORA', '', 'ZZZZ'),
		...round(2, 11, 'an-07', 'BE21', 'CA3O', 'QQQQ', 'FREDA'),
		...round(3, 21, 'AN 07', 'BE12'),
	]);
	expect(found.sure.map(ids)).toEqual([
		[1, 11, 21],
		[2, 22],
	]);
	expect(found.uncertain.map(({ a, b, likeness, only }) => [a.responseId, b.responseId, likeness, only])).toEqual([
		[3, 13, 'similar', true],
	]);
	expect(ids(found.unmatched)).toEqual([4, 6, 12, 14, 15]);
	expect(found.without).toBe(1);
});

test('a code that two of a round have is never sure, and is listed with what it may belong to', () => {
	const found = matchCodes([...round(1, 1, 'AN07', 'AN07', 'BE12'), ...round(2, 11, 'AN07', 'BE12')]);
	expect(found.sure.map(ids)).toEqual([[3, 12]]);
	expect(found.repeated.map(({ code, responses, others }) => [code, ids(responses), ids(others)])).toEqual([
		['AN07', [1, 2], [11]],
	]);
	expect(found.uncertain.map(({ a, b, only }) => [a.responseId, b.responseId, only])).toEqual([
		[1, 11, false],
		[2, 11, false],
	]);
});

test('what a person has settled stands: together is left out, apart is never proposed again', () => {
	const all = [...round(1, 1, 'AN07', 'BE12'), ...round(2, 11, 'AN08', 'BE12')];
	expect(matchCodes(all, { together: [[1, 11]], apart: [] })).toMatchObject({ uncertain: [], unmatched: [] });
	const apart = matchCodes(all, {
		together: [],
		apart: [
			[1, 11],
			[2, 12],
		],
	});
	expect(apart.uncertain).toEqual([]);
	expect(apart.sure).toEqual([]);
	expect(ids(apart.unmatched)).toEqual([1, 2, 11, 12]);
});

test('everybody stands in one place, and nobody has two responses of a round', () => {
	const code = fc.string({ unit: fc.constantFrom('A', 'O', '0', '1'), maxLength: 5 });
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), code), { maxLength: 40 }), (all) => {
			const responses = all.map(([roundId, one], at) => ({ responseId: at + 1, roundId, code: one }));
			const found = matchCodes(responses);
			for (const those of found.sure) expect(new Set(those.map(({ roundId }) => roundId)).size).toBe(those.length);
			for (const { a, b } of found.uncertain) expect(a.roundId).not.toBe(b.roundId);
			const sure = ids(found.sure.flat());
			const paired = new Set(found.uncertain.flatMap(({ a, b }) => [a.responseId, b.responseId]));
			expect(new Set(sure).size).toBe(sure.length);
			expect(sure.some((id) => paired.has(id))).toBe(false);
			expect(sure.length + paired.size + found.unmatched.length + found.without).toBe(responses.length);
		}),
	);
});

test('ten rounds of two thousand are matched in seconds', async () => {
	const rounds = Array.from({ length: 10 }, (_, at) =>
		round(
			at + 1,
			at * 2000 + 1,
			...Array.from({ length: 2000 }, (__, n) => `P${String(n * 7919 + (n % 9 === at ? 1 : 0)).padStart(8, '0')}`),
		),
	);
	let found = matchCodes([]);
	const cost = await costOf(() => {
		found = matchCodes(rounds.flat());
	});
	expect(found.sure.length).toBeGreaterThan(1500);
	expect(cost).toBeLessThan(60);
});

test('answers in words are no codes: only the very same are alike, and a whole book in each of a hundred is matched at once', async () => {
	const long = 'Ord för ord. '.repeat(5000);
	let found = matchCodes([]);
	const responses = [
		...round(1, 1, ...Array.from({ length: 100 }, (_, at) => `${long}${at}`)),
		...round(2, 1001, `${long}7`, `${long}77x`),
	];
	const cost = await costOf(() => {
		found = matchCodes(responses);
	});
	expect(found.sure.map(ids)).toEqual([[8, 1001]]);
	expect(found.uncertain).toEqual([]);
	expect(cost).toBeLessThan(30);
});
