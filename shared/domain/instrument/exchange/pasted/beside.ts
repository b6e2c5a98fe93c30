/** What is left of a question's line when the options on it are taken off. */
export interface Beside {
	text: string;
	options: string[];
	/** Nothing but wide spaces stands between them. */
	isLoose?: boolean;
}

/** No longer line is a question with its options. */
const longest = 600;
const yesNo = /^(.*\S)\s+\(?((?:ja|yes)\s*\/\s*(?:nej|no)(?:\s*\/\s*[^/()?]{1,30})?)\)?$/i;
/** Places to fill in, with strokes between: no options. */
const places = /_{2,}|\.{3,}|…|[åy]{2,4}\s*\/|\/\s*(?:mm|dd)\b/i;

/**
 * Options on the question's own line, after its question mark or colon: "Deltar du? Ja / Nej", "Kön: Man / Kvinna / Annat",
 * "Har du barn? (Ja/Nej)". Null where what follows is none.
 */
export function optionsBeside(line: string): Beside | null {
	if (line.length > longest) return null;
	const found = /^(.{2,}[?:])\s+(\S[^?]*)$/.exec(line) ?? yesNo.exec(line);
	if (!found) return null;
	const [, text = '', rest = ''] = found;
	const inside = /^\(([^()]*)\)$/.exec(rest)?.[1] ?? rest;
	if (places.test(inside)) return null;
	const loose = looseOptions(inside);
	if (loose) return { text, options: loose, isLoose: true };
	const separator = /\t/.test(inside) ? /\t/ : /\|/.test(inside) ? /\|/ : / {3,}/.test(inside) ? / {3,}/ : /\//;
	const options = inside.split(separator).map((one) => one.trim());
	const isList = options.length > 1 && options.length <= 20;
	return isList && options.every((one) => /\p{L}/u.test(one) && one.length <= 60) ? { text, options } : null;
}

/** "Ja  Nej  Vet ej": options in a row that only wide spaces part. Null where they may be a sentence. */
export function looseOptions(line: string): string[] | null {
	if (!/ {2}/.test(line) || /[\t|/]/.test(line) || places.test(line)) return null;
	const options = line.trim().split(/ {2,}/);
	const areWords = options.length <= 12 && options.every((one) => /\p{L}/u.test(one) && !/[.?:;,!]$/.test(one));
	const isList = options.length > 1 && options.every((one) => one.length <= 40 && /^[\p{Lu}\d]/u.test(one));
	return areWords && isList ? options : null;
}

/**
 * Options with a box each on the question's own line, before the words ("Hur länge? ☐ Ett år ☐ Mer") or after them ("Kön: Man ☐ Kvinna ☐").
 * `box`: what a box is. Null where the boxes have no words.
 */
export function boxesBeside(line: string, box: RegExp): Beside | null {
	if (line.length > longest) return null;
	const [text = '', ...rest] = line.split(box).map((one) => one.replace(/\t+/g, ' ').trim());
	const isAfter = rest.at(-1) === '';
	const asked = isAfter ? /^(.{2,}[?:])\s+(\S.*)$/.exec(text) : null;
	const options = asked ? [asked[2] ?? '', ...rest.slice(0, -1)] : rest;
	const areOptions =
		options.length > 1 &&
		options.every((one) => one !== '' && one.length <= 120) &&
		options.some((one) => /\p{L}/u.test(one));
	return areOptions && text !== '' ? { text: asked?.[1] ?? text, options } : null;
}

/** "Hur nöjd är du? 1 2 3 4 5": a question with its numbers on the same line. */
export function numbersBeside(line: string): { text: string; numbers: string } | null {
	const found = line.length > longest ? null : /^(.{2,}[?:])\s+([^?:]*)$/.exec(line);
	return found && /\d[ \t–|/-]+\d/.test(found[2] ?? '') ? { text: found[1] ?? '', numbers: found[2] ?? '' } : null;
}
