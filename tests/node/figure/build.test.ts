import { describe, expect, it } from 'vitest';
import { figureOfGroups, figureOfItems, itemsOf } from '#shared/domain/figure/build.ts';
import { figure as schema } from '#shared/domain/figure/model.ts';
import { altTextOf, numbersOf, positiveOf } from '#shared/domain/figure/words.ts';
import { analyse } from '#shared/domain/results/analyse.ts';
import { seedAnswers } from '../results/seed-answers.ts';

const nb = '\u00a0';
function results(key: 'board' | 'lokus', by?: string) {
	const { definition, responses } = seedAnswers(key);
	return analyse(definition, { id: 1, name: 'x', invited: 28, partial: 0 }, responses, { by, language: 'sv' });
}

describe('figures of results', () => {
	it('have a bar for each item in the order asked for, from the most negative option to the most positive', () => {
		const figure = figureOfItems(results('lokus'), ['13', '11'], 'sv');
		expect(schema.parse(figure)).toMatchObject({ kind: 'diverging', unit: 'count', ordered: true, language: 'sv' });
		expect(figure?.rows.map(({ no, counts, n }) => ({ no, counts, n }))).toEqual([
			{ no: '13', counts: [1, 7, 9, 3], n: 20 },
			{ no: '11', counts: [0, 3, 16, 1], n: 20 },
		]);
		expect(figure?.options.map((option) => option.label)).toEqual([
			'Inte alls',
			'Inte särskilt',
			'Ja, ganska',
			'Ja, absolut',
		]);
	});

	it('are none where scales are mixed, nobody is asked for, or there is nothing to draw', () => {
		const lokus = results('lokus');
		expect(figureOfItems(lokus, ['3', '11'], 'sv')).toBeNull();
		expect(figureOfItems(lokus, ['7'], 'sv')).toBeNull();
		expect(figureOfItems(lokus, [], 'sv')).toBeNull();
		expect(figureOfItems(lokus, ['nobody'], 'sv')).toBeNull();
		expect(figureOfItems(lokus, ['1', '2'], 'sv')).toBeNull();
		expect(figureOfGroups(lokus, '13', 'sv')).toBeNull();
		expect(figureOfGroups(results('lokus', '1'), '1', 'sv')).toBeNull();
	});

	it('take a matrix by its own id', () => {
		const board = results('board');
		expect(itemsOf(board, ['13']).map((item) => item.id)).toEqual(['13a', '13b', '13c', '13d']);
		expect(figureOfItems(board, ['13'], 'sv')?.rows).toHaveLength(4);
	});

	it('do not diverge where alternatives have no order, and give several choices a bar each', () => {
		expect(figureOfItems(results('board'), ['9'], 'sv', { kind: 'diverging' })).toMatchObject({
			kind: 'stacked',
			ordered: false,
		});
		const groups = figureOfItems(results('lokus'), ['1'], 'sv');
		expect(groups?.rows.map((row) => row.counts)).toEqual([[4], [4], [3], [3], [4], [6], [3], [3]]);
	});

	it('by group leave out those smaller than the promise, and can have everyone above', () => {
		const lokus = results('lokus', '1');
		expect(figureOfGroups(lokus, '13', 'sv')?.rows).toHaveLength(8);
		const kept = figureOfGroups(lokus, '13', 'sv', { smallestGroup: 4, withAll: true });
		expect(kept?.rows.map((row) => row.label)).toEqual(['Alla', 'Enköping', 'Heby', 'Tierp', 'Uppsala']);
	});

	it('count people where they are few, and take percent where they are many', () => {
		const lokus = results('lokus');
		const many = { ...lokus, items: lokus.items.map((item) => ({ ...item, n: item.n * 3 })) };
		expect(figureOfItems(many, ['13'], 'sv')?.unit).toBe('percent');
		expect(figureOfItems(many, ['13'], 'sv', { unit: 'count' })?.unit).toBe('count');
	});
});

describe('the words of a figure', () => {
	const figure = figureOfItems(results('lokus'), ['11', '13', '19'], 'sv');
	if (!figure) throw new Error('no figure');

	it('say for those who cannot see it which is highest and lowest', () => {
		expect(altTextOf(figure, 'Målen')).toBe(
			`Målen: 3 liggande staplar, från ”Inte alls” till ”Ja, absolut”. Högst: Tydliga mål, 17 av 20 (85${nb}%). Lägst: Tillräcklig insyn i verksamheterna, 8 av 20 (40${nb}%).`,
		);
		expect(altTextOf({ ...figure, language: 'en' }, 'Goals')).toMatch(
			/^Goals: 3 horizontal bars, from .+ Highest: .+ Lowest: /,
		);
		expect(altTextOf({ ...figure, rows: figure.rows.slice(0, 1) }, 'Ett')).toMatch(
			/^Ett: 1 liggande stapel.+ Positiva svar: Tydliga mål, 17 av 20/,
		);
	});

	it('give every number as a table whose columns are a hundred wide', () => {
		const table = numbersOf(figure);
		expect(table.rows[1]?.cells).toEqual([
			'13. Tydligt uppdrag',
			`1 (5${nb}%)`,
			`7 (35${nb}%)`,
			`9 (45${nb}%)`,
			`3 (15${nb}%)`,
			'20',
		]);
		expect(table.columns.reduce((sum, column) => sum + column.width, 0)).toBeCloseTo(100, 9);
		expect(table.columns.map((column) => column.label)).toEqual([
			'',
			'Inte alls',
			'Inte särskilt',
			'Ja, ganska',
			'Ja, absolut',
			'n',
		]);
	});

	it('know no positive share of a row nobody answered or of what has no order', () => {
		const empty = { label: 'x', no: '', counts: [0, 0, 0, 0], n: 0 };
		expect(positiveOf(figure, empty)).toBeNull();
		const [first] = figure.rows;
		if (first) expect(positiveOf({ ...figure, ordered: false }, first)).toBeNull();
	});
});
