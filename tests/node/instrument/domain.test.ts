import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asAnswer, asAnswers, isIsoDate } from '#shared/domain/instrument/answer.ts';
import { checkInstrument, readInstrument } from '#shared/domain/instrument/check.ts';
import type { Item } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { holds, progressOf, pruneAnswers, shownIds } from '#shared/domain/instrument/shown.ts';
import { inLanguage, optionLabel, shortName } from '#shared/domain/instrument/text.ts';
import { costOf } from '../cost.ts';
import { makeInstrument, someAnswers, soundInstrument } from './make.ts';

const text = (id: string, more: Partial<Item> = {}) => ({ type: 'text', id, text: { sv: id }, ...more }) as Item;
const made = soundInstrument.chain((instrument) => fc.tuple(fc.constant(instrument), someAnswers(instrument)));

test.each<[string, Item[], string]>([
	['the same id twice', [text('a'), text('a')], 'duplicate-item a a'],
	[
		'a row with the id of an item',
		[text('a'), { type: 'matrix', id: 'm', text: { sv: 'm' }, scale: 's', rows: [{ id: 'a', text: { sv: 'a' } }] }],
		'duplicate-item m a',
	],
	['a condition on nothing', [text('a', { shownIf: { item: 'x', answered: true } })], 'unknown-reference a x'],
	[
		'a condition on what comes later',
		[text('a', { shownIf: { not: { item: 'b', answered: true } } }), text('b')],
		'later-reference a b',
	],
	['a condition on itself', [text('a', { shownIf: { item: 'a', answered: true } })], 'later-reference a a'],
	[
		'a condition on a heading',
		[{ type: 'section', id: 'h', text: { sv: 'h' } }, text('a', { shownIf: { item: 'h', answered: true } })],
		'unanswerable-reference a h',
	],
	[
		'a condition on an option that is not there',
		[
			{ type: 'scale', id: 'a', text: { sv: 'a' }, scale: 's' },
			text('b', { shownIf: { any: [{ item: 'a', is: ['1', '9'] }] } }),
		],
		'unknown-option b 9',
	],
	['a scale that is not there', [{ type: 'scale', id: 'a', text: { sv: 'a' }, scale: 'x' }], 'unknown-scale a x'],
	[
		'the same option value twice',
		[
			{
				type: 'single',
				id: 'a',
				text: { sv: 'a' },
				options: ['1', '1', '2'].map((value) => ({ value, label: { sv: value } })),
			},
		],
		'duplicate-option a 1',
	],
	['bounds the wrong way', [{ type: 'rating', id: 'a', text: { sv: 'a' }, min: 10, max: 1 }], 'bad-bounds a '],
	[
		'one option alone',
		[{ type: 'single', id: 'a', text: { sv: 'a' }, options: [{ value: '1', label: { sv: '1' } }] }],
		'too-few-options a ',
	],
	[
		'two fields for other answers',
		[
			{
				type: 'single',
				id: 'a',
				text: { sv: 'a' },
				options: ['1', '2'].map((value) => ({ value, label: { sv: value }, other: true })),
			},
		],
		'several-others a ',
	],
	[
		'an index that is not there',
		[{ type: 'scale', id: 'a', text: { sv: 'a' }, scale: 's', index: 'x' }],
		'unknown-index a x',
	],
	[
		'an answer repeated before it is given',
		[text('a', { text: { sv: 'Du skrev {{b}}' } }), text('b')],
		'unknown-pipe a b',
	],
	['a pattern that is none', [text('a', { validation: { pattern: '(', message: { sv: '' } } })], 'bad-pattern a ('],
	[
		'a default that is no answer',
		[{ type: 'number', id: 'a', text: { sv: 'a' }, max: 3, default: 4 }],
		'bad-default a 4',
	],
	[
		'more chosen from the start than may be',
		[
			{
				type: 'multiple',
				id: 'a',
				text: { sv: 'a' },
				max: 1,
				default: ['1', '2'],
				options: ['1', '2'].map((value) => ({ value, label: { sv: value } })),
			},
		],
		'unfit-default a ',
	],
	[
		'an option without words, by its place',
		[
			{
				type: 'single',
				id: 'a',
				text: { sv: 'a' },
				options: ['7', '9'].map((value, at) => ({ value, label: { sv: at === 0 ? 'Ja' : ' ' } })),
			},
		],
		'no-option-text a 2',
	],
	[
		'more to choose than there is',
		[
			{
				type: 'multiple',
				id: 'a',
				text: { sv: 'a' },
				min: 3,
				options: ['1', '2'].map((value) => ({ value, label: { sv: value } })),
			},
		],
		'bad-bounds a ',
	],
	['nothing to answer', [{ type: 'info', id: 'a', text: { sv: 'a' } }], 'nothing-asked made '],
])('%s is found', (_name, items, expected) => {
	expect(checkInstrument(makeInstrument(items)).map(({ kind, at, value }) => `${kind} ${at} ${value}`)).toEqual([
		expected,
	]);
});

test('what is no questionnaire at all is refused with the place', () => {
	for (const one of [null, 7, 'text', [], {}, { format: 'underlag-instrument/2' }]) {
		expect(readInstrument(one).instrument).toBeNull();
		expect(readInstrument(one).problems[0]?.kind).toBe('shape');
	}
	const { problems } = readInstrument({ ...makeInstrument([text('a')]), items: [{ type: 'slider', id: 'a' }] });
	expect(problems[0]).toMatchObject({ kind: 'shape', at: 'items.0.type' });
});

test('conditions hold as they say, and an answer that is lacking satisfies none but its lack', () => {
	const answers = { many: ['a', 'b'], one: 'a', number: 4, empty: '', none: [] };
	expect(holds({ item: 'many', chosenAtLeast: 2 }, answers)).toBe(true);
	expect(holds({ item: 'one', chosenAtLeast: 2 }, answers)).toBe(false);
	expect(holds({ item: 'many', is: ['b'] }, answers)).toBe(true);
	expect(holds({ item: 'number', atLeast: 4 }, answers)).toBe(true);
	expect(holds({ item: 'number', atMost: 3 }, answers)).toBe(false);
	for (const item of ['absent', 'empty', 'none', '__proto__', 'constructor']) {
		expect(holds({ item, answered: true }, answers)).toBe(false);
		expect(holds({ item, answered: false }, answers)).toBe(true);
		expect(holds({ item, is: ['a'] }, answers)).toBe(false);
		expect(holds({ item, atLeast: 0 }, answers)).toBe(false);
		expect(holds({ item, atMost: 0 }, answers)).toBe(false);
	}
});

test('an answer under a hidden item does not show what depends on it, and a hidden section hides all under it', () => {
	const chain = makeInstrument([
		text('a'),
		text('b', { shownIf: { item: 'a', answered: true } }),
		text('c', { shownIf: { item: 'b', answered: true } }),
		{ type: 'section', id: 'h', text: { sv: 'h' }, shownIf: { item: 'a', answered: true } },
		text('d'),
		{ type: 'section', id: 'i', text: { sv: 'i' } },
		text('e'),
	]);
	expect([...shownIds(chain, { b: 'x', c: 'y', d: 'z' })]).toEqual(['a', 'i', 'e']);
	expect(pruneAnswers(chain, { b: 'x', c: 'y', d: 'z', e: 'w' })).toEqual({ e: 'w' });
	expect([...shownIds(chain, { a: 'x' })]).toEqual(['a', 'b', 'h', 'd', 'i', 'e']);
	expect(questionsOf(chain).find((one) => one.id === 'd')?.conditions).toHaveLength(1);
});

test('property: pruning keeps valid answers to shown questions, all of them, and pruning again changes nothing', () => {
	fc.assert(
		fc.property(made, ([instrument, answers]) => {
			expect(checkInstrument(instrument)).toEqual([]);
			const kept = pruneAnswers(instrument, answers);
			expect(pruneAnswers(instrument, kept)).toEqual(kept);
			expect(shownIds(instrument, kept)).toEqual(shownIds(instrument, answers));
			const shown = shownIds(instrument, answers);
			for (const id of Object.keys(answers)) expect(id in kept).toBe(shown.has(id));
			expect(asAnswers(instrument, kept)).toEqual(kept);
			expect(progressOf(instrument, answers).answered).toBe(Object.keys(kept).length);
		}),
	);
});

test('property: a question is shown exactly when all its conditions hold over what counts', () => {
	fc.assert(
		fc.property(made, ([instrument, answers]) => {
			const kept = pruneAnswers(instrument, answers);
			const shown = shownIds(instrument, answers);
			for (const question of questionsOf(instrument)) {
				expect(shown.has(question.id)).toBe(question.conditions.every((one) => holds(one, kept)));
			}
		}),
	);
});

test('answers are stored tidy, and what cannot be an answer is refused', () => {
	const options = ['x', 'y', 'z'].map((value) => ({ value, label: { sv: value } }));
	const instrument = makeInstrument([
		{ type: 'multiple', id: 'm', text: { sv: 'm' }, options },
		{ type: 'rating', id: 'r', text: { sv: 'r' }, min: 1, max: 10 },
		{ type: 'number', id: 'n', text: { sv: 'n' }, min: 0 },
		{ type: 'date', id: 'd', text: { sv: 'd' } },
		text('t'),
	]);
	const all = asAnswers(instrument, { m: ['z', 'x', 'z'], r: 10, n: 0.5, d: '2024-02-29', t: ' a\r\nb ' });
	expect(all).toEqual({ m: ['x', 'z'], r: 10, n: 0.5, d: '2024-02-29', t: 'a\nb' });
	expect(asAnswers(instrument, { m: [], t: '  ', d: '' })).toEqual({});
	for (const [id, value] of [
		['m', ['x', 'q']],
		['r', 11],
		['r', 1.5],
		['r', 'fem'],
		['n', -1],
		['n', Number.NaN],
		['d', '2023-02-29'],
		['t', 4],
		['unknown', 'x'],
		['__proto__', 'x'],
	] as const) {
		const answers = Object.fromEntries([[id, value]]) as never;
		expect(() => asAnswers(instrument, answers)).toThrow(expect.objectContaining({ code: 'ANSWER_INVALID' }));
	}
});

test('property: a stored answer is stored again as it is', () => {
	fc.assert(
		fc.property(made, fc.string(), ([instrument, answers], wild) => {
			for (const question of questionsOf(instrument)) {
				for (const value of [answers[question.id], wild]) {
					const once = value === undefined ? undefined : asAnswer(question, value);
					if (once !== null && once !== undefined) expect(asAnswer(question, once)).toEqual(once);
				}
			}
		}),
	);
});

test('property: days of the calendar are dates, other numbers are not', () => {
	fc.assert(
		fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
			expect(isIsoDate(date.toISOString().slice(0, 10))).toBe(true);
		}),
	);
	for (const no of ['2023-02-29', '2023-13-01', '2023-00-10', '23-01-01', '2023-1-1', ''])
		expect(isIsoDate(no)).toBe(false);
});

test('texts come in the language asked for, and in Swedish where that is lacking', () => {
	expect(inLanguage({ sv: 'Ja', en: 'Yes' }, 'en')).toBe('Yes');
	expect(inLanguage({ sv: 'Ja' }, 'en')).toBe('Ja');
	expect(shortName({ text: { sv: 'Lång' }, short: { sv: 'Kort', en: 'Short' } }, 'en')).toBe('Short');
	expect(shortName({ text: { sv: 'Lång' } }, 'sv')).toBe('Lång');
	expect(optionLabel([{ value: '1', label: { sv: 'Ett' } }], '1', 'sv')).toBe('Ett');
	expect(optionLabel([], '9', 'sv')).toBe('9');
});

test('an answer is only repeated of what is answered, and of what comes before', () => {
	const repeats = (id: string) =>
		checkInstrument(
			makeInstrument([
				{ type: 'section', id: 's1', text: { sv: 'Rubrik' } },
				{ type: 'matrix', id: 'm', text: { sv: 'Nu' }, scale: 's', rows: [{ id: 'ma', text: { sv: 'A' } }] },
				text('x', { text: { sv: `Om {{${id}}}` } }),
			]),
		).map(({ kind, value }) => `${kind} ${value}`);
	expect(repeats('ma')).toEqual([]);
	for (const id of ['m', 's1', 'x', 'gone']) expect(repeats(id)).toEqual([`unknown-pipe ${id}`]);
});

test('a file cannot ask for a rating of millions, and a hundred thousand alternatives are checked at once', async () => {
	const rating = (max: number) => makeInstrument([{ type: 'rating', id: '1', text: { sv: 'Hur?' }, min: 0, max }]);
	expect(readInstrument(rating(10)).problems).toEqual([]);
	expect(readInstrument(rating(2e9)).problems[0]).toMatchObject({ kind: 'shape', at: 'items.0.max' });
	const options = Array.from({ length: 100_000 }, (_, at) => ({ value: String(at), label: { sv: `Val ${at}` } }));
	const large = makeInstrument([{ type: 'single', id: '1', text: { sv: 'Vad?' }, options }]);
	let problems: unknown;
	const cost = await costOf(() => {
		problems = checkInstrument(large);
	});
	expect(problems).toEqual([]);
	expect(cost).toBeLessThan(40);
});
