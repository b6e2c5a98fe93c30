import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartOf } from '#shared/domain/figure/chart.ts';
import { domainOf, figureSize, layoutOf } from '#shared/domain/figure/layout.ts';
import type { Figure } from '#shared/domain/figure/model.ts';
import { textWidth, wrapText } from '#shared/domain/figure/text.ts';
import { figureWith } from './samples.ts';

for (const weight of [400, 600]) {
	const font = fileURLToPath(new URL(`../../../resources/fonts/inter-${weight}.ttf`, import.meta.url));
	GlobalFonts.registerFromPath(font, 'Measured');
}
const pen = createCanvas(10, 10).getContext('2d');
function measured(text: string, size: number, weight: 400 | 600): number {
	pen.font = `${weight} ${size}px Measured`;
	return pen.measureText(text).width;
}

const words = fc.stringMatching(/^[A-Za-zÅÄÖåäöéü0-9 ,.()%/–-]{1,160}$/);
const anyFigure: fc.Arbitrary<Figure> = fc
	.record({
		points: fc.integer({ min: 1, max: 11 }),
		kind: fc.constantFrom('diverging' as const, 'stacked' as const),
		unit: fc.constantFrom('count' as const, 'percent' as const),
		ordered: fc.boolean(),
		language: fc.constantFrom('sv' as const, 'en' as const),
		labels: fc.array(words, { minLength: 1, maxLength: 30 }),
		seed: fc.array(fc.nat(5000), { minLength: 11, maxLength: 11 }),
		options: fc.array(words, { minLength: 11, maxLength: 11 }),
	})
	.map(({ points, labels, seed, options, ...rest }) => ({
		...rest,
		options: Array.from({ length: points }, (_, at) => ({ value: String(at), label: options[at] ?? '' })),
		rows: labels.map((label, row) => {
			const counts = Array.from({ length: points }, (_, at) => (seed[(at + row) % 11] ?? 0) % (row + 3));
			return { label, no: row % 2 ? `${row}a` : '', counts, n: counts.reduce((sum, one) => sum + one, 0) };
		}),
	}));

describe('the layout of a figure', () => {
	it('keeps every text whole inside the picture, whatever its words, points and rows', () => {
		fc.assert(
			fc.property(anyFigure, (figure) => {
				const laid = layoutOf(figure, { width: 620 });
				for (const box of laid.texts) {
					const width = measured(box.text, box.size, box.weight);
					// A few pairs of signs, as "(j", are kerned apart: less than a pixel, which no reader sees.
					expect(width, box.text).toBeLessThanOrEqual(box.width + 1);
					expect(box.left).toBeGreaterThanOrEqual(-0.01);
					expect(box.left + box.width).toBeLessThanOrEqual(laid.width + 0.01);
					expect(box.top).toBeGreaterThanOrEqual(0);
					expect(box.top + box.height).toBeLessThanOrEqual(laid.height);
				}
				const letters = (text: string) => text.replace(/[\s-]/g, '');
				const drawn = letters(laid.texts.map((box) => box.text).join(''));
				for (const row of figure.rows) expect(drawn).toContain(letters(row.label));
			}),
			{ numRuns: 60 },
		);
	});

	it('draws no text over another', () => {
		fc.assert(
			fc.property(anyFigure, (figure) => {
				const { texts } = layoutOf(figure, { width: 620 });
				for (const [at, one] of texts.entries()) {
					for (const other of texts.slice(at + 1)) {
						const apart =
							one.left + one.width <= other.left + 0.01 ||
							other.left + other.width <= one.left + 0.01 ||
							one.top + one.height <= other.top + 0.01 ||
							other.top + other.height <= one.top + 0.01;
						expect(apart, `${one.text} | ${other.text}`).toBe(true);
					}
				}
			}),
			{ numRuns: 25 },
		);
	});

	it('gives each bar its pieces in order, without holes, as long as the counts, inside the axis', () => {
		fc.assert(
			fc.property(anyFigure, (figure) => {
				const laid = layoutOf(figure, { width: 620 });
				figure.rows.forEach((row, at) => {
					const own = laid.segments.filter((segment) => segment.row === at);
					expect(own.map((one) => one.option)).toEqual(
						row.counts.flatMap((count, option) => (count > 0 ? [option] : [])),
					);
					own.forEach((one, index) => {
						const before = own[index - 1];
						if (before) expect(one.from).toBeCloseTo(before.to, 9);
						expect(one.from).toBeGreaterThanOrEqual(laid.domain.min - 1e-9);
						expect(one.to).toBeLessThanOrEqual(laid.domain.max + 1e-9);
						const share = (row.counts[one.option] ?? 0) / (row.n || 1);
						const whole = (own.at(-1)?.to ?? 0) - (own[0]?.from ?? 0);
						expect((one.to - one.from) / whole).toBeCloseTo(share, 9);
					});
				});
			}),
			{ numRuns: 60 },
		);
	});

	it('centres on the border between the halves, or on the middle of the neutral option', () => {
		const bar = (counts: number[]): Figure => ({
			...figureWith(counts.length, 1),
			rows: [{ label: 'x', no: '', counts, n: counts.reduce((sum, one) => sum + one, 0) }],
		});
		expect(domainOf(bar([2, 3, 4, 1]))).toEqual({ min: -5, max: 5 });
		expect(domainOf(bar([1, 2, 6, 9, 2]))).toEqual({ min: -6, max: 14 });
		expect(domainOf({ ...bar([1, 2, 6, 9, 2]), unit: 'percent' })).toEqual({ min: -30, max: 70 });
		expect(domainOf({ ...bar([1, 2, 6, 9, 2]), kind: 'stacked' })).toEqual({ min: 0, max: 100 });
	});

	it('stands on the rows of a table beside it', () => {
		const laid = layoutOf(figureWith(4, 3), { width: 300, parts: 'bars', rowHeights: [34, 50, 34] });
		expect(laid).toMatchObject({ height: 118, width: 300, swatches: [], centres: [17, 59, 101] });
		expect(laid.segments.every((segment) => segment.left >= 0 && segment.left + segment.width <= 300)).toBe(true);
	});

	it('is higher with more rows, and always as wide as the page', () => {
		for (const rows of [1, 2, 10, 30]) {
			expect(figureSize(figureWith(5, rows)).width).toBe(620);
			expect(figureSize(figureWith(5, rows + 1)).height).toBeGreaterThan(figureSize(figureWith(5, rows)).height);
		}
	});
});

describe('texts', () => {
	it('are as wide as the font makes them', () => {
		for (const text of [
			'Tydligt uppdrag',
			'Åtgärder för öar – ”långsiktig” samverkan',
			'100 % 1234567890',
			'4x4 mot 10x0',
		]) {
			for (const weight of [400, 600] as const) {
				const real = measured(text, 12, weight);
				expect(textWidth(text, 12, weight)).toBeGreaterThanOrEqual(real - 0.3);
				expect(textWidth(text, 12, weight)).toBeLessThan(real * 1.04 + 1);
			}
		}
	});
	it('wrap at spaces and hyphens, and inside a word that is too long alone', () => {
		expect(wrapText('Samsyn kring uppdraget', 90, 12)).toEqual(['Samsyn kring', 'uppdraget']);
		expect(wrapText('kort', 90, 12)).toEqual(['kort']);
		expect(wrapText('', 90, 12)).toEqual(['']);
		expect(wrapText('Tillitsbaserad/samordnad', 90, 12)).toEqual(['Tillitsbaserad/', 'samordnad']);
		const long = wrapText('Verksamhetsutvecklingssamordningsprocesserna', 100, 12);
		expect(long.slice(0, -1).every((line) => line.endsWith('-'))).toBe(true);
		expect(long.join('').replaceAll('-', '')).toBe('Verksamhetsutvecklingssamordningsprocesserna');
	});
	it('keep their letters and the width, at any width', () => {
		fc.assert(
			fc.property(words, fc.integer({ min: 20, max: 300 }), (text, width) => {
				const lines = wrapText(text, width, 12);
				expect(lines.join('').replace(/[\s-]/g, '')).toBe(text.replace(/[\s-]/g, ''));
				for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
			}),
		);
	});
});

describe('the chart definition', () => {
	it('is one dataset an option, in the order of the scale, without animation or legend of its own', () => {
		const chart = chartOf(figureWith(5, 3), { width: 620, theme: 'light' });
		expect(chart.type).toBe('bar');
		expect(chart.data.datasets.map((one) => one.label)).toEqual([1, 2, 3, 4, 5].map((at) => `Svarsalternativ ${at}`));
		expect(chart.options).toMatchObject({ indexAxis: 'y', animation: false, responsive: false });
	});
});
