import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { readWorkbook } from '../../../electron/formats/xlsx/read.ts';
import { measureZip } from '../../../electron/formats/zip/measure.ts';
import { repackZip } from '../../../electron/formats/zip/repack.ts';
import { makeZip } from '../document/make-zip.ts';
import { aroundSheet, makeSheet, sheetXml } from './make-sheet.ts';

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

const cellAt = (address: string) => `<c r="${address}"><v>1</v></c>`;

test.each([
	['a cell at the far end of a sheet', cellAt('XFD1048576'), 'WORKER_LIMIT'],
	[
		'a row far away and a column far away',
		`<row r="1">${cellAt('XFD1')}</row><row r="9999">${cellAt('A9999')}</row>`,
		'WORKER_LIMIT',
	],
	['a column that no sheet has', `<row r="1">${cellAt('ZZZ1')}</row>`, 'IMPORT_UNREADABLE'],
	['a row that no sheet has', `<row r="1048577">${cellAt('A1048577')}</row>`, 'IMPORT_UNREADABLE'],
	['an address of other signs', `<row r="1">${cellAt('F<![CDATA[1')}</row>`, 'IMPORT_UNREADABLE'],
	['an address of a thousand letters', `<row r="1">${cellAt(`${'Q'.repeat(1000)}1`)}</row>`, 'IMPORT_UNREADABLE'],
])('%s is refused before room is made for it', async (_what, rows, code) => {
	await expect(read(makeSheet(rows))).rejects.toMatchObject({ code });
});

test('the last column there is, and words that look like an address, are read', async () => {
	const words = '<is><t>han sa &lt;c r="ZZZZ9"&gt; och r="XFD1048576"</t></is>';
	const rows = await read(makeSheet(`<row r="1"><c r="A1" t="inlineStr">${words}</c>${cellAt('XFD1')}</row>`));
	expect(rows[0]?.rows[0]?.[0]).toBe('han sa <c r="ZZZZ9"> och r="XFD1048576"');
	expect(rows[0]?.rows[0]?.[16_383]).toBe('1');
});

test('a sheet with looks to its end and nothing in them is as large as what it holds', async () => {
	const looks = Array.from(
		{ length: 50 },
		(_, at) => `<row r="${1_048_500 + at}"><c r="XFD${1_048_500 + at}" s="1"/></row>`,
	);
	expect(await read(makeSheet(`<row r="1">${cellAt('B1')}</row>${looks.join('')}`))).toEqual([
		{ name: 'A', rows: [['', '1']] },
	]);
});

test('an address that is cut between two pieces of the file is seen all the same', async () => {
	const filler = (size: number) => `<row r="1">${cellAt('A1')}</row><!--${'x'.repeat(size)}-->`;
	for (let size = 65_200; size < 65_536; size += 7)
		await expect(
			read(makeSheet(`${filler(size)}<row r="1048576">${cellAt('XFD1048576')}</row>`)),
		).rejects.toMatchObject({
			code: 'WORKER_LIMIT',
		});
});

test('parts that the directory of a zip does not list are not read, whatever stands between the others', async () => {
	const honest = Buffer.from(makeSheet(`<row r="1">${cellAt('A1')}</row>`));
	const hidden = Buffer.from(makeZip([{ name: 'xl/worksheets/sheet1.xml', content: sheetXml(cellAt('B2')) }]));
	const body = hidden.subarray(0, hidden.indexOf('PK\u0001\u0002'));
	const directory = honest.indexOf('PK\u0001\u0002');
	const both = Buffer.concat([honest.subarray(0, directory), body, honest.subarray(directory)]);
	both.writeUInt32LE(directory + body.length, both.length - 6);
	expect(await read(both)).toEqual([{ name: 'A', rows: [['1']] }]);
	const [first] = unzipped(await repackZip(both));
	expect(first).toBe('[Content_Types].xml');
	expect(unzipped(await repackZip(both))).toHaveLength(4);
});

/** The names of a zip's parts as one meets them from its beginning. */
function unzipped(zip: Buffer): string[] {
	const names: string[] = [];
	for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
		const [packed, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
		names.push(zip.toString('utf8', at + 30, at + 30 + name));
		at += 30 + name + packed;
	}
	return names;
}

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
