import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runHere } from '../../../electron/workers/run-here.ts';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
beforeEach(async () => {
	project = await makeTestProject({ runJob: runHere });
});
afterEach(() => project.end());

const bytes = (text: string) => new TextEncoder().encode(text);
const add = (name: string, content: string | Uint8Array) =>
	project.core.call('document.import', { name, bytes: typeof content === 'string' ? bytes(content) : content });

async function docx(lines: string[]): Promise<Uint8Array> {
	const children = lines.map((line) => new Paragraph({ children: [new TextRun(line)] }));
	return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

test('a transcript in plain text gets its speakers, turns and times', async () => {
	const { core } = project;
	const got = await add(
		'Fokusgrupp_SK 2016-06-07.txt',
		'Intervjuare (04.12): Hur är rollen?\r\nSK1 (05.31): Svår. 😀\r\nOch lång.\r\n\r\nSK2: Jo.\r\n',
	);
	expect(got).toMatchObject({ known: false, turns: 3, speakers: 3, words: 7 });
	const document = await core.call('document.get', { id: got.id });
	expect(document).toMatchObject({
		title: 'Fokusgrupp SK 2016-06-07',
		kind: 'focus-group',
		date: '2016-06-07',
		informants: 2,
	});
	expect(document.turns.map((turn) => document.text.slice(turn.start, turn.end))).toEqual([
		'Hur är rollen?',
		'Svår. 😀\nOch lång.',
		'Jo.',
	]);
	expect(document.turns.map((turn) => turn.time)).toEqual([252_000, 331_000, null]);
	expect(document.speakers.map((speaker) => speaker.role)).toEqual(['interviewer', 'informant', 'informant']);
});

test('the same text twice is stored once, whatever the file is called and however its lines end', async () => {
	const first = await add('a.txt', 'Hej där.\n\nNytt stycke.');
	const again = await add('b.txt', '\uFEFFHej där.\r\n\r\n\r\nNytt stycke.\r\n');
	expect(again).toEqual({ ...first, known: true });
	expect(await project.core.call('document.list', {})).toHaveLength(1);
	expect((await project.core.call('history.get', {})).done).toBe(1);
});

test('Windows-1252 and UTF-16 are read as what they are', async () => {
	const { core } = project;
	const latin = await add('l.txt', Uint8Array.from([0x53, 0xe5, 0x20, 0x93, 0xf6, 0x94]));
	expect((await core.call('document.get', { id: latin.id })).text).toBe('Så “ö”');
	const wide = await add('w.txt', new Uint8Array(Buffer.from('\uFEFFSå är det', 'utf16le')));
	expect((await core.call('document.get', { id: wide.id })).text).toBe('Så är det');
});

test('a Word document keeps its paragraphs', async () => {
	const got = await add(
		'Intervju.docx',
		await docx(['Intervjuare: Berätta.', 'Anna: Ja då.', 'Anna: Det var så här.']),
	);
	expect(got).toMatchObject({ turns: 3, speakers: 2 });
	expect((await project.core.call('document.get', { id: got.id })).text).toBe(
		'Intervjuare: Berätta.\n\nAnna: Ja då.\n\nAnna: Det var så här.',
	);
});

test('captions become turns of their voices', async () => {
	const file = (name: string) => readFileSync(new URL(`../../fixtures/transcripts/${name}`, import.meta.url));
	const got = await add('it.vtt', new Uint8Array(file('ableplayer_itaccess_captions_en.vtt')));
	const document = await project.core.call('document.get', { id: got.id });
	expect(document.speakers.slice(0, 3).map((one) => one.label)).toEqual([
		'Michael Young',
		'Tracy Mitrano',
		'Pablo Molina',
	]);
	expect(document.turns.slice(0, 3).map((turn) => turn.time)).toEqual([599, 43_719, 57_400]);
	expect(document.text.startsWith('Michael Young: We are committed to the notion that everyone')).toBe(true);
	expect(document.text).not.toMatch(/-->|<v|&/);
});

test.each([
	['empty.txt', '', 'IMPORT_EMPTY'],
	['blank.txt', ' \n\t\r\n', 'IMPORT_EMPTY'],
	['sound.mp3', 'x', 'IMPORT_UNSUPPORTED'],
	['no-ending', 'x', 'IMPORT_UNSUPPORTED'],
	['binary.txt', '\u0000\u0001\u0002', 'IMPORT_UNREADABLE'],
	['zip.txt', 'PK\u0003\u0004', 'IMPORT_UNREADABLE'],
	['text.docx', 'not a zip', 'IMPORT_UNREADABLE'],
	['truncated.docx', 'PK\u0003\u0004 and then nothing', 'IMPORT_UNREADABLE'],
	['text.vtt', 'just text', 'IMPORT_UNREADABLE'],
	['nothing.vtt', 'WEBVTT\n\nNOTE only a note\n', 'IMPORT_EMPTY'],
])('%s is refused and nothing is stored', async (name, content, code) => {
	await expect(add(name, content)).rejects.toMatchObject({ code });
	expect(await project.core.call('document.list', {})).toEqual([]);
	expect(project.log.join('\n')).not.toContain(name);
});
