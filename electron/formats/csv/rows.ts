import Papa from 'papaparse';

export const delimiters = [';', ',', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Quotes gone wrong that are mended by reading on from the next line, before the rest of the file is taken as it comes. */
const mended = 50;
/** The longest row that is waited for the end of, in characters. A quote that is never closed would take the whole file for one. */
const longest = 2 ** 21;

/** A row as it stands in the file. `broken`: with a quote that is not rightly closed. */
export interface RawRow {
	cells: string[];
	broken: boolean;
}

interface Parsed {
	data: string[][];
	errors: { type: string; row: number; index: number }[];
	meta: { cursor: number };
}

/** The rows that are whole in a piece of text, or all of them in the last. `cursor`: where the rest begins. */
function parse(text: string, delimiter: Delimiter, isLast: boolean): Parsed {
	const parser = new Papa.Parser({ delimiter, newline: '\n' });
	return parser.parse(text, 0, !isLast) as Parsed;
}

/** The first rows of a text, for judging a delimiter. */
export function firstRows(text: string, delimiter: Delimiter, most: number, isWhole: boolean): string[][] {
	return parse(text, delimiter, isWhole).data.slice(0, most);
}

/**
 * The rows of a text that comes in pieces, the heading first. A quote that is not rightly closed would take what follows into one cell, as
 * far as the next quote or the end: the row ends with its line instead, and reading goes on with the next.
 */
export function* parsePieces(pieces: Iterable<string>, delimiter: Delimiter): Generator<RawRow> {
	let rest = '';
	let times = 0;
	for (const piece of pieces) {
		rest = yield* wholeRows(rest + piece, false);
		while (rest.length > longest) rest = yield* endOverlong(rest);
	}
	if (rest !== '') yield* wholeRows(rest, true);

	/** @returns what is left: the beginning of a row that is not whole yet */
	function* wholeRows(from: string, isLast: boolean): Generator<RawRow, string> {
		let text = from;
		for (;;) {
			const { data, errors, meta } = parse(text, delimiter, isLast);
			// Errors in a row that is not whole yet may be none once the rest of it is there.
			const wrong = errors.filter(({ type, row }) => type === 'Quotes' && row < data.length);
			const [first] = wrong;
			const end = first ? text.indexOf('\n', first.index) : -1;
			if (!first || end < 0 || times >= mended) {
				const broken = new Set(wrong.map(({ row }) => row));
				for (const [at, cells] of data.entries()) yield { cells, broken: broken.has(at) };
				return isLast ? '' : text.slice(meta.cursor);
			}
			times++;
			for (const cells of data.slice(0, first.row)) yield { cells, broken: false };
			const start = text.lastIndexOf('\n', first.index - 1) + 1;
			yield { cells: text.slice(start, end).split(delimiter), broken: true };
			text = text.slice(end + 1);
		}
	}

	/** The row that has no end within reason ends with its line; where that has happened often, all that has been waited for is one row. */
	function* endOverlong(text: string): Generator<RawRow, string> {
		const end = text.indexOf('\n');
		if (end < 0 || times >= mended) {
			yield { cells: [text.slice(0, 1000)], broken: true };
			return '';
		}
		times++;
		yield { cells: text.slice(0, Math.min(end, longest)).split(delimiter), broken: true };
		return yield* wholeRows(text.slice(end + 1), false);
	}
}
