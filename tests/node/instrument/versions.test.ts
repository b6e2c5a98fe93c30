import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionWords } from '#shared/domain/instrument/condition-words.ts';
import { applyEdit } from '#shared/domain/instrument/edit/apply.ts';
import type { InstrumentEdit } from '#shared/domain/instrument/edit/schema.ts';
import type { Condition, Instrument, Item } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { compareVersions } from '#shared/domain/instrument/versions.ts';
import { makeInstrument, soundInstrument } from './make.ts';

const options = ['Ja, absolut', 'Ja, ganska', 'Nej'].map((sv, at) => ({ value: String(at + 1), label: { sv } }));
const items: Item[] = [
	{ type: 'scale', id: '1', text: { sv: 'Målen är tydliga' }, scale: 's' },
	{ type: 'single', id: '2', text: { sv: 'Vilken part?' }, options },
	{ type: 'text', id: '3', text: { sv: 'Berätta om {{2}}' }, shownIf: { item: '2', is: ['1'] } },
	{ type: 'rating', id: '4', text: { sv: 'Helhet' }, min: 1, max: 10 },
	{
		type: 'matrix',
		id: '5',
		text: { sv: 'Samtal' },
		scale: 's',
		rows: [
			{ id: '5a', text: { sv: 'om mål' } },
			{ id: '5b', text: { sv: 'om medel' } },
		],
	},
];
const made = makeInstrument(items);
let count = 0;
const compare = (...edits: InstrumentEdit[]) => {
	const after = edits.reduce((now: Instrument, one) => applyEdit(now, one, () => `new-${++count}`).instrument, made);
	return Object.fromEntries(
		compareVersions(made, after)
			.filter((one) => one.kinds.length > 0)
			.map((one) => [one.uid.replace(/^new-\d+$/, 'new'), [one.comparable, ...one.kinds].join(' ')]),
	);
};

test('what has changed between versions, and what is still comparable', () => {
	expect(compare()).toEqual({});
	expect(compare({ do: 'set', item: '1', set: { text: { sv: 'Målen är klara' } } })).toEqual({ 1: 'care wording' });
	expect(compare({ do: 'set', item: '1', set: { text: { en: 'The aims are clear' } } })).toEqual({});
	expect(compare({ do: 'retype', item: '4', type: 'text' })).toEqual({ 4: 'no type' });
	expect(compare({ do: 'set', item: '4', set: { max: 7 } })).toEqual({ 4: 'no bounds' });
	expect(compare({ do: 'set', item: '1', set: { reverse: true } })).toEqual({ 1: 'care reverse' });
	expect(compare({ do: 'set', item: '5a', set: { text: { sv: 'om målen' } } })).toEqual({ '5a': 'care wording' });
	const four = { scale: 's' };
	expect(compare({ do: 'addOptions', of: four, options: [{ label: { sv: 'Val 5' } }], at: 4 })).toEqual({
		1: 'no scale',
		'5a': 'no scale',
		'5b': 'no scale',
	});
	expect(
		compare({ do: 'addOptions', of: four, options: [{ label: { sv: 'Vet inte' }, missing: true }], at: 4 }),
	).toEqual({ 1: 'care scale', '5a': 'care scale', '5b': 'care scale' });
	expect(compare({ do: 'addOptions', of: { item: '2' }, options: [{ label: { sv: 'Vet inte' } }], at: 3 })).toEqual({
		2: 'care options',
	});
	expect(compare({ do: 'setOption', of: { item: '2' }, value: '1', set: { label: { sv: 'Nja' } } })).toEqual({
		2: 'no options',
	});
	expect(compare({ do: 'set', item: '3', set: { shownIf: null } })).toEqual({ 3: 'care condition' });
});

test('a new number or place changes no result; what is new or gone has nothing to be compared with', () => {
	expect(compare({ do: 'add', type: 'text', before: '1' })).toEqual({
		new: 'none added',
		1: 'yes number',
		2: 'yes number',
		3: 'yes number',
		4: 'yes number',
		'5a': 'yes number',
		'5b': 'yes number',
	});
	expect(compare({ do: 'move', items: ['4'], before: '2' })).toEqual({
		2: 'yes number',
		3: 'yes number',
		4: 'yes number place',
	});
	expect(compare({ do: 'remove', items: ['4'] })).toEqual({
		4: 'none removed',
		'5a': 'yes number',
		'5b': 'yes number',
	});
});

test('any questionnaire is the same as itself, and every question of either stands once', () => {
	fc.assert(
		fc.property(soundInstrument, soundInstrument, (a, b) => {
			expect(compareVersions(a, a).every((one) => one.kinds.length === 0)).toBe(true);
			const changes = compareVersions(a, b);
			expect(new Set(changes.map((one) => one.uid)).size).toBe(changes.length);
			expect(changes.filter((one) => one.after).length).toBe(compareVersions(b, b).length);
			expect(changes.filter((one) => one.before).length).toBe(compareVersions(a, a).length);
		}),
		{ numRuns: 60 },
	);
});

test('a condition is read as a sentence in both languages', () => {
	const questions = questionsOf(made);
	const sv = (condition: Condition) => conditionWords(condition, questions, 'sv');
	expect(sv({ item: '2', is: ['1', '2'] })).toBe('fråga 2 är ”Ja, absolut” eller ”Ja, ganska”');
	expect(
		sv({
			all: [
				{ item: '2', is: ['1', '2'] },
				{ item: '4', atLeast: 5 },
			],
		}),
	).toBe('fråga 2 är ”Ja, absolut” eller ”Ja, ganska” och fråga 4 är minst 5');
	expect(
		sv({
			any: [
				{ item: '3', answered: true },
				{ item: '4', atMost: 2.5 },
				{
					all: [
						{ item: '1', is: ['1'] },
						{ item: '2', answered: false },
					],
				},
			],
		}),
	).toBe('fråga 3 är besvarad, fråga 4 är högst 2,5, eller (fråga 1 är ”Val 1” och fråga 2 är obesvarad)');
	expect(sv({ not: { item: '2', is: ['3'] } })).toBe('fråga 2 inte är ”Nej”');
	expect(sv({ not: { any: [{ item: '2', answered: true }] } })).toBe('det inte stämmer att fråga 2 är besvarad');
	expect(sv({ item: 'borta', is: ['x'] })).toBe('fråga borta är ”x”');
	expect(conditionWords({ all: [{ item: '2', is: ['3'] }, { not: { item: '4', atLeast: 5 } }] }, questions, 'en')).toBe(
		'question 2 is “Nej” and it does not hold that question 4 is at least 5',
	);
});

test('another answer outside the scale, and other bounds of how many or which days, are told', () => {
	const outside = (value: string, sv: string) => {
		const [scale] = made.scales;
		if (!scale) throw new Error('no scale');
		return { ...made, scales: [{ ...scale, options: [...scale.options, { value, label: { sv }, missing: true }] }] };
	};
	const kinds = (before: Instrument, after: Instrument) =>
		compareVersions(before, after).map((one) => one.kinds.join(' '))[0];
	expect(kinds(outside('dk', 'Vet inte'), outside('dk', 'Vet inte'))).toBe('');
	expect(kinds(outside('dk', 'Vet inte'), outside('na', 'Ej aktuellt'))).toBe('scale');
	expect(kinds(outside('dk', 'Vet inte'), outside('dk', 'Ej aktuellt'))).toBe('scale');
	const choice = (min: number) => makeInstrument([{ type: 'multiple', id: '1', text: { sv: 'Vilka?' }, options, min }]);
	expect(kinds(choice(1), choice(2))).toBe('bounds');
	const day = (from: string) => makeInstrument([{ type: 'date', id: '1', text: { sv: 'När?' }, from }]);
	expect(kinds(day('2024-01-01'), day('2025-01-01'))).toBe('bounds');
});
