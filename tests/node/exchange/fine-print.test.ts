import { expect, test } from 'vitest';
import { checkInstrument, checkShape } from '#shared/domain/instrument/check.ts';
import { readLss } from '#shared/domain/instrument/exchange/lss/read.ts';
import { writeLss } from '#shared/domain/instrument/exchange/lss/write.ts';
import type { Loss, Reading } from '#shared/domain/instrument/exchange/model.ts';
import { unknownFields } from '#shared/domain/instrument/exchange/own.ts';
import { readPasted } from '#shared/domain/instrument/exchange/pasted/read.ts';
import { readSurveyJs } from '#shared/domain/instrument/exchange/surveyjs/read.ts';
import { writeSurveyJs } from '#shared/domain/instrument/exchange/surveyjs/write.ts';
import { readXlsForm } from '#shared/domain/instrument/exchange/xlsform/read.ts';
import { writeXlsForm } from '#shared/domain/instrument/exchange/xlsform/write.ts';
import type { Instrument, Item } from '#shared/domain/instrument/model.ts';
import { shownIds } from '#shared/domain/instrument/shown.ts';
import { lossText } from '#shared/i18n/loss-text.ts';
import { messages } from '#shared/i18n/messages.ts';
import { readLssTables } from '../../../electron/formats/lss/read.ts';
import { writeLssFile } from '../../../electron/formats/lss/write.ts';
import { costOf } from '../cost.ts';
import { makeInstrument } from '../instrument/make.ts';

const need = (reading: Reading | null): Reading => {
	if (!reading) throw new Error('not read');
	return reading;
};
const sheet = (name: string, ...rows: string[][]) => ({ name, rows });
const form = (survey: string[][], choices: string[][] = []) =>
	need(
		readXlsForm(
			{ sheets: [sheet('survey', ...survey), sheet('choices', ['list_name', 'name', 'label'], ...choices)] },
			'f.xlsx',
		),
	);
const lost = (losses: readonly Loss[]) => losses.map(({ kind, at, detail }) => `${kind} ${at} ${detail}`);

/** Out and in again in each format. */
const ways: [string, (instrument: Instrument) => { back: Reading; losses: Loss[] }][] = [
	[
		'SurveyJS',
		(instrument) => {
			const { survey, losses } = writeSurveyJs(instrument);
			return { back: need(readSurveyJs(JSON.parse(JSON.stringify(survey)), 'm.json')), losses };
		},
	],
	[
		'LimeSurvey',
		(instrument) => {
			const { losses, ...file } = writeLss(instrument);
			return { back: need(readLss(readLssTables('m.lss', writeLssFile(file)), 'm.lss')), losses };
		},
	],
	[
		'XLSForm',
		(instrument) => {
			const { sheets, losses } = writeXlsForm(instrument);
			return { back: need(readXlsForm({ sheets }, 'm.xlsx')), losses };
		},
	],
];

const option = (value: string, label: string, more = {}) => ({ value, label: { sv: label }, ...more });
const pets: Item = {
	type: 'multiple',
	id: 'pets',
	text: { sv: 'Vilka djur har du?' },
	options: [option('cat', 'Katt'), option('dog', 'Hund'), option('7', 'Annat', { other: true })],
};

test.each(ways)(
	'%s: an answer is repeated in headings, rows, options and of the words to an “other”',
	(_name, through) => {
		const { back } = through(
			makeInstrument([
				pets,
				{ type: 'matrix', id: 'm', text: { sv: 'Nu' }, scale: 's', rows: [{ id: 'ma', text: { sv: 'Rad' } }] },
				{ type: 'section', id: 'g2', text: { sv: 'Om {{pets}}' } },
				{
					type: 'single',
					id: 'best',
					text: { sv: 'Om {{pets:other}} och {{ma}}' },
					options: [option('a', 'Mest {{pets}}'), option('b', 'Inget')],
				},
			]),
		);
		const [, matrix, section, best] = back.definition.items;
		const [a] = matrix?.type === 'matrix' ? matrix.rows : [];
		const [p] = back.definition.items.map((one) => one.id);
		expect(section?.text.sv).toBe(`Om {{${p}}}`);
		expect(best?.text.sv).toBe(`Om {{${p}:other}} och {{${a?.id}}}`);
		expect(best?.type === 'single' && best.options[0]?.label.sv).toBe(`Mest {{${p}}}`);
		expect(checkInstrument(back.definition)).toEqual([]);
	},
);

test('a rule on the words to an “other” becomes one on the option, which a questionnaire can hold', () => {
	const asked = form(
		[
			['type', 'name', 'label', 'relevant'],
			['select_one p or_other', 'pet', 'Djur?', ''],
			['text', 'why', `Varför \${pet_other}?`, `\${pet_other} != ''`],
		],
		[
			['p', 'cat', 'Katt'],
			['p', 'dog', 'Hund'],
		],
	);
	const survey = need(
		readSurveyJs(
			{
				elements: [
					{ type: 'radiogroup', name: 'pet', choices: ['cat', 'dog'], showOtherItem: true },
					{ type: 'text', name: 'why', visibleIf: '{pet-Comment} notempty' },
				],
			},
			's.json',
		),
	);
	for (const { definition, losses } of [asked, survey]) {
		expect(checkShape(definition).problems).toEqual([]);
		expect(definition.items[1]?.shownIf).toEqual({ item: 'pet', is: ['other'] });
		expect(lost(losses)).toEqual([]);
	}
	expect(asked.definition.items[1]?.text.sv).toBe('Varför {{pet:other}}?');
});

test('LimeSurvey: what hangs on the “other” of several choices comes back', () => {
	const instrument = makeInstrument([
		pets,
		{ type: 'text', id: 'why', text: { sv: 'Varför?' }, shownIf: { item: 'pets', is: ['7'] } },
	]);
	const { back } = (ways[1] as (typeof ways)[number])[1](instrument);
	expect(lost(back.losses)).toEqual([]);
	expect(shownIds(back.definition, { pets: ['other'] }).has('why')).toBe(true);
	expect(shownIds(back.definition, { pets: ['dog'] }).has('why')).toBe(false);
});

test('XLSForm: names, lists and values that would become the same are told apart, and each is listed', () => {
	const { sheets, losses } = writeXlsForm({
		...makeInstrument([
			{ type: 'scale', id: 'a', text: { sv: 'A' }, scale: 'x-1' },
			{ type: 'scale', id: 'b', text: { sv: 'B' }, scale: 'x_1' },
			{
				type: 'multiple',
				id: 'c',
				text: { sv: 'C' },
				options: [option('vet ej', 'Ett'), option('vet_ej', 'Två'), option('z', 'Annat', { other: true })],
				default: ['vet ej'],
			},
			{ type: 'text', id: 'c_other', text: { sv: 'D' }, shownIf: { item: 'c', is: ['vet_ej'] } },
		]),
		scales: ['x-1', 'x_1'].map((id) => ({ id, options: [option('1', `${id} ett`), option('2', `${id} två`)] })),
	});
	const column = (name: string, heading: string) => {
		const [head = [], ...rows] = sheets.find((one) => one.name === name)?.rows ?? [];
		return rows.map((row) => row[head.indexOf(heading)] ?? '');
	};
	expect(column('choices', 'list_name')).toEqual(['x_1', 'x_1', 'x_1_2', 'x_1_2', 'c', 'c', 'c']);
	expect(column('choices', 'name').slice(4)).toEqual(['vet_ej', 'vet_ej2', 'z']);
	expect(new Set(column('survey', 'name')).size).toBe(column('survey', 'name').length);
	expect(column('survey', 'default')[2]).toBe('vet_ej');
	expect(column('survey', 'relevant').at(-1)).toBe(`selected(\${c}, 'vet_ej2')`);
	expect(lost(losses)).toEqual(expect.arrayContaining(['renamed c vet ej → vet_ej', 'renamed c vet_ej → vet_ej2']));
	const back = need(readXlsForm({ sheets }, 'm.xlsx')).definition;
	expect(back.items.map((one) => one.type)).toEqual(['scale', 'scale', 'multiple', 'text']);
	expect(back.scales.map((one) => one.options[0]?.label.sv)).toEqual(['x-1 ett', 'x_1 ett']);
	expect(back.items[2]).toMatchObject({ options: [{}, {}, { value: 'z', other: true }], default: ['vet_ej'] });
});

test('XLSForm: a hint that only looks like the ends of a scale stays, and so do the rows of a table that never ends', () => {
	const { definition, losses } = form(
		[
			['type', 'name', 'label', 'hint', 'appearance', 'constraint', 'constraint_message', 'required_message'],
			['text', 'a', 'Skriv', '1 = aldrig, 5 = alltid', '', '', '', 'Svara här.'],
			['integer', 'n', 'Hur många?', '', '', '. >= 1', 'Minst en.', ''],
			['begin_group', 't', 'Tabell', '', 'table-list', '', '', ''],
			['select_one p', 'r1', 'Rad 1', '', '', '', '', ''],
			['select_one p', 'r2', 'Rad 2', '', '', '', '', ''],
		],
		[
			['p', '1', 'Ja'],
			['p', '2', 'Nej'],
		],
	);
	expect(definition.items.map((one) => one.help?.sv)).toEqual(['1 = aldrig, 5 = alltid', undefined, undefined]);
	expect(definition.items[2]).toMatchObject({ type: 'matrix', rows: [{ id: 'r1' }, { id: 'r2' }] });
	expect(lost(losses)).toEqual(['setting a required_message']);
});

test('SurveyJS: what is there from the start, and words that have no place, are kept or listed', () => {
	const { definition, losses } = need(
		readSurveyJs(
			{
				elements: [
					{ type: 'slider', name: 'a', min: 0, max: 50, defaultValue: 20 },
					{ type: 'matrix', name: 'b', columns: ['x', 'y'], rows: ['r', 's'], defaultValue: { r: 'x' } },
					{
						type: 'text',
						name: 'c',
						inputType: 'number',
						requiredErrorText: 'Svara!',
						validators: [{ type: 'numeric', minValue: 3, text: 'Minst tre.' }],
					},
				],
			},
			's.json',
		),
	);
	expect(definition.items[0]).toMatchObject({ default: 20 });
	expect(definition.items[2]).toMatchObject({ min: 3 });
	expect(lost(losses)).toEqual(['default b {"r":"x"}', 'setting c message', 'setting c requiredErrorText']);
});

test.each(ways)(
	'%s: what only we keep of the whole is listed; an identity that is the id says nothing',
	(_name, through) => {
		const made = makeInstrument([{ type: 'scale', id: 'a', uid: 'a', text: { sv: 'A' }, scale: 's' }]);
		const scales = made.scales.map((one) => ({ ...one, title: { sv: 'Min skala' } }));
		const { losses } = through({ ...made, kind: 'guide', scales });
		expect(lost(losses)).toEqual(expect.arrayContaining(['setting  kind', 'setting  scaleTitle']));
		expect(lost(losses).filter((one) => one.endsWith(' uid'))).toEqual([]);
	},
);

test('a setting is told by its name in words, and what it was set to', () => {
	const told = (detail: string) => lossText({ kind: 'setting', at: ['3'], detail }, messages.sv);
	expect(told('other: 5')).toBe('3: inställningen ”fält för egna ord: 5” gick inte att föra över');
	expect(told('kind')).toContain('slag av formulär');
	expect(told('choicesOrder: asc')).toContain('”choicesOrder: asc”');
});

test('three thousand questions go out and in without waiting', async () => {
	const items = Array.from({ length: 3000 }, (_, at): Item => ({ ...pets, id: `q${at}` }));
	const there = () => (ways[1] as (typeof ways)[number])[1](makeInstrument(items)).back.definition.items.length;
	let count = 0;
	const cost = await costOf(() => {
		count = there();
	});
	expect(count).toBe(3000);
	// Rows that were copied for each row took a minute on a machine that sorts the words in thirty milliseconds.
	expect(cost).toBeLessThan(200);
}, 60_000);

test('a scale of too many numbers to be drawn is read as a number', () => {
	const { definition } = form([
		['type', 'name', 'label', 'parameters'],
		['range', 'a', 'Hur?', 'start=0 end=10 step=1'],
		['range', 'b', 'Hur mycket?', 'start=0 end=1000000000 step=1'],
	]);
	const survey = need(readSurveyJs({ elements: [{ type: 'rating', name: 'c', rateMin: 0, rateMax: 1e9 }] }, 's.json'));
	expect([...definition.items, ...survey.definition.items].map((one) => one.type)).toEqual([
		'rating',
		'number',
		'number',
	]);
});

test('English words of a questionnaire that is asked in Swedish alone are listed', () => {
	const made = makeInstrument([{ type: 'scale', id: 'a', text: { sv: 'A' }, scale: 's' }]);
	const scales = [{ id: 's', options: [option('1', 'Nej'), { value: '2', label: { sv: 'Ja', en: 'Yes' } }] }];
	for (const [, through] of ways) expect(lost(through({ ...made, scales }).losses)).toContain('language  en');
});

test('a pasted text is words alone, its title too', () => {
	const { definition, losses } = need(
		readPasted('Enkät om <ny> plan & mål\n\n1. Vad tycker du?\n\n2. Varför?', 'text'),
	);
	expect(definition.title.sv).toBe('Enkät om <ny> plan & mål');
	expect(losses).toEqual([]);
});

test('XLSForm: a word at the highest number alone stays there, and so does a rule with its message beside bounds', () => {
	const made = makeInstrument([
		{ id: 'r', type: 'rating', text: { sv: 'Betyg' }, min: 1, max: 10, maxLabel: { sv: 'Bäst' } },
		{ id: 'low', type: 'rating', text: { sv: 'Betyg' }, min: 0, max: 5, minLabel: { sv: 'Sämst' } },
		...(['', 'both'] as const).map(
			(bounds): Item => ({
				id: `n${bounds}`,
				type: 'number',
				text: { sv: 'Antal' },
				...(bounds ? { min: 0, max: 90 } : {}),
				validation: { rule: { item: `n${bounds}`, atMost: 50 }, message: { sv: 'Högst 50.' } },
			}),
		),
	]);
	const { sheets, losses } = writeXlsForm(made);
	const back = need(readXlsForm({ sheets }, 'f.xlsx'));
	expect(back.definition.items).toEqual(made.items);
	expect([...losses, ...back.losses]).toEqual([]);
	const foreign = form([
		['type', 'name', 'label', 'constraint', 'constraint_message'],
		['integer', 'age', 'Age', '. >= 18 and . <= 99', 'Adults only'],
	]);
	expect(foreign.definition.items[0]).toMatchObject({
		validation: {
			rule: {
				all: [
					{ item: 'age', atLeast: 18 },
					{ item: 'age', atMost: 99 },
				],
			},
			message: { sv: 'Adults only' },
		},
	});
	expect(foreign.losses).toEqual([]);
});

test('a file of ours with fields that a questionnaire has no place for tells them by name', () => {
	const made = makeInstrument([
		{
			id: '1',
			type: 'single',
			text: { sv: 'Vad?' },
			options: [
				{ value: 'a', label: { sv: 'A' } },
				{ value: 'b', label: { sv: 'B' } },
			],
		},
	]);
	const source = { $schema: 'x', ...made, items: made.items.map((one) => ({ ...one, shuffle: true, colour: 'red' })) };
	const { instrument } = checkShape(source);
	if (!instrument) throw new Error('not read');
	expect(lost(unknownFields(source, instrument))).toEqual(['setting 1 shuffle', 'setting 1 colour']);
	expect(unknownFields(made, instrument)).toEqual([]);
});

test('what is wrong with the shape of a file is told without the schema’s own English', () => {
	const { problems } = checkShape({ format: 'underlag-instrument/1', key: 7, items: [{ type: 'hej' }] });
	const told = messages.sv.errors.INSTRUMENT_INVALID({ name: 'fel.json', detail: '', problems });
	expect(told.happened).toContain('key: har fel form');
	expect(told.happened).toContain('title: saknas');
	expect(JSON.stringify(told)).not.toMatch(/invalid|expected|resources/i);
});
