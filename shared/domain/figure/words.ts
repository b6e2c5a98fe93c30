import { formatPercent } from '#shared/i18n/format.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { Table } from '../report/model.ts';
import type { Figure, FigureRow } from './model.ts';

/** How many chose one of the two most positive options, and their percent (0-100) of the row's n. Null where no option is positive. */
export function positiveOf(figure: Figure, row: FigureRow): { count: number; percent: number } | null {
	if (!figure.ordered || figure.options.length < 2 || row.n === 0) return null;
	const count = row.counts.slice(-2).reduce((sum, one) => sum + one, 0);
	return { count, percent: (100 * count) / row.n };
}

/** What a figure shows, in two or three sentences, for those who cannot see it. The numbers themselves are in `numbersOf`. */
export function altTextOf(figure: Figure, title: string): string {
	const words = messages[figure.language].results.figure;
	const first = figure.options[0]?.label ?? '';
	const last = figure.options.at(-1)?.label ?? '';
	const bars =
		figure.options.length < 2
			? words.altChoices(title, figure.rows.length)
			: words.altBars(title, figure.rows.length, first, last);
	const ranked = figure.rows
		.flatMap((row) => {
			const share =
				figure.options.length < 2 ? choiceOf(row) : figure.kind === 'diverging' ? positiveOf(figure, row) : null;
			return share ? [{ row, ...share }] : [];
		})
		.sort((a, b) => b.percent - a.percent);
	const top = ranked[0];
	const bottom = ranked.at(-1);
	if (!top || !bottom) return bars;
	const told = ({ row, count, percent }: typeof top) =>
		words.altShare(row.label, count, row.n, formatPercent(percent, figure.language));
	if (top === bottom) return `${bars} ${words.altOne(told(top))}`;
	return `${bars} ${words.altRange(told(top), told(bottom))}`;
}

const choiceOf = (row: FigureRow) =>
	row.n === 0 ? null : { count: row.counts[0] ?? 0, percent: (100 * (row.counts[0] ?? 0)) / row.n };

/** The numbers of a figure as a table: a row for each bar, a column for each option with count and percent of n, and n. */
export function numbersOf(figure: Figure): Table {
	const words = messages[figure.language].results.figure;
	const each = figure.options.length < 2 ? 60 : Math.min(16, 56 / figure.options.length);
	const right = (label: string, width: number) => ({ label, align: 'right' as const, width });
	return {
		columns: [
			{ label: '', align: 'left', width: 100 - 8 - each * figure.options.length },
			...figure.options.map((option) => right(option.label, each)),
			right(words.n, 8),
		],
		rows: figure.rows.map((row) => ({
			kind: 'normal' as const,
			indent: 0,
			cells: [
				row.no ? `${row.no}. ${row.label}` : row.label,
				...row.counts.map((count) =>
					row.n === 0 ? String(count) : `${count} (${formatPercent((100 * count) / row.n, figure.language)})`,
				),
				String(row.n),
			],
		})),
	};
}
