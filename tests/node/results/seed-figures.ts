import { expect } from 'vitest';
import type { Analysis, GroupResult } from '#shared/domain/results/model.ts';
import { expected } from './seed-answers.ts';

const item = (analysis: Analysis, id: string) => {
	const found = analysis.items.find((one) => one.id === id);
	if (!found) throw new Error(`no item ${id}`);
	return found;
};

/** Every figure under `board`. */
export function expectBoard(analysis: Analysis): void {
	const { board } = expected;
	expect(analysis).toMatchObject({ invited: board.invited, answered: board.answered, partial: 0 });
	expect(Math.round(analysis.responseRate ?? 0)).toBe(board.responseRatePercent);
	const counts = board.printedOrder.map((id) => [id, item(analysis, id).topTwo?.count]);
	expect(counts).toEqual(board.printedOrder.map((id) => [id, board.topTwoCounts[id]]));
	expect(item(analysis, '9')).toMatchObject({ type: 'single', topTwo: null, median: null, n: 13, missing: 1 });
}

/** Every figure under `lokus`; the analysis is by question 1. */
export function expectLokus(analysis: Analysis): void {
	const { lokus } = expected;
	expect(analysis).toMatchObject({ invited: lokus.invited, answered: lokus.answered });
	expect(Math.round(analysis.responseRate ?? 0)).toBe(lokus.responseRatePercent);
	for (const [id, percent] of Object.entries({ ...lokus.percentTopTwo, ...lokus.inTheseRowsOnly.percentTopTwo })) {
		expect([id, Math.round(item(analysis, id).topTwo?.percent ?? -1)]).toEqual([id, percent]);
	}
	for (const [id, options] of Object.entries(lokus.percentExactly)) {
		for (const [label, percent] of Object.entries(options)) {
			const found = item(analysis, id).options.find((option) => option.label === label);
			expect([id, label, Math.round(found?.percent ?? -1)]).toEqual([id, label, percent]);
		}
	}
	expect(analysis.by?.inSeveral).toBe(lokus.inSeveralGroups);
	const sizes = item(analysis, '3').groups?.map((group) => [group.label, group.size]);
	expect(Object.fromEntries(sizes ?? [])).toEqual(lokus.groupSizes);
	for (const [id, labels] of Object.entries(lokus.lowestGroups)) {
		expect([id, lowest(item(analysis, id).groups ?? [], labels.length)]).toEqual([id, labels]);
	}
	expect(item(analysis, '4')).toMatchObject({ type: 'text', notAsked: 18 });
}

/** As many of the lowest groups as the report names: by the share of positive answers, then by the mean position on the scale. */
function lowest(groups: GroupResult[], many: number): string[] {
	const mean = ({ options, n }: GroupResult) => options.reduce((sum, one, at) => sum + one.count * at, 0) / n;
	return groups
		.toSorted((a, b) => (a.topTwo?.percent ?? 0) - (b.topTwo?.percent ?? 0) || mean(a) - mean(b))
		.slice(0, many)
		.map((group) => group.label)
		.sort((a, b) => a.localeCompare(b, 'sv'));
}
