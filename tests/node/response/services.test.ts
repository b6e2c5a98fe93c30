import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { runHere } from '../../../electron/workers/run-here.ts';
import { makeTestProject } from '../test-core.ts';
import { makeSheet, rowsXml } from '../xlsx/make-sheet.ts';

const label = (sv: string) => ({ sv });
const options = (...labels: string[]) => labels.map((one, at) => ({ value: `v${at + 1}`, label: label(one) }));
const definition: Instrument = {
	format: 'underlag-instrument/1',
	key: 'medlem',
	version: 1,
	title: label('Medlemmar'),
	scales: [
		{ id: 's', options: ['Aldrig', 'Ibland', 'Ofta'].map((one, at) => ({ value: String(at + 1), label: label(one) })) },
	],
	items: [
		{ type: 'single', id: 'ort', text: label('Var bor du?'), options: options('Heby', 'Habo', 'Tierp') },
		{ type: 'multiple', id: 'kanal', text: label('Vilka kanaler läser du?'), options: options('Brevet', 'Webben') },
		{ type: 'scale', id: 'ofta', text: label('Hur ofta deltar du?'), scale: 's' },
		{ type: 'date', id: 'dag', text: label('När gick du med?') },
	],
};

let project: Awaited<ReturnType<typeof makeTestProject>>;
let roundId: number;
let instrumentId: number;
const call: (typeof project)['core']['call'] = (name, input) => project.core.call(name, input);
beforeAll(async () => {
	project = await makeTestProject({ runJob: runHere });
	instrumentId = (await call('instrument.add', { definition, name: 'medlem.json' })).id;
});
afterAll(() => project.end());
beforeEach(async ({ task }) => {
	roundId = (await call('round.add', { name: task.id, instrumentId })).id;
});
const utf8 = (text: string) => new TextEncoder().encode(text);
const file = (text: string, values?: string) => ({
	roundId,
	name: 'svar.csv',
	bytes: utf8(text),
	...(values === undefined ? {} : { values: { name: 'lista', bytes: utf8(values) } }),
});
async function answers() {
	const { rows } = await call('response.list', { roundId });
	return Promise.all(rows.map(async ({ id }) => (await call('response.get', { id })).answers));
}

const coded = [
	{ ort: 'v1', kanal: ['v1', 'v2'], ofta: '3' },
	{ ort: 'v3', kanal: ['v2'], ofta: '1' },
];
const inColumns = 'id;ort;kanal___1;kanal___2;ofta\n1;10;1;1;7\n2;30;0;1;5\n';
const lists = {
	'a table':
		'Variabel;Värde;Etikett\nort;10;Heby\nort;20;Habo\nort;30;Tierp\nofta;5;Aldrig\nofta;6;Ibland\nofta;7;Ofta\n',
	'a dictionary of REDCap':
		'"Variable / Field Name","Form Name","Field Type","Field Label","Choices, Calculations, OR Slider Labels"\nort,f,radio,"Var bor du?","10, Heby | 20, Habo | 30, Tierp"\nkanal,f,checkbox,"Vilka kanaler läser du?","1, Brevet | 2, Webben"\nofta,f,radio,"Hur ofta deltar du?","5, Aldrig | 6, Ibland | 7, Ofta"\n',
	'syntax of SPSS':
		"VARIABLE LABELS ort 'Var bor du?' /ofta 'Hur ofta deltar du?'.\nVALUE LABELS ort 10 'Heby' 20 'Habo' 30 'Tierp'\n  /ofta 5 'Aldrig' 6 'Ibland' 7 'Ofta'.\nMISSING VALUES ort ofta (99).\n",
};
for (const [what, list] of Object.entries(lists))
	test(`codes are told by ${what}`, async () => {
		expect(await call('response.import', file(inColumns, list))).toMatchObject({ stored: 2, problems: [] });
		expect(await answers()).toEqual(coded);
	});

test('a match that was mended and saved is proposed for the next file of the same headings', async () => {
	const first = 'nr;A;B;C\n1;Heby;Ofta;x\n2;Tierp;Aldrig;y\n';
	const { columns, service } = await call('response.previewImport', file(first));
	const chosen: Record<string, string> = { A: 'ort', B: 'ofta' };
	const mended = columns.map((column) => {
		const itemId = chosen[column.header];
		return itemId ? { ...column, target: { kind: 'item' as const, itemId }, how: 'chosen' as const } : column;
	});
	expect(await call('response.import', { ...file(first), columns: mended })).toMatchObject({ stored: 2 });
	await call('importMap.save', { name: 'Föreningens lista', service, columns: mended });
	const second = first.replace('1;Heby', '3;Habo').replace('2;Tierp', '4;Heby');
	const again = await call('response.previewImport', file(second));
	expect(again.map).toBe('Föreningens lista');
	expect(again.sample[0]?.readings.map((one) => one && 'answer' in one && one.answer)).toEqual([null, 'v2', '3', null]);
	expect(await call('response.import', file(second))).toMatchObject({ stored: 2, problems: [] });
	expect(await answers()).toEqual([
		{ ort: 'v1', ofta: '3' },
		{ ort: 'v3', ofta: '1' },
		{ ort: 'v2', ofta: '3' },
		{ ort: 'v1', ofta: '1' },
	]);
});

test('a file of LimeSurvey with codes and texts in its headings: known by its ids, and what was not sent in is begun', async () => {
	const text = [
		'"id. Svars-ID","submitdate. Datum inskickat","lastpage. Sista sidan","ort. Var bor du?","kanal[1]. Vilka kanaler läser du? [Brevet]","kanal[2]. Vilka kanaler läser du? [Webben]","ofta. Hur ofta?","dag. När gick du med?"',
		'"1","2025-11-03 14:25:00","2","Heby","Ja","Nej","Ofta","2016-06-07 00:00:00"',
		'"2","","1","Tierp","","","",""',
	].join('\n');
	const { service, columns } = await call('response.previewImport', file(text));
	expect([service, ...columns.map(({ header, sure }) => `${header} ${sure}`)]).toEqual([
		'limesurvey',
		...['Svars-ID 1', 'Datum inskickat 1', 'Sista sidan undefined', 'Var bor du? 1'],
		...['Vilka kanaler läser du? [Brevet] 1', 'Vilka kanaler läser du? [Webben] 1', 'Hur ofta? 1'],
		'När gick du med? 1',
	]);
	expect(await call('response.import', file(text))).toMatchObject({ stored: 2, problems: [] });
	expect(await answers()).toEqual([{ ort: 'v1', kanal: ['v1'], ofta: '3', dag: '2016-06-07' }, { ort: 'v3' }]);
	expect((await call('response.list', { roundId, status: 'partial' })).total).toBe(1);
	const later = `${text.replace('"ort. Var', '"ort. I vilken kommun')}\n"3","2025-11-04 09:00:00","2","Habo","","","",""`;
	expect(await call('response.import', file(later))).toMatchObject({ stored: 1, skipped: 2 });
});

const rows = (...days: string[]) => [
	['Svars-ID', 'Var bor du?', 'När gick du med?'],
	...days.map((day, at) => [String(at), 'Heby', day]),
];

test('a workbook is read like a text file: the sheet with the responses, by its cells', async () => {
	const bytes = makeSheet(rowsXml(rows('2016-06-07', '2017-01-31')));
	const preview = await call('response.previewImport', { roundId, name: 'svar.xlsx', bytes });
	expect(preview).toMatchObject({ delimiter: null, sheet: 'A', sheets: ['A'], rows: 2, problems: [] });
	expect(await call('response.import', { roundId, name: 'svar.xlsx', bytes })).toMatchObject({ stored: 2 });
	expect(await answers()).toEqual(['2016-06-07', '2017-01-31'].map((dag) => ({ ort: 'v1', dag })));
	expect(await call('response.import', { roundId, name: 'samma.xlsx', bytes })).toMatchObject({
		stored: 0,
		skipped: 2,
	});
});

test.each([
	['the order of the year', ['2016-06-07', '2016-12-31']],
	['dots', ['7.6.2016', '31.12.2016']],
	['strokes, the day first', ['07/06/2016', '31/12/2016']],
	['strokes, the month first', ['06/07/2016', '12/31/2016']],
	['digits alone', ['20160607', '20161231']],
	['words', ['7 juni 2016', '31 december 2016']],
])('days in %s', async (_what, days) => {
	const text = rows(...days)
		.map((row) => row.join(';'))
		.join('\n');
	expect(await call('response.import', file(text))).toMatchObject({ stored: 2, problems: [] });
	expect((await answers()).map(({ dag }) => dag)).toEqual(['2016-06-07', '2016-12-31']);
});
