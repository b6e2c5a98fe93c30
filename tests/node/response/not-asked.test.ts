import { expect, test } from 'vitest';
import { askedCheck } from '#shared/domain/responses/breaches.ts';
import { layoutOf } from '#shared/domain/responses/layout.ts';
import { makeInstrument as ofFile } from '#shared/domain/responses/make-instrument.ts';
import { makeInstrument } from '../instrument/make.ts';

const text = { sv: 'Fråga' };
const options = ['Ja', 'Nej', 'Annat'].map((sv, at) => ({
	value: String(at + 1),
	label: { sv },
	...(at === 2 ? { other: true as const } : {}),
}));
const instrument = makeInstrument([
	{ type: 'single', id: '1', text, options },
	{ type: 'text', id: '2', text, shownIf: { item: '1', is: ['1'] } },
	{ type: 'section', id: 'del', text, shownIf: { item: '1', is: ['2'] } },
	{ type: 'number', id: '3', text },
]);

test('an answer to a question that was not asked is told, and words to an “other” that was not chosen', () => {
	const check = askedCheck(instrument, new Set(['1', '1:other', '2', '3']));
	const told = (answers: Parameters<NonNullable<typeof check>>[0]) => check?.(answers).map(({ id }) => id);
	expect(told({ '1': '1', '2': 'Ord' })).toEqual([]);
	expect(told({ '1': '2', '2': 'Ord', '3': 4 })).toEqual(['2']);
	expect(told({ '1': '1', '1:other': 'Kanske', '3': 4 })?.sort()).toEqual(['1:other', '3']);
	expect(told({ '1': '3', '1:other': 'Kanske' })).toEqual([]);
});

test('what depends on a question that the file does not hold is not judged', () => {
	expect(askedCheck(instrument, new Set(['2', '3']))).toBeNull();
	expect(askedCheck(makeInstrument([{ type: 'number', id: '1', text }]), new Set(['1']))).toBeNull();
});

test('a question and its option joined by a colon are one question, and an id in Finnish is none', () => {
	const rows = [
		['Vastaajan ID', '2. Vad deltog du i?:Föreläsning', '2. Vad deltog du i?:Samtal'],
		['11', '1', '0'],
		['12', '0', '1'],
	];
	const layout = layoutOf(rows);
	const made = ofFile({ layout, rows: rows.slice(layout.skip) }, { title: 'T', key: 't', scales: [] });
	expect(made.instrument.items).toMatchObject([
		{
			type: 'multiple',
			id: '2',
			text: { sv: 'Vad deltog du i?' },
			options: [{ label: { sv: 'Föreläsning' } }, { label: { sv: 'Samtal' } }],
		},
	]);
	expect(made.columns[0]?.target).toEqual({ kind: 'response-id' });
});
