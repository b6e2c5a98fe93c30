const number = String.raw`(\d{1,2})(?![\d.,]\d)`;
/** Ways to say which numbers are meant; the first that fits is taken. Each gives the least and the greatest of them. */
const ways: [
	pattern: RegExp,
	bounds: (a: number, b: number, ends: { min: number; max: number }) => [number, number],
][] = [
	[new RegExp(`(?:minst|at least)\\s+${number}()`, 'iu'), (a, _b, { max }) => [a, max]],
	[new RegExp(`(?:högst|som mest|at most)\\s+${number}()`, 'iu'), (a, _b, { min }) => [min, a]],
	[
		new RegExp(`${number}\\s+(?:eller|or)\\s+(?:mer|högre|fler|över|more|higher|above)()`, 'iu'),
		(a, _b, { max }) => [a, max],
	],
	[
		new RegExp(`${number}\\s+(?:eller|or)\\s+(?:mindre|lägre|färre|under|less|lower|below)()`, 'iu'),
		(a, _b, { min }) => [min, a],
	],
	[new RegExp(`(?:mer|högre|fler|more|higher)\\s+(?:än|than)\\s+${number}()`, 'iu'), (a, _b, { max }) => [a + 1, max]],
	[
		new RegExp(`(?:mindre|lägre|färre|less|lower|fewer)\\s+(?:än|than)\\s+${number}()`, 'iu'),
		(a, _b, { min }) => [min, a - 1],
	],
	[new RegExp(`${number}\\s*(?:[-–—]|till|to)\\s*${number}`, 'iu'), (a, b) => [a, b]],
];

/**
 * The numbers of a scale that words mean, in order: "1–2", "4 eller 5", "minst 4", "3 or lower". Null where none is clear, or one is off the
 * scale.
 */
export function numbersSaid(words: string, ends: { min: number; max: number }): number[] | null {
	for (const [pattern, bounds] of ways) {
		const found = pattern.exec(words);
		if (!found) continue;
		// More numbers beside them say something else.
		if (/\d/.test(words.replace(found[0], ''))) return null;
		const [least, most] = bounds(Number(found[1]), Number(found[2]), ends);
		if (least < ends.min || most > ends.max || least > most) return null;
		return Array.from({ length: most - least + 1 }, (_none, at) => least + at);
	}
	const listed = /^\D*(\d{1,2}(?:\s*(?:,|eller|och|or|and)\s*\d{1,2})*)\D*$/iu.exec(words)?.[1];
	const numbers = [...new Set((listed?.match(/\d+/g) ?? []).map(Number))].sort((a, b) => a - b);
	return numbers.length > 0 && numbers.every((one) => one >= ends.min && one <= ends.max) ? numbers : null;
}
