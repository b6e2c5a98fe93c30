import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOfItems } from '#shared/domain/figure/build.ts';
import type { Answers, Instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { shownIds } from '#shared/domain/instrument/shown.ts';
import { analyse } from '#shared/domain/results/analyse.ts';
import { analysis as schema } from '#shared/domain/results/model.ts';
import { sentenceOf } from '#shared/domain/results/sentence.ts';
import { seedAnswers } from './seed-answers.ts';
import { expectBoard, expectLokus } from './seed-figures.ts';

const text = (sv: string) => ({ sv });
const option = (value: string, missing?: boolean) => ({ value, label: text(value), ...(missing && { missing }) });
const instrument: Instrument = {
	format: 'underlag-instrument/1',
	key: 'test',
	version: 1,
	title: text('Prov'),
	scales: [{ id: 's5', options: [...['1', '2', '3', '4', '5'].map((value) => option(value)), option('na', true)] }],
	items: [
		{
			type: 'multiple',
			id: 'g',
			text: text('Grupper'),
			options: [option('a'), option('b'), option('c'), option('none', true)],
		},
		{ type: 'single', id: 'one', text: text('En'), options: [option('x'), option('y')] },
		{ type: 'scale', id: 's', text: text('Skala'), scale: 's5' },
		{ type: 'scale', id: 'h', text: text('Dold'), scale: 's5', shownIf: { item: 'g', chosenAtLeast: 2 } },
		{ type: 'matrix', id: 'm', text: text('Matris'), scale: 's5', rows: [{ id: 'm1', text: text('Rad') }] },
		{ type: 'rating', id: 'r', text: text('Betyg'), min: 0, max: 10, minLabel: text('sämst') },
		{ type: 'number', id: 'n', text: text('Tal') },
		{ type: 'single', id: 'o', text: text('Annat'), options: [option('x'), { ...option('y'), other: true }] },
		{ type: 'text', id: 't', text: text('Fritt'), shownIf: { item: 'h', answered: true } },
	],
};
const round = { id: 1, name: 'Omgång', invited: 50, partial: 0 };
const run = (responses: Answers[], by?: string, singleGroupOnly?: boolean) =>
	schema.parse(analyse(instrument, round, responses, { by, singleGroupOnly, language: 'sv' }));
const find = (result: ReturnType<typeof run>, id: string) => {
	const found = result.items.find((item) => item.id === id);
	if (!found) throw new Error(id);
	return found;
};

const value = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const response: fc.Arbitrary<Answers> = fc
	.record({
		g: fc.option(fc.subarray(['a', 'b', 'c', 'none']), { nil: undefined }),
		one: value('x', 'y'),
		s: value('1', '2', '3', '4', '5', 'na', 'unheard of'),
		h: value('1', '2', '5', 'na'),
		m1: value('1', '4'),
		r: fc.option(fc.integer({ min: -1, max: 11 }), { nil: undefined }),
		n: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
		t: value('ord', ''),
		o: value('x', 'y'),
		'o:other': value('ord'),
	})
	.map((answers) => Object.fromEntries(Object.entries(answers).filter(([, one]) => one !== undefined)) as Answers);
const responses = fc.array(response, { maxLength: 40 });

describe('the published figures', () => {
	it('of the board', () => {
		const { definition, responses: rows } = seedAnswers('board');
		expectBoard(analyse(definition, { ...round, invited: 22 }, rows, { language: 'sv' }));
	});
	it('of the Lokus groups', () => {
		const { definition, responses: rows } = seedAnswers('lokus');
		expectLokus(analyse(definition, { ...round, invited: 28 }, rows, { by: '1', language: 'sv' }));
	});
});

describe('analyse', () => {
	it('tells missing, not applicable and not asked apart', () => {
		const result = run([
			{ g: ['a', 'b'], h: 'na' },
			{ g: ['a', 'b'], h: '5' },
			{ g: ['a', 'b'] },
			{ g: ['a'], h: '5' },
		]);
		expect(find(result, 'h')).toMatchObject({ n: 1, missing: 2, notApplicable: 1, notAsked: 1 });
	});

	it('gives medians: a position of a scale, half between two, the number itself of ratings and numbers', () => {
		const result = run([
			{ s: '2', r: 0, n: 10 },
			{ s: '3', r: 10, n: 2.5 },
		]);
		expect(find(result, 's').median).toBe(2.5);
		expect(find(result, 'r')).toMatchObject({ median: 5, mean: 5, topTwo: null });
		expect(find(result, 'r').options.map((one) => one.label)).toEqual([
			'0 (sämst)',
			...'1 2 3 4 5 6 7 8 9 10'.split(' '),
		]);
		expect(find(result, 'n')).toMatchObject({ median: 6.25, mean: 6.25, options: [] });
		expect(find(result, 'one')).toMatchObject({ median: null, topTwo: null });
	});

	it('counts a person in several groups in each, and can leave such people out', () => {
		const rows: Answers[] = [{ g: ['a', 'b'], s: '5' }, { g: ['a'], s: '1' }, { s: '4' }];
		const both = find(run(rows, 'g'), 's').groups?.map(({ n, size, inSeveral }) => ({ n, size, inSeveral }));
		expect(both).toEqual([
			{ n: 2, size: 2, inSeveral: 1 },
			{ n: 1, size: 1, inSeveral: 1 },
			{ n: 0, size: 0, inSeveral: 0 },
		]);
		const single = run(rows, 'g', true);
		expect(single.by).toEqual({ id: 'g', label: 'Grupper', inSeveral: 1, singleGroupOnly: true });
		expect(find(single, 's').groups?.map((group) => group.n)).toEqual([1, 0, 0]);
		expect(find(single, 's').n).toBe(3);
	});

	it("tells of a ranking how many ranked each option, put it first, and its mean rank, in the respondents' own order", () => {
		const ranking: Instrument = {
			...instrument,
			items: [
				{
					type: 'ranking',
					id: 'rank',
					text: text('Ordna'),
					options: [option('a'), option('b'), option('c'), option('d')],
				},
				{ type: 'text', id: 'rank2', text: text('Annat') },
			],
		};
		const rows: Answers[] = [{ rank: ['b', 'a', 'c'] }, { rank: ['b'] }, { rank: ['c', 'b'] }, {}];
		const [item] = analyse(ranking, round, rows, { language: 'sv' }).items;
		expect(item).toMatchObject({ n: 3, missing: 1, topTwo: null, median: null, mean: null });
		expect(item?.options.map(({ count }) => count)).toEqual([1, 3, 2, 0]);
		expect(item?.ranks).toEqual([
			{ first: 0, mean: 2 },
			{ first: 2, mean: 4 / 3 },
			{ first: 1, mean: 2 },
			{ first: 0, mean: null },
		]);
		if (!item) throw new Error('no item');
		expect(sentenceOf(item, 'sv', 6)).toBe('Två av tre (67\u00a0%) satte ”b” först på ”Ordna”.');
		const whole = analyse(ranking, round, rows, { language: 'sv' });
		expect(figureOfItems(whole, ['rank'], 'sv')?.rows.map(({ counts }) => counts)).toEqual([[0], [2], [1], [0]]);
	});

	it('has a rate only when it knows whom was asked, in percent of those invited', () => {
		const rate = (invited: number | null) =>
			analyse(instrument, { ...round, invited }, [{ s: '1' }], { language: 'sv' }).responseRate;
		expect([rate(null), rate(0), rate(3)]).toEqual([null, null, 100 / 3]);
	});

	it('refuses to group by what has no groups', () => {
		expect(() => run([], 's')).toThrow(RangeError);
		expect(() => run([], 'nobody')).toThrow(RangeError);
	});

	it('keeps its sums', () => {
		fc.assert(
			fc.property(responses, fc.constantFrom('g', 'one'), fc.boolean(), (rows, by, single) => {
				const result = run(rows, by, single);
				expect(result.answered).toBe(rows.length);
				for (const item of result.items) {
					expect(item.n + item.missing + item.notAsked).toBe(rows.length);
					expect(item.notApplicable).toBeLessThanOrEqual(item.missing);
					const sum = item.options.reduce((total, one) => total + one.count, 0);
					if (item.type === 'multiple') expect(sum).toBeGreaterThanOrEqual(item.n);
					else if (item.options.length > 0) expect(sum).toBe(item.n);
					for (const group of item.groups ?? []) {
						expect(group.n).toBeLessThanOrEqual(Math.min(group.size, item.n));
						group.options.forEach((one, at) => {
							expect(one.count).toBeLessThanOrEqual(item.options[at]?.count ?? -1);
							expect(one.percent).toBeCloseTo(group.n ? (100 * one.count) / group.n : 0, 9);
						});
					}
				}
			}),
		);
	});

	it('is the same in any order of respondents', () => {
		fc.assert(
			fc.property(
				responses.chain((rows) =>
					fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
				),
				([rows, other]) => {
					// The mean alone is a sum of fractions, which floating point rounds by the order.
					const plain = (all: Answers[]) => run(all, 'g').items.map((item) => ({ ...item, mean: null }));
					expect(plain(other)).toEqual(plain(rows));
				},
			),
		);
	});

	it('covers with its groups everyone who is in one, and single-group members are among them', () => {
		fc.assert(
			fc.property(responses, (rows) => {
				const all = run(rows, 'g');
				const single = run(rows, 'g', true);
				const grouped = rows.filter((row) => Array.isArray(row.g) && row.g.some((one) => one !== 'none'));
				const several = rows.filter((row) => Array.isArray(row.g) && row.g.filter((one) => one !== 'none').length > 1);
				expect(all.by?.inSeveral).toBe(several.length);
				const sizes = (of: typeof all) => find(of, 's').groups?.reduce((sum, group) => sum + group.size, 0) ?? 0;
				expect(sizes(all)).toBeGreaterThanOrEqual(grouped.length);
				expect(sizes(single)).toBe(grouped.length - several.length);
				find(single, 's').groups?.forEach((group, at) => {
					const whole = find(all, 's').groups?.[at];
					expect(group.size).toBe((whole?.size ?? 0) - (whole?.inSeveral ?? 0));
					expect(group.n).toBeLessThanOrEqual(whole?.n ?? -1);
				});
			}),
		);
	});

	it('asks whom the questionnaire itself shows a question, person by person', () => {
		fc.assert(
			fc.property(responses, (rows) => {
				const result = run(rows);
				for (const { id } of questionsOf(instrument)) {
					const hidden = rows.filter((row) => !shownIds(instrument, row).has(id)).length;
					expect([id, find(result, id).notAsked]).toEqual([id, hidden]);
				}
			}),
		);
	});
});
