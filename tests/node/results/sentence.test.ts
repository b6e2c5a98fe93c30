import { describe, expect, it } from 'vitest';
import { analyse } from '#shared/domain/results/analyse.ts';
import type { GroupResult, ItemResult } from '#shared/domain/results/model.ts';
import { lowestGroups, sentenceOf } from '#shared/domain/results/sentence.ts';
import { seedAnswers } from './seed-answers.ts';

const nb = '\u00a0';
function lokus(id: string, language: 'sv' | 'en' = 'sv'): ItemResult {
	const { definition, responses } = seedAnswers('lokus');
	const round = { id: 1, name: 'x', invited: 28, partial: 0 };
	const item = analyse(definition, round, responses, { by: '1', language }).items.find((one) => one.id === id);
	if (!item) throw new Error(id);
	return item;
}
const board = (id: string) => {
	const { definition, responses } = seedAnswers('board');
	const result = analyse(definition, { id: 1, name: 'x', invited: 22, partial: 0 }, responses, { language: 'sv' });
	const item = result.items.find((one) => one.id === id);
	if (!item) throw new Error(id);
	return item;
};

describe('the sentence for the report', () => {
	it('counts in words and names the groups that stand out low', () => {
		expect(sentenceOf(lokus('13'), 'sv', 1)).toBe(
			`Tolv av tjugo (60${nb}%) svarade ”Ja, ganska” eller ”Ja, absolut” på ”Tydligt uppdrag”; lägst i Enköping och Älvkarleby.`,
		);
		expect(sentenceOf(lokus('9'), 'sv', 1)).toMatch(/; lägst i Tierp\.$/);
	});

	it('names no group that is smaller than the promise', () => {
		expect(sentenceOf(lokus('13'), 'sv', 4)).toMatch(/; lägst i Enköping\.$/);
		expect(sentenceOf(lokus('13'), 'sv', 6)).toMatch(/på ”Tydligt uppdrag”\.$/);
	});

	it('ends with one full stop, also where the statement has its own', () => {
		const stated = { ...lokus('13'), label: 'Uppdraget är tydligt.' };
		expect(sentenceOf(stated, 'sv', 6)).toMatch(/på ”Uppdraget är tydligt”\.$/);
	});

	it('is in English too', () => {
		expect(sentenceOf(lokus('13', 'en'), 'en', 99)).toMatch(
			/^Twelve out of twenty \(60%\) answered “.+” or “.+” to “.+”\.$/,
		);
	});

	it('gives the most common of alternatives without order', () => {
		expect(sentenceOf(board('9'), 'sv', 1)).toMatch(
			/^Fem av tretton \(38.%\) svarade ”.+” på ”.+”, det vanligaste svaret\.$/,
		);
	});

	it('writes numbers over twenty as figures', () => {
		const item = lokus('13');
		const many = { ...item, n: 1200, topTwo: { count: 600, percent: 50 }, groups: [] };
		expect(sentenceOf(many, 'sv', 1)).toMatch(new RegExp(`^600 av 1${nb}200 \\(50${nb}%\\)`));
	});

	it('tells the middle of numbers, and nothing of what nobody answered or what is free text', () => {
		const none: ItemResult = { ...lokus('13'), n: 0 };
		expect(sentenceOf(none, 'sv', 1)).toBeNull();
		expect(sentenceOf(lokus('7'), 'sv', 1)).toBeNull();
		const rating: ItemResult = { ...lokus('7'), type: 'rating', n: 30, median: 6, mean: 6.44 };
		expect(sentenceOf(rating, 'sv', 1)).toMatch(/^Medianen för ”.+” är 6 \(medelvärde 6,4, n = 30\)\.$/);
	});
});

describe('the lowest groups', () => {
	const group = (label: string, counts: number[]): GroupResult => {
		const n = counts.reduce((sum, one) => sum + one, 0);
		const count = counts.slice(-2).reduce((sum, one) => sum + one, 0);
		return {
			value: label,
			label,
			n,
			size: n,
			inSeveral: 0,
			options: counts.map((one, at) => ({ value: String(at), label: String(at), count: one, percent: 0 })),
			topTwo: { count, percent: n ? (100 * count) / n : 0 },
			median: null,
		};
	};
	const lowest = (groups: GroupResult[], percent = 60) =>
		lowestGroups({ ...lokus('13'), topTwo: { count: 1, percent }, groups }, 1).map((one) => one.label);

	it('are those where half or more answered on the negative side', () => {
		expect(lowest([group('a', [1, 1, 1, 1]), group('b', [0, 0, 4, 0]), group('c', [0, 3, 1, 0])])).toEqual(['a', 'c']);
	});
	it('are the lowest below the whole where none did', () => {
		expect(lowest([group('a', [0, 1, 3, 0]), group('b', [0, 0, 4, 0])], 80)).toEqual(['a']);
	});
	it('are none where all are alike, where there is one group, and where too many share the place', () => {
		expect(lowest([group('a', [0, 0, 4, 0]), group('b', [0, 0, 4, 0])], 100)).toEqual([]);
		expect(lowest([group('a', [4, 0, 0, 0])])).toEqual([]);
		expect(
			lowest(
				['a', 'b', 'c', 'd', 'e'].map((label) => group(label, label === 'e' ? [0, 0, 9, 0] : [0, 1, 2, 0])),
				80,
			),
		).toEqual([]);
	});
	it('pass over groups without answers', () => {
		expect(lowest([group('a', [0, 0, 0, 0]), group('b', [0, 4, 1, 0]), group('c', [0, 0, 4, 0])])).toEqual(['b']);
	});
});
