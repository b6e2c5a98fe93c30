import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AskedStatus, askedStatus } from '#shared/domain/asked/model.ts';
import { nonResponse } from '#shared/domain/asked/non-response.ts';
import {
	countsByResponses,
	cumulative,
	isMemberOn,
	noCounts,
	ratesByGroup,
	ratesOf,
} from '#shared/domain/asked/rates.ts';

const status: fc.Arbitrary<AskedStatus> = fc.constantFrom(...askedStatus.options);

test('RR1 and RR2 by hand: 60 answered, 10 partly, 5 refused, 5 returned, 20 silent, 3 that do not count', () => {
	const rates = ratesOf({ answered: 60, partial: 10, refused: 5, unreachable: 5, asked: 20, notEligible: 3 });
	expect(rates).toMatchObject({ eligible: 100, rr1: 60, rr2: 70 });
	expect(ratesOf({ ...noCounts(), notEligible: 4 })).toMatchObject({ eligible: 0, rr1: null, rr2: null });
});

test('answers that nobody is known by are counted as they came, and never make more than were asked', () => {
	const list = { ...noCounts(), asked: 19, refused: 2, notEligible: 1 };
	expect(ratesOf(countsByResponses(list, 14, 1, null))).toMatchObject({
		eligible: 21,
		counts: { asked: 4, answered: 14 },
	});
	expect(countsByResponses(list, 30, 0, null).asked).toBe(0);
	// Without a list: of the number invited, and of nobody where that is not known either.
	expect(ratesOf(countsByResponses(noCounts(), 12, 2, 22))).toMatchObject({ eligible: 22, counts: { asked: 8 } });
	expect(ratesOf(countsByResponses(noCounts(), 12, 2, null))).toMatchObject({ eligible: 0, rr1: null, rr2: null });
});

test('one in several groups counts in each, and the group says of how many that holds', () => {
	const groups = [1, 2, 3].map((id) => ({ id, name: `G${id}` }));
	const people = [
		{ status: 'answered' as const, groups: [1, 2] },
		{ status: 'asked' as const, groups: [1] },
		{ status: 'notEligible' as const, groups: [1, 2] },
		{ status: 'partial' as const, groups: [2, 2] },
	];
	const [first, second, third] = ratesByGroup(people, groups, 2);
	expect(first).toMatchObject({ eligible: 2, rr1: 50, rr2: 50, inSeveral: 1, small: false });
	expect(second).toMatchObject({ eligible: 2, rr1: 50, rr2: 100, inSeveral: 1 });
	expect(third).toMatchObject({ eligible: 0, rr1: null, small: true });
});

test('RR1 is at most RR2, both are shares, and groups that everybody is in once make up the whole', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(status, fc.integer({ min: 1, max: 3 }))), (all) => {
			const counts = noCounts();
			for (const [one] of all) counts[one]++;
			const { eligible, rr1, rr2 } = ratesOf(counts);
			if (eligible > 0) expect(0 <= (rr1 ?? -1) && (rr1 ?? -1) <= (rr2 ?? -1) && (rr2 ?? -1) <= 100).toBe(true);
			const groups = ratesByGroup(
				all.map(([one, group]) => ({ status: one, groups: [group] })),
				[1, 2, 3].map((id) => ({ id, name: '' })),
				1,
			);
			expect(groups.reduce((sum, group) => sum + group.eligible, 0)).toBe(eligible);
			expect(groups.every(({ inSeveral }) => inSeveral === 0)).toBe(true);
		}),
	);
});

test('days add up in order, and a membership holds on its first and last day', () => {
	expect(
		cumulative([
			['2016-05-02', 3],
			['2016-04-30', 2],
		]),
	).toEqual([
		{ day: '2016-04-30', answered: 2 },
		{ day: '2016-05-02', answered: 5 },
	]);
	const days = { from: '2016-01-01', to: '2016-12-31' };
	expect(['2015-12-31', '2016-01-01', '2016-12-31', '2017-01-01', null].map((day) => isMemberOn(days, day))).toEqual([
		...[false, true, true, false, true],
	]);
});

test('how those who answered differ: 6 of 10 asked are women, but 4 of 5 who answered', () => {
	const people = [
		...Array.from({ length: 6 }, (_, n) => ({ sex: 'kvinna', answered: n < 4 })),
		...Array.from({ length: 4 }, (_, n) => ({ sex: 'man', answered: n < 1 })),
	].map(({ sex, answered }) => ({
		status: answered ? ('answered' as const) : ('asked' as const),
		values: new Map([['Kön', [sex]]]),
	}));
	const outside = { status: 'notEligible' as const, values: new Map([['Kön', ['man']]]) };
	const [sex, age] = nonResponse([...people, outside], ['Kön', 'Ålder'], 5);
	expect(sex?.values).toEqual([
		{ value: 'kvinna', asked: 6, answered: 4, askedPercent: 60, answeredPercent: 80, difference: 20, small: false },
		{ value: 'man', asked: 4, answered: 1, askedPercent: 40, answeredPercent: 20, difference: -20, small: true },
	]);
	expect(age?.values).toMatchObject([{ value: '', asked: 10, answered: 5 }]);
});
