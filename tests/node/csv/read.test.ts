import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readCsv } from '../../../electron/formats/csv/read.ts';
import { costOf } from '../cost.ts';

const seed = (name: string) => new Uint8Array(readFileSync(new URL(`../../fixtures/seed/${name}`, import.meta.url)));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEnd: boolean) => {
	const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
	return new Uint8Array(bigEnd ? bytes.swap16() : bytes);
};
const read = (bytes: Uint8Array) => readCsv({ name: 'fil.csv', bytes });
const code = (bytes: Uint8Array) => {
	try {
		read(bytes);
		return 'read';
	} catch (error) {
		return (error as { code?: string }).code;
	}
};

test.each([
	['board-2016.csv', 19, 14],
	['lokus-2017.csv', 34, 20],
	['outcomes-2015.csv', 3, 54],
	['self-rating-fore.csv', 5, 30],
])('%s has %i columns and %i rows', (name, columns, rows) => {
	const table = read(seed(name));
	expect(table).toMatchObject({ delimiter: ';', encoding: 'utf-8-bom', flaws: [] });
	expect(table.header).toHaveLength(columns);
	expect(table.rows).toHaveLength(rows);
});

test('a cell with delimiters and line ends in quotes is one cell', () => {
	const table = read(utf8('a;b;c\r\n1;"x;y\r\n""z""";3\r\n'));
	expect(table.rows).toEqual([['1', 'x;y\n"z"', '3']]);
});

test('what is not text is refused, and so is what has no rows', () => {
	expect(code(new Uint8Array(0))).toBe('IMPORT_EMPTY');
	for (const text of ['\ufeff', ' \r\n\t\r\n', 'a;b;c', 'a;b;c\r\n;;\r\n\r\n'])
		expect(code(utf8(text))).toBe('IMPORT_EMPTY');
	expect(code(utf16('', false))).toBe('IMPORT_EMPTY');
	const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]);
	expect(code(png)).toBe('IMPORT_UNREADABLE');
	expect(code(utf8(`PK\u0003\u0004\u0014\u0000\u0006\u0000${'x'.repeat(500)}`))).toBe('IMPORT_UNREADABLE');
	expect(code(Uint8Array.from({ length: 2000 }, (_, at) => ((at * 7919) % 255) + 1))).toBe('IMPORT_UNREADABLE');
	expect(code(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0x3b, 0xff, 0x0a, 0x31, 0x3b, 0x32]))).toBe('IMPORT_UNREADABLE');
});

test('rows of another width and unclosed quotes are told, and the rows after them are read', () => {
	const table = read(utf8('a;b;c\n1;2\n1;2;3;4\n1;2;3;;\n\n1;"2;3\n4;5;6\n1;"2" x;3\n7;"8";9\n'));
	expect(table.flaws).toEqual([
		{ row: 1, reason: 'wrong-cell-count' },
		{ row: 2, reason: 'wrong-cell-count' },
		{ row: 5, reason: 'unclosed-quote' },
		{ row: 7, reason: 'unclosed-quote' },
	]);
	expect(table.rows[2]).toEqual(['1', '2', '3']);
	expect(table.rows[5]).toEqual(['4', '5', '6']);
	expect(table.rows[7]).toEqual(['7', '8', '9']);
});

test('a quote that is never closed, many times over, does not take the time of reading the file as many times', async () => {
	const text = `a;b\n${'1;"x\n'.repeat(20_000)}`;
	expect(await costOf(() => expect(read(utf8(text)).flaws.length).toBeGreaterThan(0))).toBeLessThan(60);
});

test("Excel's line that names the delimiter is obeyed and not read as the heading", () => {
	const table = read(utf8('sep=,\r\na,b\r\n"1;2",3\r\n'));
	expect(table).toMatchObject({ delimiter: ',', header: ['a', 'b'], rows: [['1;2', '3']] });
});

test('commas in the cells of a file with semicolons do not make it a file with commas', () => {
	const row = 'Ja, ganska;Ja, absolut;Nej, inte, alls\n';
	expect(read(utf8(`Ett, två;Tre;Fyra\n${row.repeat(30)}`))).toMatchObject({ delimiter: ';', flaws: [] });
	expect(read(utf8(`a,b\n${'"1;2;3",4\n'.repeat(30)}`)).delimiter).toBe(',');
	expect(read(utf8('Enda kolumnen\nJa, ganska\nNej\n'))).toMatchObject({ header: ['Enda kolumnen'], flaws: [] });
});

const cell = fc.oneof(
	fc.constantFrom(
		'',
		'Stämmer delvis',
		'Ja, ganska',
		'a;b',
		'två\nrader',
		'med "citat"',
		'Älvkarleby – Östhammar',
		'1\t2',
	),
	fc.string().filter((text) => !/[\p{Cc}\ufeff\ud800-\udfff]/u.test(text)),
);
const written = fc.record({
	rows: fc
		.integer({ min: 2, max: 5 })
		.chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })),
	delimiter: fc.constantFrom(';', ',', '\t'),
	newline: fc.constantFrom('\n', '\r\n'),
	encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be'),
});

test('property: what is written with any delimiter, line end and encoding is read as it was', () => {
	fc.assert(
		fc.property(written, ({ rows, delimiter, newline, encoding }) => {
			const header = (rows[0] ?? []).map((_, index) => `Kolumn ${index}`);
			const all = [header, ...rows.map((row) => ['x', ...row.slice(1)])];
			const text = Papa.unparse(all, { delimiter, newline, quotes: true });
			const bytes =
				encoding === 'utf-16le' || encoding === 'utf-16be'
					? utf16(text, encoding === 'utf-16be')
					: utf8(encoding === 'utf-8' ? text : `\ufeff${text}`);
			const table = read(bytes);
			expect(table).toMatchObject({ delimiter, encoding, header, flaws: [] });
			expect(table.rows).toEqual(all.slice(1));
		}),
	);
});

test('Windows-1252 is told from UTF-8 and read with its own signs', () => {
	const bytes = Uint8Array.from([0x61, 0x3b, 0x62, 0x0a, 0xc5, 0xe4, 0xf6, 0x3b, 0x80, 0x92, 0x96, 0x0a]);
	expect(read(bytes)).toMatchObject({ encoding: 'windows-1252', rows: [['Åäö', '€’–']] });
});

test('property: no bytes at all make it do anything but read or refuse', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
			expect(['read', 'IMPORT_EMPTY', 'IMPORT_UNREADABLE']).toContain(code(bytes));
		}),
		{ numRuns: 500 },
	);
});
