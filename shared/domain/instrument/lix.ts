/** The words of a text: letters, with hyphens and apostrophes inside. Digits are no words. */
export function wordsOf(text: string): string[] {
	return text.match(/\p{L}+(?:[-’'´]\p{L}+)*/gu) ?? [];
}

/**
 * LIX, the Swedish measure of reading ease: words per sentence, plus the percentage of words of more than six letters. A colon ends a sentence as
 * a full stop does. Null for a text without words.
 *
 * Source: C. H. Björnsson, Läsbarhet, Liber 1968. Under 30 is very easy, 30–40 easy, 40–50 middling, 50–60 hard, above that very hard.
 */
export function lix(text: string): number | null {
	const words = wordsOf(text);
	if (words.length === 0) return null;
	const sentences = text.split(/[.!?:…]+|\n+/).filter((part) => wordsOf(part).length > 0).length;
	const long = words.filter((word) => [...word].length > 6).length;
	return words.length / sentences + (100 * long) / words.length;
}
