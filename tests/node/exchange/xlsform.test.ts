import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readXlsForm } from '#shared/domain/instrument/exchange/xlsform/read.ts';
import { writeXlsForm } from '#shared/domain/instrument/exchange/xlsform/write.ts';
import { readWorkbook } from '../../../electron/formats/xlsx/read.ts';
import { writeWorkbook } from '../../../electron/formats/xlsx/write.ts';
import { costOf } from '../cost.ts';
import { answered, expectSame } from './same.ts';

test('property: out to XLSForm and in again gives the same, but for what is listed', () => {
	fc.assert(
		fc.property(answered, ([instrument, answers]) => {
			const { losses, sheets } = writeXlsForm(instrument);
			const back = readXlsForm({ sheets }, 'made.xlsx');
			if (!back) throw new Error('no form');
			expectSame(instrument, back.definition, [...losses, ...back.losses], answers);
		}),
		{ numRuns: 60 },
	);
});

test('property: the sheets come back from a workbook as they were written', async () => {
	await fc.assert(
		fc.asyncProperty(answered, async ([instrument]) => {
			const { sheets } = writeXlsForm(instrument);
			const { sheets: back } = await readWorkbook({ name: 'x.xlsx', bytes: await writeWorkbook(sheets) });
			expect(readXlsForm({ sheets: back }, 'x.xlsx')).toEqual(readXlsForm({ sheets }, 'x.xlsx'));
		}),
		{ numRuns: 5 },
	);
});

test.each([
	['marks that a word processor has bent', '{a} = ‘ja’', { item: 'a', is: ['ja'] }],
	['a double bend', '{a} = ”ja”', { item: 'a', is: ['ja'] }],
	['not unanswered', "not({a} = '')", { item: 'a', answered: true }],
	['not twice', "not(not({a} = 'ja'))", { item: 'a', is: ['ja'] }],
	['answered and what says so', "({n} != '' and {n} >= 3)", { item: 'n', atLeast: 3 }],
	// Whoever has not answered is not below: both parts are needed.
	['below', '{n} < 3', { all: [{ item: 'n', answered: true }, { not: { item: 'n', atLeast: 3 } }] }],
])('a condition is read in as few words as it has: %s', (_what, relevant, shownIf) => {
	const survey = [
		['type', 'name', 'label', 'relevant'],
		['select_one l', 'a', 'A?', ''],
		['integer', 'n', 'N?', ''],
		['text', 'q', 'Q?', relevant.replaceAll('{', '\u0024{')],
	];
	const choices = [
		['list_name', 'name', 'label'],
		['l', 'ja', 'Ja'],
		['l', 'nej', 'Nej'],
	];
	const read = readXlsForm(
		{
			sheets: [
				{ name: 'survey', rows: survey },
				{ name: 'choices', rows: choices },
			],
		},
		'a',
	);
	expect(read?.definition.items.at(-1)?.shownIf).toEqual(shownIf);
	expect(read?.losses).toEqual([]);
});

test('a section without words is told, and keeps its place', () => {
	const text = (sv: string) => ({ sv });
	const { sheets, losses } = writeXlsForm({
		format: 'underlag-instrument/1',
		key: 'a',
		version: 1,
		title: text('A'),
		scales: [],
		items: [
			{ type: 'section', id: 'del1', text: text('Om dig') },
			{ type: 'text', id: '1', text: text('Vem?') },
			{ type: 'section', id: 'del2', text: text('') },
			{ type: 'text', id: '2', text: text('Varför?') },
		],
	});
	expect(losses).toContainEqual({ kind: 'setting', at: 'del2', detail: 'text' });
	expect(readXlsForm({ sheets }, 'a')?.definition.items.map(({ type }) => type)).toEqual([
		'section',
		'text',
		'section',
		'text',
	]);
});

test('a form of ten thousand groups is read in time that grows with its rows', async () => {
	const groups = Array.from({ length: 10_000 }, (_, at) => [
		['begin_group', `g${at}`, `Grupp ${at}`],
		['text', `q${at}`, `Fråga ${at}`],
		['end_group', '', ''],
	]);
	const sheets = [{ name: 'survey', rows: [['type', 'name', 'label'], ...groups.flat()] }];
	const sections = () => readXlsForm({ sheets }, 'a')?.definition.items.filter(({ type }) => type === 'section').length;
	// No questionnaire is larger.
	expect(sections()).toBe(1500);
	// When each group looked through all that comes after it, it cost a hundred.
	expect(await costOf(sections)).toBeLessThan(40);
});
