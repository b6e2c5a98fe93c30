import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Every pair of tokens that carries text, computed by WCAG 2.2 (relative luminance, 1.4.3): text 4.5 : 1, lines that mean something 3 : 1. */
const css = readFileSync(new URL('../../../renderer/app/tokens.css', import.meta.url), 'utf8');

function tokensOf(selector: string): Record<string, string> {
	const start = css.indexOf(`${selector} {`);
	if (start < 0) throw new Error(`no ${selector} in tokens.css`);
	const block = css.slice(start, css.indexOf('}', start));
	return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((one) => [one[1], one[2]]));
}

function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5]
		.map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
	const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'surface', 'sunken'];
const text: [string, string[]][] = [
	['ink', [...grounds, 'accent-soft', 'ok-soft', 'warn-soft', 'bad-soft']],
	['ink-2', [...grounds, 'accent-soft', 'ok-soft', 'warn-soft', 'bad-soft']],
	['ink-3', [...grounds, 'accent-soft']],
	['accent', [...grounds, 'accent-soft']],
	['accent-strong', grounds],
	['ok', [...grounds, 'ok-soft']],
	['warn', [...grounds, 'warn-soft']],
	['bad', [...grounds, 'bad-soft']],
	['on-accent', ['accent', 'accent-strong', 'ok', 'warn', 'bad']],
	['paper', ['ink']],
	...[1, 2, 3, 4, 5].map((step): [string, string[]] => [`on-scale-${step}`, [`scale-${step}`]]),
];
const lines: [string, string[]][] = [
	['line-strong', ['paper', 'surface']],
	...[0, 1, 2, 3, 4, 5, 6, 7].map((code): [string, string[]] => [`code-${code}`, ['paper', 'surface']]),
];

const themes = { light: ':root[data-mantine-color-scheme="light"]', dark: ':root[data-mantine-color-scheme="dark"]' };

for (const [theme, selector] of Object.entries(themes)) {
	const tokens = tokensOf(selector);
	const colour = (name: string) => {
		const found = tokens[name];
		if (!found) throw new Error(`${theme} has no --${name}`);
		return found;
	};
	const pairs = [...text.map((one) => [...one, 4.5] as const), ...lines.map((one) => [...one, 3] as const)];
	for (const [front, backs, least] of pairs)
		test(`${theme}: ${front} stands out from ${backs.join(', ')}`, () => {
			for (const back of backs) {
				const ratio = contrast(colour(front), colour(back));
				expect(ratio, `${front} on ${back}`).toBeGreaterThanOrEqual(least);
			}
		});
}

test('the measure itself is right', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('both themes have the same tokens', () => {
	expect(Object.keys(tokensOf(themes.light)).sort()).toEqual(Object.keys(tokensOf(themes.dark)).sort());
});
