import Papa from 'papaparse';
import { AppError } from '#shared/contract/errors.ts';
import type { CsvTable } from '#shared/domain/responses/csv.ts';
import { decodeText } from './decode.ts';

const delimiters = [';', ',', '\t'] as const;
type Delimiter = (typeof delimiters)[number];

/** Rows that a delimiter is judged by. */
const judged = 200;
/** Quotes gone wrong that are mended by reading on from the next line, before the rest of the file is taken as it comes. */
const mended = 50;

/**
 * Reads a file of rows with any of three delimiters and five encodings. Cells keep their text; line ends in them are LF. Blank rows stay,
 * so that the numbers of rows are those of the file; those at the end are left out.
 * @throws AppError IMPORT_EMPTY where there is no row under a heading, IMPORT_UNREADABLE where it is not text
 */
export function readCsv({ name, bytes }: { name: string; bytes: Uint8Array }): CsvTable {
	if (bytes.length === 0) throw new AppError('IMPORT_EMPTY', { name });
	const decoded = decodeText(bytes);
	if (!decoded) throw new AppError('IMPORT_UNREADABLE', { name, format: 'CSV' });
	let text = decoded.text.replace(/\r\n?/g, '\n').replace(/^\n+/, '');
	// Excel's own first line that names the delimiter.
	const named = /^"?sep=([;,\t])"?\n+/i.exec(text.slice(0, 12));
	if (named) text = text.slice(named[0].length);
	if (text.trim() === '') throw new AppError('IMPORT_EMPTY', { name });
	const delimiter = (named?.[1] as Delimiter | undefined) ?? likeliestDelimiter(text);

	const { rows: all, broken } = readRows(text, delimiter);
	while (all.length > 0 && isBlank(all[all.length - 1] ?? [])) all.pop();
	const header = (all.shift() ?? []).map((cell) => cell.normalize('NFC').replace(/\s+/g, ' ').trim());
	if (all.length === 0) throw new AppError('IMPORT_EMPTY', { name });
	const flaws: CsvTable['flaws'] = [];
	for (const [index, row] of all.entries()) {
		while (row.length > header.length && row[row.length - 1]?.trim() === '') row.pop();
		if (broken.has(index + 1)) flaws.push({ row: index + 1, reason: 'unclosed-quote' });
		else if (row.length !== header.length && !isBlank(row)) flaws.push({ row: index + 1, reason: 'wrong-cell-count' });
	}
	return { delimiter, encoding: decoded.encoding, header, rows: all, flaws };
}

function isBlank(row: readonly string[]): boolean {
	return row.every((cell) => cell.trim() === '');
}

function parse(text: string, delimiter: Delimiter, preview = 0) {
	return Papa.parse<string[]>(text, { delimiter, newline: '\n', preview, header: false, skipEmptyLines: false });
}

/** The delimiter under which most of the first rows are as wide as the heading; of equals, the one that gives more columns. */
function likeliestDelimiter(text: string): Delimiter {
	let best: { delimiter: Delimiter; fit: number; width: number } = { delimiter: ';', fit: 0, width: 1 };
	for (const delimiter of delimiters) {
		const rows = parse(text, delimiter, judged).data.filter((row) => !isBlank(row));
		const width = rows[0]?.length ?? 0;
		if (width < 2) continue;
		const fit = rows.slice(1).filter((row) => row.length === width).length / Math.max(1, rows.length - 1);
		if (fit > best.fit || (fit === best.fit && width > best.width)) best = { delimiter, fit, width };
	}
	return best.delimiter;
}

/**
 * The rows, the heading first, and the numbers (heading 0) of those with a quote that is not rightly closed. Such a quote would take what
 * follows into one cell, as far as the next quote or the end: the row ends with its line instead, and reading goes on with the next.
 */
function readRows(text: string, delimiter: Delimiter): { rows: string[][]; broken: Set<number> } {
	const rows: string[][] = [];
	const broken = new Set<number>();
	let rest = text;
	for (let times = 0; ; times++) {
		const { data, errors } = parse(rest, delimiter);
		const first = errors.find((error) => error.type === 'Quotes');
		const row = first?.row ?? -1;
		const end = first?.index === undefined ? -1 : rest.indexOf('\n', first.index);
		const good = row < 0 ? data : data.slice(0, row);
		for (const one of good) rows.push(one);
		if (row < 0) return { rows, broken };
		broken.add(rows.length);
		if (end < 0 || times === mended) {
			for (const one of data.slice(row)) rows.push(one);
			for (const error of errors) if (error.row !== undefined) broken.add(rows.length - data.length + error.row);
			return { rows, broken };
		}
		const start = rest.lastIndexOf('\n', (first?.index ?? 0) - 1) + 1;
		rows.push(rest.slice(start, end).split(delimiter));
		rest = rest.slice(end + 1);
	}
}
