import type { LocalText } from '#shared/domain/instrument/model.ts';

/** A text for comparing: without differences of case, spaces (no-break ones too), punctuation and composed letters. */
export function fold(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** The same, but punctuation counts: for labels that differ by it alone. */
export function foldSpace(text: string): string {
	return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The words of a text in each of its languages. */
export function wordings(text: LocalText | undefined): string[] {
	return text ? [text.sv, ...(text.en ? [text.en] : [])] : [];
}

/** The same, folded. */
export const foldedWordings = (text: LocalText | undefined): Set<string> => new Set(wordings(text).map(fold));

/** The longest text that is compared by its pairs of letters: the rest of a longer one hardly tells more. */
const compared = 300;

/** The pairs of neighbouring letters in the words of a folded text, with how often each stands there. */
export function pairsOf(folded: string): Map<string, number> {
	const pairs = new Map<string, number>();
	for (const word of folded.slice(0, compared).split(' ')) {
		for (let at = 0; at < Math.max(1, word.length - 1); at++) {
			const pair = word.slice(at, at + 2);
			pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
		}
	}
	return pairs;
}

/**
 * How alike two texts are, 0-1: twice the shared pairs over all pairs. Source: Dice 1945, on pairs of letters.
 */
export function likeness(a: Map<string, number>, b: Map<string, number>): number {
	let shared = 0;
	let all = 0;
	for (const [pair, count] of a) {
		shared += Math.min(count, b.get(pair) ?? 0);
		all += count;
	}
	for (const count of b.values()) all += count;
	return all === 0 ? 0 : (2 * shared) / all;
}
