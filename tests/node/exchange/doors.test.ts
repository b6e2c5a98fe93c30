import { afterAll, beforeAll, expect, test } from 'vitest';
import { readInstrumentFile } from '../../../electron/formats/instrument/read.ts';
import { makeDocx, makeZip } from '../document/make-zip.ts';
import { makeTestProject } from '../test-core.ts';
import { inBrief } from './in-brief.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
beforeAll(async () => {
	project = await makeTestProject();
});
afterAll(() => project.end());
const bytesOf = (text: string) => new TextEncoder().encode(text);
const asBytes = (content: string | Uint8Array) => (typeof content === 'string' ? bytesOf(content) : content);
/** As a worker does it, in this process. */
const read = (name: string, content: string | Uint8Array) => readInstrumentFile({ name, bytes: asBytes(content) });
/** As a screen does it. */
const call = (name: string, content: string | Uint8Array) =>
	project.core.call('instrument.read', { name, bytes: asBytes(content) });

const lss = (doctype: string, title: string) =>
	`<?xml version="1.0"?>${doctype}<document><surveys><rows><row><sid>1</sid><language>sv</language></row></rows></surveys><surveys_languagesettings><rows><row><surveyls_language>sv</surveyls_language><surveyls_title>${title}</surveyls_title></row></rows></surveys_languagesettings><groups><rows><row><gid>1</gid><group_name>G</group_name><language>sv</language></row></rows></groups><questions><rows><row><qid>1</qid><parent_qid>0</parent_qid><gid>1</gid><type>T</type><title>q</title><question>F</question><language>sv</language></row></rows></questions></document>`;
const laughs = `<!DOCTYPE d [<!ENTITY a "haha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>`;

test('a small survey of LimeSurvey in the older form is read, so that the hostile ones differ in one thing', async () => {
	const { definition, format } = await read('a.lss', lss('', 'Titel'));
	expect(format).toBe('lss');
	expect(definition).toMatchObject({ title: { sv: 'Titel' }, items: [{ type: 'section' }, { type: 'text', id: 'q' }] });
});

test.each([
	[
		'an external entity',
		'a.lss',
		lss('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'),
		'IMPORT_UNREADABLE',
	],
	['a billion laughs', 'a.lss', lss(laughs, '&a8;'), 'IMPORT_UNREADABLE'],
	['an entity of nobody', 'a.lss', lss('', '&x;'), 'IMPORT_UNREADABLE'],
	['XML that ends early', 'a.lss', lss('', 'T').slice(0, 300), 'IMPORT_UNREADABLE'],
	[
		'XML of a thousand levels',
		'a.lss',
		`<document>${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}</document>`,
		'IMPORT_UNREADABLE',
	],
	['another XML', 'a.lss', '<html><body/></html>', 'IMPORT_UNREADABLE'],
	['JSON of a million levels', 'a.json', '['.repeat(1_000_000), 'IMPORT_UNREADABLE'],
	[
		'panels in panels without end',
		'a.json',
		`{"pages":[${'{"elements":['.repeat(5000)}${']}'.repeat(5000)}]}`,
		'IMPORT_UNREADABLE',
	],
	['no JSON', 'a.json', 'hej', 'IMPORT_UNREADABLE'],
	['another JSON', 'a.json', '{"a":1}', 'INSTRUMENT_FOREIGN'],
	['our own with parts lacking', 'a.json', '{"format":"underlag-instrument/1"}', 'INSTRUMENT_INVALID'],
	['a table of responses', 'a.csv', 'a;b\n1;2', 'INSTRUMENT_OF_ANSWERS'],
	[
		'a survey without questions',
		'a.json',
		'{"pages":[{"elements":[{"type":"html","name":"x","html":"x"}]}]}',
		'INSTRUMENT_NONE',
	],
	['a sheet that is no form', 'a.xlsx', makeZip([{ name: 'x', content: 'x' }]), 'IMPORT_UNREADABLE'],
	['an empty file', 'a.lss', '', 'IMPORT_EMPTY'],
	['a text of spaces', 'a.txt', ' \n\n ', 'IMPORT_EMPTY'],
	['a text without questions', 'a.txt', 'Hej på dig.', 'INSTRUMENT_NONE'],
	['an old workbook', 'a.xls', 'x', 'IMPORT_UNSUPPORTED'],
	['a binary by another name', 'a.txt', Uint8Array.from([0x89, 0x50, 0, 1, 2, 3]), 'IMPORT_UNREADABLE'],
])('%s is refused in words', async (_what, name, content, code) => {
	await expect(read(name, content)).rejects.toMatchObject({ code });
});

test('one of our own that is not finished comes back from its file as it is', async () => {
	const draft = { format: 'underlag-instrument/1', key: 'a', version: 1, title: { sv: 'A' }, scales: [] };
	const items = [{ type: 'single', id: '1', text: { sv: '' }, options: [] }];
	const { definition, format } = await read('a.json', JSON.stringify({ ...draft, items }));
	expect(format).toBe('json');
	expect(definition).toEqual({ ...draft, items });
});

test('what is refused leaves nothing behind', async () => {
	await expect(call('a.txt', new Uint8Array(50_000_001))).rejects.toMatchObject({ code: 'WORKER_LIMIT' });
	await expect(call('a.lss', lss(laughs, '&a8;'))).rejects.toMatchObject({ code: 'IMPORT_UNREADABLE' });
	expect((await project.core.call('instrument.list', {})).every((one) => one.id === null)).toBe(true);
});

test('keys of the prototype are names like any other, scripts are gone, and nothing of them runs', async () => {
	const survey = `{"title":"<script>alert(1)</script>Hej","__proto__":{"polluted":1},"pages":[{"elements":[
		{"type":"radiogroup","name":"__proto__","title":"<img src=x onerror=alert(1)>A","choices":["constructor","__proto__",{"value":"toString","text":{"default":"x","__proto__":"y"}}]},
		{"type":"constructor","name":"x"},{"type":"text","name":"toString","visibleIf":"{__proto__} = 'constructor'"}]}]}`;
	const { definition, losses } = await read('a.json', survey);
	expect(definition.title.sv).toBe('Hej');
	expect(definition.items.map((one) => [one.id, one.text.sv])).toEqual([
		['proto__', 'A'],
		['toString', 'toString'],
	]);
	expect(definition.items[1]?.shownIf).toEqual({ item: 'proto__', is: ['constructor'] });
	expect(losses).toContainEqual({ kind: 'item', at: 'x', detail: 'constructor' });
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('a Word document keeps its lists, boxes and tables', async () => {
	const p = (text: string, numbering = '') =>
		`<w:p>${numbering}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
	const list = (id: number, level = 0) =>
		`<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`;
	const row = (...cells: string[]) => `<w:tr>${cells.map((one) => `<w:tc>${p(one)}</w:tc>`).join('')}</w:tr>`;
	const table = `<w:tbl>${row('', 'Stämmer inte alls', 'Stämmer dåligt', 'Stämmer ganska bra', 'Stämmer helt')}${row('Målen är tydliga', '☐', '☐', '☐', '☐')}${row('Vi har tid', '', '', '', '')}</w:tbl>`;
	const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
	const level = (at: number, format: string) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`;
	const numbering = `<w:numbering ${space}><w:abstractNum w:abstractNumId="0">${level(0, 'decimal')}${level(1, 'lowerLetter')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
	const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`;
	const body = [
		p('Enkät om samverkan'),
		p('Vilken roll har du?', list(1)),
		p('Handläggare', list(2)),
		p('Chef', list(2)),
		p('Hur väl stämmer det här?', list(1)),
		table,
		p('Vad vill du tillägga?', list(1)),
	].join('');
	const bytes = makeDocx(body, [
		{ name: 'word/numbering.xml', content: numbering },
		{ name: 'word/_rels/document.xml.rels', content: rels },
	]);
	expect(inBrief(await read('enkat.docx', bytes))).toMatchInlineSnapshot(`
		[
		  "= Enkät om samverkan",
		  "1 single: Vilken roll har du? [Handläggare | Chef]",
		  "2 matrix: Hur väl stämmer det här? [Stämmer inte alls | Stämmer dåligt | Stämmer ganska bra | Stämmer helt]",
		  "  2a Målen är tydliga",
		  "  2b Vi har tid",
		  "3 text: Vad vill du tillägga? long",
		]
	`);
});

test('what is read can be taken in, and written from the project', async () => {
	const { definition } = await project.core.call('instrument.read', { text: '1. Trivs du?\n☐ Ja\n☐ Nej' });
	const { id } = await project.core.call('instrument.add', { definition, name: 'text' });
	for (const format of ['xlsform', 'lss'] as const) {
		const { name, bytes } = await project.core.call('instrument.write', { id, format });
		const again = await read(name, bytes);
		expect(again.definition.items.map((one) => one.text.sv)).toEqual(['Trivs du?']);
	}
	await project.core.call('history.undo', {});
	expect((await project.core.call('instrument.list', {})).every((one) => one.id === null)).toBe(true);
});
