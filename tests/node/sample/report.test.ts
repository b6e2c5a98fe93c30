import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Output } from '#shared/contract/calls.ts';
import { makeTestCore } from '../test-core.ts';

const { core, folder, end } = makeTestCore();
let preview: Output<'report.preview'>;
beforeAll(async () => {
	await core.call('project.openSample', { path: join(folder, 'exempel.underlag') });
	const [report] = await core.call('report.list', {});
	preview = await core.call('report.preview', { id: report?.id ?? 0 });
}, 60_000);
afterAll(() => end());

const headings = (level: number) =>
	preview.document.blocks.flatMap((block) =>
		block.kind === 'heading' && block.level === level
			? [`${block.number} ${block.content.map((one) => one.text).join('')}`.trim()]
			: [],
	);

test('every block and value in the report is filled', () => {
	expect(preview.problems).toEqual([]);
	expect(preview.document.blocks.filter((block) => block.kind === 'unfilled')).toEqual([]);
});

test('it has the parts of a process evaluation in their order', () => {
	expect(preview.document.blocks.slice(0, 2).map((block) => block.kind)).toEqual(['frontPage', 'contents']);
	expect(headings(1)).toEqual([
		'Sammanfattning',
		'1 Bakgrund',
		'2 Syfte och frågor',
		'3 Metod',
		'4 Resultat',
		'5 Diskussion',
		'6 Slutsatser',
		'Bilaga 1 Styrelsens enkät',
		'Bilaga 2 Lokusgruppernas enkät',
		'Bilaga 3 Intervjuguide',
		'Bilaga 4 Kategorier i analysen',
	]);
	expect(headings(2).filter((one) => one.startsWith('4.'))).toEqual([
		'4.1 Observation av ett gruppmöte',
		'4.2 Enkäter',
		'4.3 Samverkanskoordinatorer',
		'4.4 Tilläggsresurser',
	]);
});

test('the table of the board has the published counts in the printed order under two headings', () => {
	const table = preview.document.blocks.find((block) => block.kind === 'table' && block.anchor === 'tab-styrelse');
	if (table?.kind !== 'table') throw new Error('no table');
	const { rows } = table.table;
	expect(rows.flatMap((row) => (row.kind === 'section' ? row.cells : []))).toEqual([
		'Stämmer helt eller delvis',
		'Ja, absolut eller ja, ganska',
	]);
	const counts = rows.filter((row) => row.kind === 'normal').map((row) => row.cells[1]);
	expect(counts.filter((cell) => cell !== '').map(Number)).toEqual([
		12, 7, 7, 8, 11, 11, 10, 8, 13, 13, 13, 11, 10, 10, 5,
	]);
	expect(rows.filter((row) => row.indent === 1).map((row) => row.cells[1])).toEqual(['13', '11', '10', '10']);
});

test('every statement of the local groups stands in a figure by group that says how many are in several', () => {
	const figures = preview.document.blocks.filter(
		(block) => block.kind === 'figure' && block.anchor.startsWith('fig-l'),
	);
	expect(figures.length).toBe(12);
	for (const block of figures) {
		if (block.kind !== 'figure') continue;
		expect(block.figure.rows.map((row) => row.n)).toEqual([4, 4, 3, 3, 4, 6, 3, 3]);
		expect(block.note).toContain('varav 2 i flera grupper');
		expect(block.alt.length).toBeGreaterThan(20);
	}
});

test('what is typed beside the live values agrees with the rows', async () => {
	const [, lokus] = await core.call('round.list', {});
	const { items } = await core.call('results.analyse', { roundId: lokus?.id ?? 0, by: '1' });
	const item = (id: string) => items.find((one) => one.id === id);
	const percent = (id: string, label: string) => item(id)?.options.find((one) => one.label === label)?.percent;
	const positive = (id: string, group: string) => {
		const found = item(id)?.groups?.find((one) => one.label === group);
		return `${found?.topTwo?.count} av ${found?.n}`;
	};
	expect([percent('5', 'Stämmer delvis'), percent('5', 'Stämmer helt')]).toEqual([75, 15]);
	expect([percent('11', 'Ja, ganska'), percent('13', 'Ja, ganska'), percent('13', 'Inte särskilt')]).toEqual([
		80, 45, 35,
	]);
	expect(percent('25', 'Inte särskilt')).toBe(30);
	expect([positive('3', 'Tierp'), positive('9', 'Tierp')]).toEqual(['2 av 4', '1 av 4']);
	expect([positive('13', 'Enköping'), positive('13', 'Älvkarleby')]).toEqual(['2 av 4', '1 av 3']);
	expect([positive('17', 'Håbo'), positive('17', 'Älvkarleby')]).toEqual(['1 av 3', '1 av 3']);
});

test('quotations stand with who said it, and each is in the material', async () => {
	const quotes = preview.document.blocks.filter((block) => block.kind === 'quote');
	expect(quotes.length).toBeGreaterThanOrEqual(20);
	// A quotation within the quotation takes inner marks: every other sign is the material's.
	const marks = /["”’]/g;
	const said = (await core.call('coding.list', { all: true })).map((coding) => coding.quote.replace(marks, ''));
	for (const quote of quotes) {
		if (quote.kind !== 'quote') continue;
		const [paragraph] = quote.blocks;
		const text = paragraph?.kind === 'paragraph' ? paragraph.content.map((one) => one.text).join('') : '';
		expect(text).toMatch(/^”[^”]+”$/);
		expect(said).toContain(text.replace(marks, ''));
		expect(quote.source).not.toBe('');
	}
});
