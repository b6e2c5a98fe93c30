import { contrast, mix } from './color.ts';

export type FigureTheme = 'light' | 'dark' | 'print';

/** The colours of a figure. `ends` and `weak` are the two halves of a scale, negative then positive. */
interface Tokens {
	surface: string;
	ink: string;
	second: string;
	line: string;
	centre: string;
	accent: string;
	ends: readonly [string, string];
	weak: readonly [string, string];
	/** As weak as a half gets where it has many options. */
	faint: readonly [string, string];
	neutral: string;
	/** Unordered alternatives: neighbours differ in lightness too. */
	alternatives: readonly string[];
	/** What a number in a bar may be written with: one of black and white always has 4.5 to 1. */
	onBar: readonly [string, string];
}

const light: Tokens = {
	surface: '#ffffff',
	ink: '#1c2226',
	second: '#4a545b',
	line: '#e3dfd6',
	centre: '#8d979d',
	accent: '#0b5563',
	ends: ['#b4521a', '#0b5563'],
	weak: ['#e6a873', '#85b6ba'],
	faint: ['#f3d3b6', '#b0d6da'],
	neutral: '#d6d2c8',
	alternatives: ['#0b5563', '#e3b04b', '#7a4fa3', '#a9c98f', '#a8326a', '#9fc3ea', '#5d5a1b', '#f0b7c4'],
	onBar: ['#000000', '#ffffff'],
};

const dark: Tokens = {
	surface: '#1b2024',
	ink: '#e8eaeb',
	second: '#b4bcc1',
	line: '#2c3338',
	centre: '#8d979d',
	accent: '#6cc0cc',
	ends: ['#d9763a', '#6cc0cc'],
	weak: ['#8d5c35', '#2f6f77'],
	faint: ['#5a3d28', '#21474d'],
	neutral: '#454c50',
	alternatives: ['#6cc0cc', '#8a5a2b', '#c9aef0', '#3f7a4f', '#f0a3c6', '#3d689f', '#d5c86a', '#83405f'],
	onBar: ['#000000', '#ffffff'],
};

const tokens: Record<FigureTheme, Tokens> = { light, dark, print: { ...light, line: '#cfcac0', centre: '#4a545b' } };

/** The tokens of a theme. */
export const figureTokens = (theme: FigureTheme): Tokens => tokens[theme];

/**
 * A colour for each option. Ordered options run from rust to petrol, strong at the ends, with a grey in the middle where their number is
 * odd; alternatives without order get the qualitative colours, again from the first where there are more of them; a single one the accent.
 */
export function paletteOf(count: number, ordered: boolean, theme: FigureTheme): string[] {
	const t = tokens[theme];
	if (count < 2) return count === 1 ? [t.accent] : [];
	if (!ordered) return Array.from({ length: count }, (_, at) => t.alternatives[at % t.alternatives.length] ?? t.accent);
	const half = Math.floor(count / 2);
	const negative = Array.from({ length: half }, (_, at) => stepOf(t, 0, at, half));
	const positive = Array.from({ length: half }, (_, at) => stepOf(t, 1, at, half)).reverse();
	return [...negative, ...(count % 2 ? [t.neutral] : []), ...positive];
}

/** Step `at` of `half`, from the strong end (0) towards the middle. */
function stepOf(t: Tokens, side: 0 | 1, at: number, half: number): string {
	if (at === 0) return t.ends[side];
	if (half === 2) return t.weak[side];
	// More steps reach further, through the usual weak colour to a fainter one.
	const way = at / (half - 1);
	return way <= 0.6 ? mix(t.ends[side], t.weak[side], way / 0.6) : mix(t.weak[side], t.faint[side], (way - 0.6) / 0.4);
}

/** The one of the theme's two inks that is read best on a colour. */
export function inkOn(color: string, theme: FigureTheme): string {
	const [one, other] = tokens[theme].onBar;
	return contrast(one, color) >= contrast(other, color) ? one : other;
}
