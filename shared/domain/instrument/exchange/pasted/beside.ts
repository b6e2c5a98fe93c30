/** What is left of a question's line when the options on it are taken off. */
export interface Beside {
	text: string;
	options: string[];
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
	const separator = /\t/.test(inside) ? /\t/ : /\|/.test(inside) ? /\|/ : / {3,}/.test(inside) ? / {3,}/ : /\//;
	const options = inside.split(separator).map((one) => one.trim());
	const isList = options.length > 1 && options.length <= 20;
	return isList && options.every((one) => /\p{L}/u.test(one) && one.length <= 60) ? { text, options } : null;
}

/** "Hur nöjd är du? 1 2 3 4 5": a question with its numbers on the same line. */
export function numbersBeside(line: string): { text: string; numbers: string } | null {
	const found = line.length > longest ? null : /^(.{2,}[?:])\s+([^?:]*)$/.exec(line);
	return found && /\d[ \t–|/-]+\d/.test(found[2] ?? '') ? { text: found[1] ?? '', numbers: found[2] ?? '' } : null;
}
