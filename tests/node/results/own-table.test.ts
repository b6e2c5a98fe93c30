import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '#shared/domain/results/analyse.ts';
import {
	addItem,
	moveItem,
	readParts,
	removeItem,
	type TablePart,
	usualParts,
	writeParts,
} from '#shared/domain/results/own-table.ts';
import { partsTable } from '#shared/domain/results/parts-table.ts';
import { tableAsHtml, tableAsText } from '#shared/domain/results/table-text.ts';
import { expected, seedAnswers } from './seed-answers.ts';

const ids = ['1', '2', '3', '4', '5', '6'];
const parts: fc.Arbitrary<TablePart[]> = fc
	.tuple(
		fc.shuffledSubarray(ids),
		fc.array(fc.tuple(fc.nat(6), fc.stringMatching(/^[a-zå ]{0,8}$/)), { minLength: 1, maxLength: 4 }),
	)
	.map(([all, cuts]) => {
		const rest = [...all];
		const made = cuts.map(([size, heading]) => ({ heading, ids: rest.splice(0, size) }));
		made.at(-1)?.ids.push(...rest);
		return made;
	});
const allOf = (table: readonly TablePart[]) => table.flatMap((part) => part.ids);

describe('a table of one’s own', () => {
	it('comes back from its address as it was', () => {
		fc.assert(
			fc.property(parts, (table) => {
				const { items, headings } = writeParts(table);
				expect(readParts(items, headings, new Set(ids))).toEqual(table);
			}),
		);
	});

	it('keeps to the items there are, once each, whatever the address says', () => {
		expect(readParts('1,9,1|2,<b>,1', 'A', new Set(ids))).toEqual([
			{ heading: 'A', ids: ['1'] },
			{ heading: '', ids: ['2'] },
		]);
		fc.assert(
			fc.property(fc.string(), fc.string(), (items, headings) => {
				const all = allOf(readParts(items, headings, new Set(ids)));
				expect(new Set(all).size).toBe(all.length);
				expect(all.every((id) => ids.includes(id))).toBe(true);
			}),
		);
	});

	it('loses no item and no heading when one is moved, and a move there and back is none within a part', () => {
		fc.assert(
			fc.property(parts, fc.constantFrom(...ids), fc.constantFrom(-1 as const, 1 as const), (table, id, step) => {
				const moved = moveItem(table, id, step);
				expect(allOf(moved).toSorted()).toEqual(allOf(table).toSorted());
				expect(moved.map((part) => part.heading)).toEqual(table.map((part) => part.heading));
				if (JSON.stringify(moved) !== JSON.stringify(table)) {
					expect(moveItem(moved, id, step === 1 ? -1 : 1)).toEqual(table);
				}
			}),
		);
	});

	it('goes into the next part past the end of its own', () => {
		const table = [
			{ heading: 'A', ids: ['1', '2'] },
			{ heading: 'B', ids: ['3'] },
		];
		expect(moveItem(table, '2', 1)).toEqual([
			{ heading: 'A', ids: ['1'] },
			{ heading: 'B', ids: ['2', '3'] },
		]);
		expect(moveItem(table, '3', 1)).toEqual(table);
		expect(removeItem(table, '3')[1]).toEqual({ heading: 'B', ids: [] });
		expect(addItem(table, 1, '1')).toEqual([
			{ heading: 'A', ids: ['2'] },
			{ heading: 'B', ids: ['3', '1'] },
		]);
	});
});

describe('the board’s table', () => {
	const { definition, responses } = seedAnswers('board');
	const result = analyse(definition, { id: 1, name: 'x', invited: 22, partial: 0 }, responses, { language: 'sv' });
	const items = new Map(result.items.map((item) => [item.id, item]));
	const order = expected.board.printedOrder;
	const table = partsTable(
		[
			{ heading: 'Struktur', ids: order.slice(0, 4) },
			{ heading: 'Styrelsen', ids: order.slice(4) },
			{ heading: 'Tom', ids: [] },
		],
		items,
		new Map([['13', 'Dialog om']]),
		'sv',
	);

	it('has the published counts in the printed order, under headings, the matrix indented under its lead-in', () => {
		const counted = table.rows.filter((row) => row.kind === 'normal' && row.cells[1] !== '');
		expect(counted.map((row) => Number(row.cells[1]))).toEqual(order.map((id) => expected.board.topTwoCounts[id]));
		expect(table.rows.filter((row) => row.kind === 'section').map((row) => row.cells)).toEqual([
			['Struktur'],
			['Styrelsen'],
		]);
		const lead = table.rows.findIndex((row) => row.cells[0] === 'Dialog om');
		expect(table.rows.slice(lead, lead + 6).map((row) => row.indent)).toEqual([0, 1, 1, 1, 1, 0]);
	});

	it('is pasted as cells and as a table, every sign as itself', () => {
		const odd = { ...table, rows: [{ kind: 'normal' as const, indent: 1, cells: ['<b>&"\ttab', '1', '2', '3'] }] };
		expect(tableAsText(odd).split('\n')[1]).toBe('<b>&" tab\t1\t2\t3');
		const html = tableAsHtml(odd);
		expect(html).toContain('\u2003&lt;b&gt;&amp;&quot;');
		expect(html).not.toContain('<b>');
		expect(tableAsHtml(table)).toContain('colspan="4"');
	});

	it('begins with every item that has a positive share, by scale', () => {
		const usual = usualParts(result.items, (first) => first.scale ?? '');
		expect(usual.map((part) => part.ids.length)).toEqual([4, 11]);
		expect(allOf(usual)).not.toContain('9');
	});
});
