import { fileURLToPath } from 'node:url';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '#shared/domain/figure/layout.ts';
import { figureTokens, paletteOf } from '#shared/domain/figure/palette.ts';
import { type DrawOptions, drawFigure } from '../../../electron/formats/figure/draw.ts';
import { figureWith } from './samples.ts';

const resourcesFolder = fileURLToPath(new URL('../../../resources', import.meta.url));

async function pixelsOf(picture: Uint8Array) {
	const image = await loadImage(Buffer.from(picture));
	const canvas = createCanvas(image.width, image.height);
	const context = canvas.getContext('2d');
	context.drawImage(image, 0, 0);
	const { data } = context.getImageData(0, 0, image.width, image.height);
	const at = (x: number, y: number) => {
		const from = (Math.floor(y) * image.width + Math.floor(x)) * 4;
		return `#${[...data.slice(from, from + 3)].map((one) => one.toString(16).padStart(2, '0')).join('')}`;
	};
	return { width: image.width, height: image.height, at };
}

describe('a figure drawn without a window', () => {
	it.each([2, 3, 4, 5, 7, 11])(
		'has the bars of a %i-point scale where the layout says, in its colours',
		async (points) => {
			const figure = figureWith(points, 5);
			const laid = layoutOf(figure, { width: 620 });
			const options: DrawOptions = { format: 'png', resourcesFolder, theme: 'light', scale: 2, hatched: false };
			const picture = await pixelsOf(drawFigure(figure, options));
			const colors = paletteOf(points, true, 'light');
			expect(picture.width).toBe(1240);
			expect(picture.height).toBe(Math.ceil(laid.height) * 2);
			const wide = laid.segments.filter((segment) => segment.width > 4);
			expect(wide.length).toBeGreaterThan(3);
			for (const segment of wide) {
				expect(picture.at((segment.left + 1.5) * 2, (segment.top + 1.5) * 2)).toBe(colors[segment.option]);
				expect(picture.at((segment.left + 1.5) * 2, (segment.top + segment.height + 2) * 2)).toBe('#ffffff');
			}
		},
	);

	it('has 300 dots to the inch where nothing else is asked for', async () => {
		const { width } = await pixelsOf(drawFigure(figureWith(5, 1), { format: 'png', resourcesFolder }));
		expect(width).toBe(Math.floor((620 * 300) / 96));
	});

	it('is an SVG with letters as outlines and nothing fetched, the same picture as the PNG', async () => {
		const figure = figureWith(5, 4);
		const svg = drawFigure(figure, { format: 'svg', resourcesFolder, theme: 'light' });
		const text = new TextDecoder().decode(svg);
		expect(text).toMatch(/^<\?xml[^>]*>\s*<svg [^>]*width="620"/);
		expect(text).not.toMatch(/<text|font-family|href="(?!#)|<script|<image/);
		const [one, other] = [
			await pixelsOf(svg),
			await pixelsOf(drawFigure(figure, { format: 'png', scale: 1, resourcesFolder, theme: 'light' })),
		];
		expect([one.width, one.height]).toEqual([other.width, other.height]);
		const middles = layoutOf(figure, { width: 620 }).segments.filter((segment) => segment.width > 6);
		for (const { left, top } of middles) expect(one.at(left + 2, top + 2)).toBe(other.at(left + 2, top + 2));
	});

	it('has a dark ground in the dark theme, and draws the same twice', async () => {
		const draw = () => drawFigure(figureWith(4, 2), { format: 'png', scale: 1, resourcesFolder, theme: 'dark' });
		const picture = await pixelsOf(draw());
		expect(picture.at(619, 0)).toBe(figureTokens('dark').surface);
		expect(Buffer.from(draw()).equals(Buffer.from(draw()))).toBe(true);
	});

	it('draws a row nobody answered, and thirty rows', () => {
		const figure = figureWith(5, 30);
		const empty = { ...figure, rows: [...figure.rows, { label: 'Ingen', no: '', counts: [0, 0, 0, 0, 0], n: 0 }] };
		for (const unit of ['count', 'percent'] as const) {
			for (const kind of ['diverging', 'stacked'] as const) {
				expect(
					drawFigure({ ...empty, unit, kind }, { format: 'png', scale: 1, resourcesFolder }).length,
				).toBeGreaterThan(5000);
			}
		}
	});

	it('says so when its letters are not there', () => {
		expect(() => drawFigure(figureWith(2, 1), { format: 'png', resourcesFolder: '/nowhere' })).toThrow('fonts');
	});
});
