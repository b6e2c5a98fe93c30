import { plural } from '../format.ts';

/** Swedish words of results and figures. */
export const results = {
	figure: {
		all: 'Alla',
		chosen: 'Har valt',
		n: 'n',
		altBars: (title: string, rows: number, first: string, last: string) =>
			`${title}: ${rows} ${plural(rows, 'liggande stapel', 'liggande staplar')}, från ”${first}” till ”${last}”.`,
		altChoices: (title: string, rows: number) =>
			`${title}: ${rows} ${plural(rows, 'liggande stapel', 'liggande staplar')}, en för varje alternativ.`,
		altShare: (label: string, count: number, n: number, percent: string) => `${label}, ${count} av ${n} (${percent})`,
		altOne: (share: string) => `Positiva svar: ${share}.`,
		altRange: (top: string, bottom: string) => `Högst: ${top}. Lägst: ${bottom}.`,
	},
};
