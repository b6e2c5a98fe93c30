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
