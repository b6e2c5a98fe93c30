/**
 * A text as the project stores it: well-formed Unicode in NFC, LF line ends, no BOM, no control characters but tab and LF, no space at
 * the ends of lines, at most one empty line in a row, nothing empty at either end. Normalising twice gives the same.
 */
export function normaliseText(raw: string): string {
	const clean = raw
		.toWellFormed()
		.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
		.replace(/(?![\t\n])[\p{Cc}\uFEFF]/gu, '')
		.normalize('NFC');
	const lines: string[] = [];
	for (const line of clean.split('\n')) {
		// `trimEnd` and not a regular expression: that one takes the square of a long run of spaces.
		const kept = line.trimEnd();
		if (kept !== '' || (lines.length > 0 && lines.at(-1) !== '')) lines.push(kept);
	}
	if (lines.at(-1) === '') lines.pop();
	return lines.join('\n');
}

/** The number of words: runs of letters, marks and digits, with hyphens, apostrophes and Swedish colons ("AF:s") inside a word. */
export function countWords(text: string): number {
	let words = 0;
	for (const _ of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’:\-‑][\p{L}\p{M}\p{N}]+)*/gu)) words++;
	return words;
}
