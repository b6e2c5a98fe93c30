import { formatPercent } from '#shared/i18n/format.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { Figure, FigureRow } from './model.ts';
import { textWidth, type Weight, wrapText } from './text.ts';

/** The place where a text stands: its box in CSS px, the text drawn along its vertical middle. */
export interface TextBox {
	text: string;
	left: number;
	top: number;
	width: number;
	height: number;
	align: 'left' | 'right' | 'center';
	size: number;
	weight: Weight;
	tone: 'ink' | 'second' | { onOption: number };
}
export interface Swatch {
	left: number;
	top: number;
	size: number;
	option: number;
}
/** One piece of a bar. `from` and `to` are in the unit of the axis, the rest CSS px. */
export interface Segment {
	row: number;
	option: number;
	from: number;
	to: number;
	left: number;
	width: number;
	top: number;
	height: number;
}
export interface Domain {
	min: number;
	max: number;
}
export interface FigureLayout {
	width: number;
	height: number;
	/** Where the bars are. */
	plot: { left: number; top: number; width: number; height: number };
	domain: Domain;
	thickness: number;
	/** The middle of each row, from the top of the plot. */
	centres: number[];
	segments: Segment[];
	/** Lines down the plot, as places on the axis; the first of a diverging figure is its centre. */
	grid: number[];
	swatches: Swatch[];
	texts: TextBox[];
}

export interface LayoutChoices {
	/** Of the whole picture, CSS px. */
	width: number;
	/** `bars` leaves out legend, labels and n: the table beside it has them. */
	parts?: 'whole' | 'bars';
	/** With `bars`: the height of each row, CSS px, so that bars stand on the table's lines. */
	rowHeights?: readonly number[];
	/** An axis shared with other figures; the figure's own where absent. */
	domain?: Domain | undefined;
}

const size = { label: 12, legend: 11.5, value: 11, line: 15 };
const gap = { column: 12, legend: 18, swatch: 6, row: 11 };
const box = 11;
const thickest = 18;

/** The width of the text column of an A4 page in a report. */
export const pageWidth = 620;

/** The size of a figure on a page of a report, CSS px. */
export function figureSize(figure: Figure): { width: number; height: number } {
	const { width, height } = layoutOf(figure, { width: pageWidth });
	return { width, height };
}

/** The length of each segment of a row: persons, or percent of the row's n. A filled bar (`stacked`) is always in percent. */
function lengthsOf(figure: Figure, row: FigureRow): number[] {
	if (figure.kind === 'diverging' && figure.unit === 'count') return row.counts;
	return row.counts.map((count) => (row.n === 0 ? 0 : (100 * count) / row.n));
}

/** How much of a row stands left of the centre: the lower half of the options, and half of the middle one where their number is odd. */
function leftOf(figure: Figure, lengths: readonly number[]): number {
	if (figure.kind === 'stacked') return 0;
	const half = Math.floor(figure.options.length / 2);
	const below = lengths.slice(0, half).reduce((sum, one) => sum + one, 0);
	return below + (figure.options.length % 2 ? (lengths[half] ?? 0) / 2 : 0);
}

/** The axis that holds every bar of a figure: 0-100 for filled bars, else from the longest left of the centre to the longest right of it. */
export function domainOf(figure: Figure): Domain {
	if (figure.kind === 'stacked') return { min: 0, max: 100 };
	let [min, max] = [0, 0];
	for (const row of figure.rows) {
		const lengths = lengthsOf(figure, row);
		const left = leftOf(figure, lengths);
		min = Math.min(min, -left);
		max = Math.max(max, lengths.reduce((sum, one) => sum + one, 0) - left);
	}
	return max - min > 0 ? { min, max } : { min: 0, max: 1 };
}

/** Everything in a figure with its place, in CSS px: what the chart draws, and what a test looks at. Pure, the same on every machine. */
export function layoutOf(figure: Figure, choices: LayoutChoices): FigureLayout {
	const { width } = choices;
	const domain = choices.domain ?? domainOf(figure);
	if (choices.parts === 'bars') {
		const heights = figure.rows.map((_, at) => choices.rowHeights?.[at] ?? 34);
		return withBars(figure, domain, heights, { left: 2, top: 0, width: width - 4 }, { width, texts: [], swatches: [] });
	}
	const legend = legendOf(figure, width);
	const numbers = figure.rows.some((row) => row.no !== '')
		? Math.max(...figure.rows.map((row) => textWidth(row.no, size.label))) + 10
		: 0;
	const widest = Math.max(...figure.rows.map((row) => textWidth(row.label, size.label)), 0) + 1;
	const labels = Math.min(widest, Math.round(width * 0.4) - numbers);
	const persons = Math.max(
		textWidth(nWord(figure), size.value),
		...figure.rows.map((row) => textWidth(String(row.n), size.value)),
	);
	const lines = figure.rows.map((row) => wrapText(row.label, labels, size.label));
	const heights = lines.map((one) => Math.max(thickest + 10, one.length * size.line + gap.row));
	const head = size.line + 3;
	const plot = {
		left: numbers + labels + gap.column,
		top: legend.height + head,
		width: width - numbers - labels - 2 * gap.column - persons,
	};
	const texts = [...legend.texts];
	const text = (line: string, left: number, top: number, boxWidth: number, rest: Partial<TextBox> = {}) =>
		texts.push({
			text: line,
			left,
			top,
			width: boxWidth,
			height: size.line,
			align: 'left',
			size: size.label,
			weight: 400,
			tone: 'ink',
			...rest,
		});
	const nColumn = { align: 'right', size: size.value, tone: 'second' } as const;
	text(nWord(figure), width - persons, plot.top - size.line - 2, persons, nColumn);
	let top = plot.top;
	figure.rows.forEach((row, at) => {
		const own = lines[at] ?? [];
		const height = heights[at] ?? 0;
		const first = top + (height - own.length * size.line) / 2;
		own.forEach((line, index) => {
			text(line, numbers, first + index * size.line, labels);
		});
		if (row.no !== '') text(row.no, 0, first, numbers - 10, { align: 'right', tone: 'second' });
		text(String(row.n), width - persons, top + (height - size.line) / 2, persons, nColumn);
		top += height;
	});
	const bottom = plot.top + heights.reduce((sum, one) => sum + one, 0);
	const withAxis = figure.kind === 'stacked';
	for (const place of withAxis ? gridOf(figure) : []) {
		const label = formatPercent(place, figure.language);
		const labelWidth = textWidth(label, size.value);
		const x = plot.left + ((place - domain.min) / (domain.max - domain.min)) * plot.width;
		const left = Math.min(x - labelWidth / 2, width - labelWidth);
		text(label, left, bottom + 4, labelWidth, { size: size.value, tone: 'second', align: 'center' });
	}
	const laid = withBars(figure, domain, heights, plot, { width, texts, swatches: legend.swatches });
	return { ...laid, height: laid.height + (withAxis ? size.line + 6 : 4) };
}

const gridOf = (figure: Figure) => (figure.kind === 'diverging' ? [0] : [0, 25, 50, 75, 100]);

const nWord = (figure: Figure) => messages[figure.language].results.figure.n;

/** The options in the order of the scale, on as many lines as they need. A single option needs no legend. */
function legendOf(figure: Figure, width: number): { height: number; texts: TextBox[]; swatches: Swatch[] } {
	const texts: TextBox[] = [];
	const swatches: Swatch[] = [];
	if (figure.options.length < 2) return { height: 0, texts, swatches };
	const line = size.line + 5;
	let [left, top, tallest] = [0, 0, line];
	figure.options.forEach((option, at) => {
		const lines = wrapText(option.label, width - box - gap.swatch, size.legend);
		const wide = Math.max(...lines.map((one) => textWidth(one, size.legend)));
		if (left > 0 && left + box + gap.swatch + wide > width) {
			left = 0;
			top += tallest;
			tallest = line;
		}
		swatches.push({ left, top: top + (size.line - box) / 2, size: box, option: at });
		lines.forEach((own, index) => {
			texts.push({
				text: own,
				left: left + box + gap.swatch,
				top: top + index * size.line,
				width: wide,
				height: size.line,
				align: 'left',
				size: size.legend,
				weight: 400,
				tone: 'second',
			});
		});
		tallest = Math.max(tallest, lines.length * size.line + 5);
		left += box + gap.swatch + wide + gap.legend;
	});
	return { height: top + tallest + 4, texts, swatches };
}

/** The bars in their place, with the number in each piece that has room for it. */
function withBars(
	figure: Figure,
	domain: Domain,
	heights: readonly number[],
	place: { left: number; top: number; width: number },
	rest: { width: number; texts: TextBox[]; swatches: Swatch[] },
): FigureLayout {
	const scale = place.width / (domain.max - domain.min);
	const thickness = Math.min(thickest, Math.max(8, Math.min(...heights, 99) - 8));
	const segments: Segment[] = [];
	const texts = [...rest.texts];
	const centres: number[] = [];
	let top = 0;
	figure.rows.forEach((row, at) => {
		const height = heights[at] ?? 0;
		const centre = top + height / 2;
		const lengths = lengthsOf(figure, row);
		let from = -leftOf(figure, lengths);
		lengths.forEach((length, option) => {
			const to = from + length;
			if (length > 0) {
				const segment = {
					row: at,
					option,
					from,
					to,
					left: place.left + (from - domain.min) * scale,
					width: length * scale,
					top: place.top + centre - thickness / 2,
					height: thickness,
				};
				segments.push(segment);
				const value = numberIn(figure, row, option);
				if (textWidth(value, size.value, 600) + 5 <= segment.width && thickness >= size.value) {
					texts.push({
						text: value,
						left: segment.left,
						top: segment.top,
						width: segment.width,
						height: thickness,
						align: 'center',
						size: size.value,
						weight: 600,
						tone: { onOption: option },
					});
				}
			}
			from = to;
		});
		centres.push(centre);
		top += height;
	});
	return {
		width: rest.width,
		height: place.top + top,
		plot: { ...place, height: top },
		domain,
		thickness,
		centres,
		segments,
		grid: gridOf(figure),
		swatches: rest.swatches,
		texts,
	};
}

/** The number written in a piece: persons, or whole percent without the sign where pieces are narrow. */
function numberIn(figure: Figure, row: FigureRow, option: number): string {
	const count = row.counts[option] ?? 0;
	return figure.unit === 'count' ? String(count) : formatPercent((100 * count) / row.n, figure.language);
}
