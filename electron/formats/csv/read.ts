import { AppError } from '#shared/contract/errors.ts';
import type { CsvTable } from '#shared/domain/responses/csv.ts';
import { noTable } from '#shared/domain/responses/no-table.ts';
import { isBlank, type RowSource, type SourceRow } from '#shared/domain/responses/table.ts';
import { decodePieces, encodingOf, NotText } from './decode.ts';
import { type Delimiter, delimiters, firstRows, parsePieces, type RawRow } from './rows.ts';

/** Rows that a delimiter is judged by. */
const judged = 200;

/**
 * Opens a file of rows with any of three delimiters and five encodings, to be read row by row: neither its text nor its cells are ever in
 * memory all at once. Cells keep their text; line ends in them are LF.
 * @throws AppError IMPORT_EMPTY where there is no row under a heading, IMPORT_UNREADABLE where it is not text, which may show as late as
 * in its last row
 */
export function openCsv({ name, bytes }: { name: string; bytes: Uint8Array }): RowSource {
	const { header, rows, ...source } = open(name, bytes);
	const filled = filledRows(rows);
	const first = filled.next();
	if (first.done) throw new AppError('IMPORT_EMPTY', { name, headed: !isBlank(header) });
	return {
		...source,
		header,
		rows: after([first.value], filled),
	};
}

function* after<T>(first: Iterable<T>, rest: Iterable<T>): Generator<T> {
	yield* first;
	yield* rest;
}

function* filledRows(rows: Iterable<SourceRow>): Generator<SourceRow, undefined> {
	for (const row of rows) if (!isBlank(row.cells)) yield row;
}

/**
 * The same as a whole: for small files. Blank rows stay, so that the numbers of rows are those of the file; those at the end are left out.
 * @throws AppError as `openCsv`
 */
export function readCsv({ name, bytes }: { name: string; bytes: Uint8Array }): CsvTable {
	const { delimiter, encoding, header, rows: source } = open(name, bytes);
	const all = [...source];
	while (all.length > 0 && isBlank(all.at(-1)?.cells ?? [])) all.pop();
	if (all.length === 0) throw new AppError('IMPORT_EMPTY', { name, headed: !isBlank(header) });
	const flaws = all.flatMap(({ row, flaw }) => (flaw ? [{ row, reason: flaw }] : []));
	return { delimiter, encoding, header, rows: all.map(({ cells }) => cells), flaws };
}

/** What a file that is no text was taken for, by its name. */
function formatOf(name: string): string {
	return /\.xls[xm]?$/i.test(name) ? 'xlsx' : /\.(?:csv|tsv|txt)$/i.test(name) ? 'CSV' : 'CSV / xlsx';
}

function open(name: string, bytes: Uint8Array): RowSource {
	const encoded = bytes.length === 0 ? null : encodingOf(bytes);
	if (!encoded) {
		if (bytes.length === 0) throw new AppError('IMPORT_EMPTY', { name });
		throw new AppError('IMPORT_UNREADABLE', { name, format: formatOf(name) });
	}
	let done = 0;
	const pieces = begun(
		decodePieces(bytes, encoded, (read) => {
			done = read;
		}),
	);
	return refusing(name, () => {
		const first = pieces.next();
		if (first.done) throw new AppError('IMPORT_EMPTY', { name });
		const is = noTable(first.value);
		if (is) throw new AppError('IMPORT_UNREADABLE', { name, format: formatOf(name), is });
		// Excel's own first line that names the delimiter.
		const named = /^"?sep=([;,\t])"?\n+/i.exec(first.value.slice(0, 12));
		const text = named ? first.value.slice(named[0].length) : first.value;
		const delimiter = (named?.[1] as Delimiter | undefined) ?? likeliestDelimiter(text, done === bytes.length);
		const raw = parsePieces(after([text], pieces), delimiter);
		const heading = raw.next();
		if (heading.done) throw new AppError('IMPORT_EMPTY', { name });
		const header = heading.value.cells.map((cell) => cell.normalize('NFC').replace(/\s+/g, ' ').trim());
		const rows = numbered(name, raw, header.length);
		return { delimiter, encoding: encoded.encoding, header, rows, done: () => done, total: bytes.length };
	});
}

/** Without the line ends that a text begins with. */
function* begun(pieces: Iterable<string>): Generator<string> {
	let isBegun = false;
	for (const piece of pieces) {
		const text: string = isBegun ? piece : piece.replace(/^\n+/, '');
		isBegun ||= text !== '';
		if (text !== '') yield text;
	}
}

function* numbered(name: string, raw: Iterator<RawRow>, width: number): Generator<SourceRow> {
	for (let row = 1; ; row++) {
		const next = refusing(name, () => raw.next());
		if (next.done) return;
		const { cells, broken } = next.value;
		while (cells.length > width && cells.at(-1)?.trim() === '') cells.pop();
		if (broken) yield { row, cells, flaw: 'unclosed-quote' };
		else if (cells.length !== width && !isBlank(cells)) yield { row, cells, flaw: 'wrong-cell-count' };
		else yield { row, cells };
	}
}

function refusing<T>(name: string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof NotText) throw new AppError('IMPORT_UNREADABLE', { name, format: formatOf(name) }, error);
		throw error;
	}
}

/** The delimiter under which most of the first rows are as wide as the heading; of equals, the one that gives more columns. */
function likeliestDelimiter(text: string, isWhole: boolean): Delimiter {
	let best: { delimiter: Delimiter; fit: number; width: number } = { delimiter: ';', fit: 0, width: 1 };
	for (const delimiter of delimiters) {
		const rows = firstRows(text, delimiter, judged, isWhole).filter((row) => !isBlank(row));
		const width = rows[0]?.length ?? 0;
		if (width < 2) continue;
		const fit = rows.slice(1).filter((row) => row.length === width).length / Math.max(1, rows.length - 1);
		if (fit > best.fit || (fit === best.fit && width > best.width)) best = { delimiter, fit, width };
	}
	return best.delimiter;
}
