import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '#shared/domain/report/model.ts';
import { costOf } from '../cost.ts';
import { makeReportProject, seed } from './project.ts';

let project: Awaited<ReturnType<typeof makeReportProject>>;
let id: number;
beforeAll(async () => {
	project = await makeReportProject();
	id = (await project.core.call('report.add', { title: 'Prov', markdown: '' })).id;
});
afterAll(() => project.end());

const preview = (markdown: string) => project.core.call('report.preview', { id, markdown });
const tableOf = (blocks: Block[]) => {
	const table = blocks.find((block) => block.kind === 'table');
	if (table?.kind !== 'table') throw new Error('no table');
	return table;
};

const board = `::: item-table
round: Styrelsen, juni 2016
items: 1, 2, 3, 4 | 5, 7, 6, 8, 11, 12, 13a, 13b, 13c, 13d, 14
headings: Stämmer helt eller delvis | Ja, absolut eller ja, ganska
measure: top-two
id: board-table
caption: Översikt över styrelsens svar, antal
:::`;

describe('the preview', () => {
	it('shows the published board table from the live block', async () => {
		const { document, problems } = await preview(board);
		expect(problems).toEqual([]);
		const { table, note, caption, number } = tableOf(document.blocks);
		const counts = table.rows
			.filter((row) => row.kind === 'normal' && row.cells[1] !== '')
			.map((row) => Number(row.cells[1]));
		const { board: expected } = JSON.parse(seed('expected.json').toString('utf8')) as {
			board: { topTwoCounts: Record<string, number>; printedOrder: string[] };
		};
		expect(counts).toEqual(expected.printedOrder.map((item) => expected.topTwoCounts[item]));
		expect(table.rows.filter((row) => row.kind === 'section').map((row) => row.cells[0])).toEqual([
			'Stämmer helt eller delvis',
			'Ja, absolut eller ja, ganska',
		]);
		expect(table.rows.filter((row) => row.indent === 1)).toHaveLength(4);
		expect({ note, caption, number }).toEqual({
			note: 'n = 14, på en enskild fråga lägst 13',
			caption: 'Översikt över styrelsens svar, antal',
			number: 1,
		});
	});

	it('fills values in running text and refers to tables before they come', async () => {
		const { document, problems } = await preview(
			`Enkäten besvarades av {{answered round="Styrelsen, juni 2016"}} av {{invited round="Styrelsen, juni 2016"}} ` +
				`({{response-rate round="styrelsen,  juni 2016"}}), {{top-two round="Lokusgrupper, oktober 2017" item="3"}}, ` +
				`{{top-two-percent round=”Lokusgrupper, oktober 2017” item=5}}. {{ref board-table}} visar. {{codings code="Mandat"}} i {{sources code="Mandat"}}.\n\n${board}`,
		);
		expect(problems).toEqual([]);
		const [paragraph] = document.blocks;
		const text = paragraph?.kind === 'paragraph' ? paragraph.content.map((one) => one.text).join('') : '';
		expect(text).toBe('Enkäten besvarades av 14 av 22 (64\u00a0%), 17 av 20, 90\u00a0%. Tabell 1 visar. 3 i 1.');
	});

	it('says by line what cannot be filled, and what may have been meant', async () => {
		const { document, problems } = await preview(
			'# A\n\n{{answerd round="Styrelsen, juni 2016"}}\n\n::: item-tabel\n:::\n\n::: item-table\nround: Styrelsn, juni 2016\n:::\n\n' +
				'::: quotations\ncode: Mandatt\nlimt: 2\n:::\n\n{{ref nothing}}\n',
		);
		expect(problems.map(({ line, reason, suggestions }) => [line, reason, suggestions[0] ?? ''])).toEqual([
			[3, 'unknown-value', 'answered'],
			[5, 'unknown-block', 'item-table'],
			[9, 'no-round', 'Styrelsen, juni 2016'],
			[14, 'unknown-key', 'limit'],
			[17, 'no-reference', ''],
		]);
		expect(document.blocks.filter((block) => block.kind === 'unfilled')).toHaveLength(3);
	});

	it('shows groups with those in several, and leaves out those smaller than promised', async () => {
		const block = '::: group-figure\nround: Lokusgrupper, oktober 2017\nitem: 13\nby: 1\n:::';
		const { document, problems } = await preview(block);
		expect(problems).toEqual([]);
		const [figure] = document.blocks;
		if (figure?.kind !== 'figure') throw new Error('no figure');
		expect(figure.figure.rows).toHaveLength(8);
		expect(figure.note).toContain('varav 2 i flera grupper');
		await project.core.call('project.update', { smallestGroup: 4 });
		const hidden = (await preview(block)).document.blocks[0];
		expect(hidden?.kind === 'figure' && hidden.figure.rows.length).toBe(4);
		expect(hidden?.kind === 'figure' && hidden.note).toContain('färre än 4');
		await project.core.call('project.update', { smallestGroup: 20 });
		expect((await preview(block)).problems.map((one) => one.reason)).toEqual(['small-groups']);
		await project.core.call('project.update', { smallestGroup: 3 });
	});

	it('lists categories, quotes with speaker and source, and writes out a questionnaire', async () => {
		const { document, problems } = await preview(
			'::: category-list\ncode: Mandat\n:::\n\n::: quotations\ncode: Otydligt uppdrag\n:::\n\n# Enkät {bilaga}\n\n::: instrument\nkey: lokus\n:::',
		);
		expect(problems).toEqual([]);
		expect(tableOf(document.blocks).table.rows.map((row) => row.cells)).toEqual([
			['Otydligt uppdrag', '2', '1'],
			['Handlingsutrymme', '1', '1'],
		]);
		const quotes = document.blocks.filter((block) => block.kind === 'quote');
		expect(quotes.map((quote) => quote.source)).toEqual([
			'Anna, Parintervju, mars 2017',
			'Bertil, Parintervju, mars 2017',
		]);
		expect(document.blocks.find((block) => block.kind === 'heading')).toMatchObject({ number: 'Bilaga 1' });
		expect(JSON.stringify(document.blocks)).toContain('Visas bara om minst 2 svar är valda på fråga 1.');
	});
});

describe('templates', () => {
	for (const language of ['sv', 'en'] as const) {
		for (const template of ['process-evaluation', 'survey-report']) {
			it(`${template} in ${language} is filled with the project and nothing is blocked`, async () => {
				const added = await project.core.call('report.add', { title: 'Ur mall', template, language });
				const { document, problems } = await project.core.call('report.preview', { id: added.id });
				expect(problems).toEqual([]);
				expect(document.blocks.filter((block) => block.kind === 'figure').length).toBeGreaterThan(12);
				expect(
					document.blocks.some(
						(block) => block.kind === 'heading' && block.number === (language === 'sv' ? 'Bilaga 2' : 'Appendix 2'),
					),
				).toBe(true);
			});
		}
	}

	it('previews a report of thirty pages as one types', async () => {
		const added = await project.core.call('report.add', { title: 'Ur mall', template: 'process-evaluation' });
		const { markdown } = await project.core.call('report.get', { id: added.id });
		const long = markdown + 'En mening till om samverkan och styrning. '.repeat(60).concat('\n\n').repeat(40);
		const preview = () => project.core.call('report.preview', { id: added.id, markdown: long });
		await preview();
		expect(await costOf(preview)).toBeLessThan(10);
	});
});
