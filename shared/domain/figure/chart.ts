import type { ChartConfiguration, Plugin } from 'chart.js';
import { type FigureLayout, type LayoutChoices, layoutOf } from './layout.ts';
import type { Figure } from './model.ts';
import { type FigureTheme, figureTokens, inkOn, paletteOf } from './palette.ts';

/** A bar's piece: from where to where on the axis, and the middle of its row in px from the top of the plot. */
export interface BarPoint {
	x: [number, number];
	y: number;
}
export type FigureChart = ChartConfiguration<'bar', BarPoint[], string>;

export interface FigureLook extends LayoutChoices {
	theme: FigureTheme;
	/** The family of the letters, as CSS names it. Measures are Inter's. */
	font?: string;
	/** Hatches the negative half of a scale, so that it is told from the positive in grey. On by default in print. */
	hatched?: boolean;
	/** The row to mark, from 0. */
	chosen?: number | undefined;
}

/** The little of a canvas' 2d context that figures draw with. */
interface Pen {
	save(): void;
	restore(): void;
	beginPath(): void;
	moveTo(x: number, y: number): void;
	lineTo(x: number, y: number): void;
	rect(x: number, y: number, width: number, height: number): void;
	clip(): void;
	stroke(): void;
	fillRect(x: number, y: number, width: number, height: number): void;
	fillText(text: string, x: number, y: number): void;
	fillStyle: unknown;
	strokeStyle: unknown;
	lineWidth: number;
	font: string;
	textAlign: string;
	textBaseline: string;
}

/**
 * The one Chart.js definition of a figure: screen, report and terminal draw this. Plain data and pure functions of a 2d context; where
 * everything stands is decided in `layout.ts`, so the picture is the same on every machine.
 */
export function chartOf(figure: Figure, look: FigureLook): FigureChart {
	const laid = layoutOf(figure, look);
	const colors = paletteOf(figure.options.length, figure.ordered, look.theme);
	const tokens = figureTokens(look.theme);
	const right = laid.width - laid.plot.left - laid.plot.width;
	const bottom = laid.height - laid.plot.top - laid.plot.height;
	return {
		type: 'bar',
		data: {
			labels: figure.rows.map((row) => row.label),
			datasets: figure.options.map((option, at) => ({
				label: option.label,
				data: pointsOf(laid, at),
				backgroundColor: colors[at] ?? tokens.accent,
				borderColor: tokens.surface,
				borderWidth: { left: 0, right: 1, top: 0, bottom: 0 },
				borderSkipped: false,
				barThickness: laid.thickness,
				grouped: false,
			})),
		},
		options: {
			indexAxis: 'y',
			responsive: false,
			animation: false,
			events: [],
			layout: { padding: { left: laid.plot.left, top: laid.plot.top, right, bottom } },
			scales: {
				x: { type: 'linear', display: false, ...laid.domain },
				y: { type: 'linear', display: false, offset: false, reverse: true, min: 0, max: Math.max(1, laid.plot.height) },
			},
			plugins: { legend: { display: false }, tooltip: { enabled: false }, title: { display: false } },
		},
		plugins: [drawing(figure, laid, look, colors)],
	};
}

function pointsOf(laid: FigureLayout, option: number): BarPoint[] {
	return laid.segments
		.filter((segment) => segment.option === option)
		.map(({ row, from, to }) => ({ x: [from, to], y: laid.centres[row] ?? 0 }));
}

/** What Chart.js does not draw by itself: lines, hatching, texts and legend. */
function drawing(figure: Figure, laid: FigureLayout, look: FigureLook, colors: readonly string[]): Plugin<'bar'> {
	const tokens = figureTokens(look.theme);
	const font = look.font ?? 'Inter';
	const place = (value: number) =>
		laid.plot.left + ((value - laid.domain.min) / (laid.domain.max - laid.domain.min)) * laid.plot.width;
	const hatchedBelow = (look.hatched ?? look.theme === 'print') && figure.ordered ? Math.floor(colors.length / 2) : 0;
	const line = (pen: Pen, x: number, color: string) => {
		pen.fillStyle = color;
		pen.fillRect(Math.round(x) - 0.5, laid.plot.top, 1, laid.plot.height);
	};
	return {
		id: 'figure',
		beforeDatasetsDraw(chart) {
			const pen = chart.ctx as Pen;
			// Under the bars, so that no line crosses a number.
			for (const at of laid.grid) line(pen, place(at), figure.kind === 'stacked' ? tokens.line : tokens.centre);
		},
		afterDatasetsDraw(chart) {
			const pen = chart.ctx as Pen;
			pen.save();
			for (const { left, top, size, option } of laid.swatches) {
				pen.fillStyle = colors[option] ?? tokens.accent;
				pen.fillRect(left, top, size, size);
				if (option < hatchedBelow) hatch(pen, left, top, size, size, tokens.surface);
			}
			for (const segment of laid.segments) {
				if (segment.option < hatchedBelow) {
					hatch(pen, segment.left, segment.top, segment.width, segment.height, tokens.surface);
				}
			}
			pen.textBaseline = 'middle';
			for (const text of laid.texts) {
				const middle = text.top + text.height / 2;
				const x = { left: text.left, center: text.left + text.width / 2, right: text.left + text.width }[text.align];
				pen.font = `${text.weight} ${text.size}px ${font}`;
				pen.textAlign = text.align;
				if (typeof text.tone === 'object') {
					const color = colors[text.tone.onOption] ?? tokens.accent;
					if (text.tone.onOption < hatchedBelow) clear(pen, text.text.length, x, middle, text.size, color);
					pen.fillStyle = inkOn(color, look.theme);
				} else {
					pen.fillStyle = text.tone === 'ink' ? tokens.ink : tokens.second;
				}
				pen.fillText(text.text, x, middle + 0.5);
			}
			pen.restore();
		},
	};
}

/** A patch without hatching, for a number to stand on. */
function clear(pen: Pen, letters: number, x: number, y: number, size: number, color: string): void {
	const width = letters * size * 0.66 + 2;
	pen.fillStyle = color;
	pen.fillRect(x - width / 2, y - size * 0.62, width, size * 1.24);
}

/** Thin slanting lines over a rectangle. */
function hatch(pen: Pen, left: number, top: number, width: number, height: number, color: string): void {
	pen.save();
	pen.beginPath();
	pen.rect(left, top, width, height);
	pen.clip();
	pen.beginPath();
	pen.strokeStyle = color;
	pen.lineWidth = 0.9;
	// On a grid of the whole picture, so that the pattern does not jump from piece to piece.
	const first = Math.floor((left + top) / 5) * 5;
	for (let at = first; at < left + width + top + height; at += 5) {
		pen.moveTo(at - top, top);
		pen.lineTo(at - top - height, top + height);
	}
	pen.stroke();
	pen.restore();
}
