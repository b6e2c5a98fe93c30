import { constants, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { largestFile } from '#shared/contract/files.ts';
import { writeCsv } from '#shared/domain/responses/problem-list.ts';
import { readCsv } from '../../../electron/formats/csv/read.ts';
import { readWorkbook } from '../../../electron/formats/xlsx/read.ts';
import { writeWorkbook } from '../../../electron/formats/xlsx/write.ts';
import { writeZip } from '../../../electron/formats/zip/write.ts';
import { makeTestProject } from '../test-core.ts';
import { aroundSheet, makeSheet, rowsXml } from '../xlsx/make-sheet.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
let roundId: number;
const call: (typeof project)['core']['call'] = (name, input) => project.core.call(name, input);
beforeAll(async () => {
	project = await makeTestProject();
	const { id: instrumentId } = await call('instrument.add', { key: 'board' });
	roundId = (await call('round.add', { name: 'Omgång', instrumentId })).id;
});
afterAll(() => project.end());
const utf8 = (text: string) => new TextEncoder().encode(text);
const take = (name: string, bytes: Uint8Array, more: object = {}) =>
	call('response.import', { roundId, name, bytes, ...more });

/** A sheet of so many megabytes of blanks, in a zip of a thousandth of that. */
function bomb(megabytes: number): Uint8Array {
	const one = deflateRawSync(Buffer.alloc(2 ** 20, 0x20), { finishFlush: constants.Z_FULL_FLUSH });
	const content = Buffer.concat([...Array(megabytes).fill(one), deflateRawSync(Buffer.alloc(0))]);
	const sheet = { name: 'xl/worksheets/sheet1.xml', content, packed: { size: megabytes * 2 ** 20, sum: 0 } };
	return writeZip([...aroundSheet(), sheet]);
}

test('what would fill the machine, or is no file of responses, is refused by name; nothing is stored and the program goes on', async () => {
	const zip = bomb(700);
	expect(zip.length).toBeLessThan(2_000_000);
	const refusals: [string, Uint8Array, string, object?][] = [
		['bomb.xlsx', zip, 'WORKER_LIMIT'],
		['långt bort.xlsx', makeSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), 'WORKER_LIMIT'],
		['stor.csv', new Uint8Array(largestFile + 1), 'FILE_TOO_LARGE'],
		[
			'svar.csv',
			utf8('Svars-ID;1\nA;4\n'),
			'FILE_TOO_LARGE',
			{ values: { name: 'lista.csv', bytes: new Uint8Array(largestFile + 1) } },
		],
		[
			'svar.csv',
			utf8('Svars-ID;1\nA;4\n'),
			'IMPORT_NO_VALUES',
			{ values: { name: 'lista.csv', bytes: utf8('hej;du\n1;2\n') } },
		],
	];
	for (const [name, bytes, code, more] of refusals) {
		const params = code === 'IMPORT_NO_VALUES' || more ? { name: 'lista.csv' } : { name };
		await expect(take(name, bytes, more), name).rejects.toMatchObject({ code, params });
	}
	// A file at the wrong door is told by what it is; a heading may hold a tag, and a table may be of one column.
	const wrong: [string, string, string][] = [
		['ms.json', JSON.stringify({ format: 'underlag-instrument/1', title: { sv: 'Ms' }, items: [] }, null, 2), 'json'],
		['svar.html', '\n<!DOCTYPE html><html lang="sv"><body>a;b</body></html>', 'html'],
		['brev.txt', 'Hej alla glada\n\nTack för senast\n', 'prose'],
		['enkat.lss', '<?xml version="1.0"?>\n<document>\n<LimeSurveyDocType>Survey</LimeSurveyDocType></document>', 'lss'],
	];
	for (const [name, text, is] of wrong) {
		const propose = call('response.proposeInstrument', { name, bytes: utf8(text), title: 'x' });
		await expect(propose, name).rejects.toMatchObject({ code: 'IMPORT_UNREADABLE', params: { name, is } });
		await expect(take(name, utf8(text)), name).rejects.toMatchObject({ code: 'IMPORT_UNREADABLE', params: { is } });
	}
	const brev = utf8('Hej, alla, glada\nTack, då\nVi ses\n');
	await expect(call('response.proposeInstrument', { name: 'brev.txt', bytes: brev, title: 'x' })).rejects.toMatchObject(
		{
			params: { is: 'prose' },
		},
	);
	for (const text of ['<p>1. Trivs du?</p>\nJa\nNej\n', 'a;b\n1;2\n']) {
		const { instrument } = await call('response.proposeInstrument', { name: 'a.csv', bytes: utf8(text), title: 'x' });
		expect(instrument.items.length).toBe(text.startsWith('<') ? 1 : 2);
	}
	const lss = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><document><surveys>&x;</surveys></document>`;
	await expect(call('instrument.read', { name: 'a.lss', bytes: utf8(lss) })).rejects.toMatchObject({
		code: 'IMPORT_UNREADABLE',
	});
	expect(await call('response.imports', { roundId })).toEqual([]);
	expect(await call('round.get', { id: roundId })).toMatchObject({ answered: 0, partial: 0 });
	expect(await call('instrument.list', {})).toContainEqual(expect.objectContaining({ key: 'board', rounds: 1 }));
});

test('a workbook with all the columns that a sheet can have is read, and its answers found', async () => {
	const head = ['Svars-ID', ...Array.from({ length: 16_382 }, (_, at) => `Kolumn ${at}`), '10. Egna ord'];
	const row = ['A', ...Array(16_382).fill(''), 'Längst till höger'];
	const bytes = makeSheet(rowsXml([head, row]));
	expect(await take('bred.xlsx', bytes)).toMatchObject({ read: 1, stored: 1, problems: [] });
	const { rows } = await call('response.list', { roundId });
	expect((await call('response.get', { id: rows[0]?.id ?? 0 })).answers).toEqual({ 10: 'Längst till höger' });
	await call('history.undo', {});
});

test('words that a spreadsheet would compute leave the program as words', async () => {
	const words = ['=1+1', '=HYPERLINK("http://x.test";"y")', '+46 18 12', '-1', '@SUM(A1)', '\t=1', 'vanligt; "ord"'];
	const [, ...cells] = readCsv({
		name: 'ut.csv',
		bytes: utf8(writeCsv([['Ord'], ...words.map((one) => [one])])),
	}).rows.flat();
	for (const cell of [...cells]) expect(cell).not.toMatch(/^[=+\-@\t]/);
	const workbook = await writeWorkbook([{ name: 'Ut', rows: [['Ord'], ...words.map((one) => [one])] }]);
	const { sheets } = await readWorkbook({ name: 'ut.xlsx', bytes: workbook });
	expect(sheets[0]?.rows.flat().map((one) => one.trim())).toEqual(['Ord', ...words.map((one) => one.trim())]);
	// As texts and never as formulas: no cell has an <f>.
	expect(Buffer.from(workbook).includes('<f>')).toBe(false);
});
