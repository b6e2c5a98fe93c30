import { Buffer } from 'node:buffer';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { readWorkbook } from '../../../electron/formats/xlsx/read.ts';
import { measureZip } from '../../../electron/formats/zip/measure.ts';
import { forkNode } from '../../../electron/workers/fork.ts';
import { createRunJob } from '../../../electron/workers/run-job.ts';
import { makeZip } from '../document/make-zip.ts';
import { aroundSheet, makeSheet } from './make-sheet.ts';

const made = async (rows: Cell[][], sheet = 'Svar') =>
	new Uint8Array(await writeXlsxFile([{ data: rows, sheet }]).toBuffer());
const read = async (bytes: Uint8Array) => (await readWorkbook({ name: 'x.xlsx', bytes })).sheets;
const day = (value: string, format: string) => ({ value: new Date(value), type: Date, format });

test('every cell is a text: numbers, days, clocks, truth, gaps and line breaks', async () => {
	const bytes = await made([
		['Rubrik', 'Två\nrader', null, ' å ä ö & < > '],
		[0.1 + 0.2, 1e21, -3, 12345678],
		[day('2016-06-07', 'yyyy-mm-dd'), day('2016-06-07T13:30:00Z', 'yyyy-mm-dd hh:mm'), true, false],
		[null, null, null, '=1+1'],
	]);
	expect(await read(bytes)).toEqual([
		{
			name: 'Svar',
			rows: [
				['Rubrik', 'Två\nrader', '', 'å ä ö & < >'],
				['0.30000000000000004', '1e+21', '-3', '12345678'],
				['2016-06-07', '2016-06-07T13:30:00', 'TRUE', 'FALSE'],
				['', '', '', '=1+1'],
			],
		},
	]);
});

test('a workbook put together by hand is read, so that the hostile ones differ in one thing', async () => {
	expect(await read(makeSheet('<row r="1"><c r="A1" t="inlineStr"><is><t>hej</t></is></c></row>'))).toEqual([
		{ name: 'A', rows: [['hej']] },
	]);
});

test.each([
	['an empty file', new Uint8Array(), 'IMPORT_EMPTY'],
	['a text', new TextEncoder().encode('a;b\n1;2\n'), 'IMPORT_UNREADABLE'],
	['the old format', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'IMPORT_UNREADABLE'],
	['another zip', makeZip([{ name: 'mimetype', content: 'x' }]), 'IMPORT_UNREADABLE'],
	['broken XML', makeSheet('<row r="1"><c'), 'IMPORT_UNREADABLE'],
	['a part outside', makeZip([...aroundSheet(), { name: '../x.xml', content: '' }]), 'IMPORT_UNREADABLE'],
	['a truncated one', makeSheet('<row r="1"/>').slice(0, 400), 'IMPORT_UNREADABLE'],
	[
		'too many parts',
		makeZip(Array.from({ length: 4001 }, (_, at) => ({ name: `${at}`, content: '' }))),
		'WORKER_LIMIT',
	],
])('%s is refused', async (_what, bytes, code) => {
	await expect(read(bytes)).rejects.toMatchObject({ code, params: { name: 'x.xlsx' } });
});

test('a cell at the far end of a sheet ends its process, not the program', async () => {
	const runJob = createRunJob(forkNode, fileURLToPath(new URL('../../../electron/workers/child.ts', import.meta.url)), {
		'xlsx.read': { seconds: 20, memory: 100 },
	} as never);
	const signals = { signal: new AbortController().signal, onProgress: () => undefined };
	const bytes = makeSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
	await expect(runJob('xlsx.read', { name: 'x.xlsx', bytes }, signals)).rejects.toMatchObject({ code: 'WORKER_LIMIT' });
});

test('what a zip unpacks to is measured, whatever it states: its XML, everything, and the number of parts', async () => {
	const content = new Uint8Array(100_000);
	const zip = Buffer.from(
		makeZip([
			{ name: 'a.xml', content },
			{ name: 'b.bin', content },
		]),
	);
	const bounds = { xml: 100_000, all: 200_000, parts: 2 };
	expect(await measureZip('x', zip, bounds)).toEqual(new Set(['a.xml', 'b.bin']));
	for (const less of [{ xml: 99_999 }, { all: 199_999 }, { parts: 1 }])
		await expect(measureZip('x', zip, { ...bounds, ...less })).rejects.toMatchObject({ code: 'WORKER_LIMIT' });
});
