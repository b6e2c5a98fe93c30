import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, luminance, mix, oklab } from '#shared/domain/figure/color.ts';
import { figureTokens, inkOn, paletteOf } from '#shared/domain/figure/palette.ts';

const themes = ['light', 'dark', 'print'] as const;
const points = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const pairs = (colors: string[]) => colors.slice(1).map((color, at) => [colors[at] ?? '', color] as const);

/** How a colour looks with full protanopia or deuteranopia (Machado, Oliveira and Fernandes 2009, severity 1), in linear light. */
const blindness = {
	protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
	deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
};
function seenBy(kind: keyof typeof blindness, hex: string): string {
	const linear = [1, 3, 5].map((at) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	const m = blindness[kind];
	const out = [0, 1, 2].map((row) => linear.reduce((sum, one, at) => sum + one * (m[row * 3 + at] ?? 0), 0));
	const coded = out.map((value) => {
		const clipped = Math.min(1, Math.max(0, value));
		const byte = Math.round(255 * (clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055));
		return byte.toString(16).padStart(2, '0');
	});
	return `#${coded.join('')}`;
}
const distance = (one: string, other: string) => {
	const [a, b] = [oklab(one), oklab(other)];
	return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

describe.each(themes)('colours of a scale in %s', (theme) => {
	it.each(points)('of %i points are all different', (count) => {
		const colors = paletteOf(count, true, theme);
		expect(new Set(colors).size).toBe(count);
	});

	it.each(points)('of %i points get steadily weaker towards the middle, from both ends', (count) => {
		const colors = paletteOf(count, true, theme);
		const half = Math.floor(count / 2);
		const away = (color: string) => Math.abs(luminance(color) - luminance(figureTokens(theme).surface));
		for (const side of [colors.slice(0, half), colors.slice(-half).reverse()]) {
			for (const [outer, inner] of pairs(side)) expect(away(outer)).toBeGreaterThan(away(inner));
		}
	});

	it.each(points)('of %i points: neighbours are told apart, also by the colour blind', (count) => {
		for (const [one, other] of pairs(paletteOf(count, true, theme))) {
			const least = count <= 5 ? 0.1 : 0.04;
			expect(distance(one, other)).toBeGreaterThan(least);
			for (const kind of ['protan', 'deutan'] as const) {
				expect(distance(seenBy(kind, one), seenBy(kind, other)), `${one} ${other} ${kind}`).toBeGreaterThan(
					least * 0.6,
				);
			}
		}
	});

	it.each(points)('of %i points: the two ends are told apart by the colour blind', (count) => {
		const colors = paletteOf(count, true, theme);
		for (const kind of ['protan', 'deutan'] as const) {
			expect(distance(seenBy(kind, colors[0] ?? ''), seenBy(kind, colors.at(-1) ?? ''))).toBeGreaterThan(0.12);
		}
	});

	it.each(points)('of %i points carry numbers that can be read (4.5 to 1)', (count) => {
		for (const color of [...paletteOf(count, true, theme), ...paletteOf(count, false, theme)]) {
			expect(contrast(inkOn(color, theme), color), color).toBeGreaterThanOrEqual(4.5);
		}
	});

	it('alternatives without order differ from their neighbours in lightness, so that they survive grey', () => {
		for (const [one, other] of pairs(paletteOf(8, false, theme))) expect(contrast(one, other)).toBeGreaterThan(1.7);
	});

	it('has words that can be read on its ground', () => {
		const { ink, second, surface } = figureTokens(theme);
		expect(contrast(ink, surface)).toBeGreaterThan(7);
		expect(contrast(second, surface)).toBeGreaterThan(4.5);
	});
});

describe('colours', () => {
	it('are the tokens of the window where the scale has five points', () => {
		const css = readFileSync(new URL('../../../renderer/app/tokens.css', import.meta.url), 'utf8');
		const [light, dark] = css
			.split('data-mantine-color-scheme="dark"')
			.map((part) => [1, 2, 3, 4, 5].map((at) => new RegExp(`--scale-${at}: (#[0-9a-f]{6});`).exec(part)?.[1]));
		expect(paletteOf(5, true, 'light')).toEqual(light);
		expect(paletteOf(5, true, 'dark')).toEqual(dark);
	});
	it('mix from one to the other', () => {
		expect([mix('#b4521a', '#0b5563', 0), mix('#b4521a', '#0b5563', 1)]).toEqual(['#b4521a', '#0b5563']);
		expect([contrast('#000000', '#ffffff'), contrast('#777777', '#777777')]).toEqual([21, 1]);
	});
	it('make do with one option, and with none', () => {
		expect(paletteOf(1, false, 'light')).toEqual(['#0b5563']);
		expect(paletteOf(0, true, 'light')).toEqual([]);
	});
});
