import { plural } from '../format.ts';
import type { Shape } from '../kit.ts';
import type { results as sv } from '../sv/results.ts';

/** English words of results and figures. */
export const results: Shape<typeof sv> = {
	figure: {
		all: 'All',
		chosen: 'Chose this',
		n: 'n',
		altBars: (title, rows, first, last) =>
			`${title}: ${rows} horizontal ${plural(rows, 'bar', 'bars')}, from “${first}” to “${last}”.`,
		altChoices: (title, rows) => `${title}: ${rows} horizontal ${plural(rows, 'bar', 'bars')}, one for each option.`,
		altShare: (label, count, n, percent) => `${label}, ${count} of ${n} (${percent})`,
		altOne: (share) => `Positive answers: ${share}.`,
		altRange: (top, bottom) => `Highest: ${top}. Lowest: ${bottom}.`,
	},
};
