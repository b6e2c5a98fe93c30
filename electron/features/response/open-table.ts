import { AppError } from '#shared/contract/errors.ts';
import { type Codebook, codebookOf, codebookOfSyntax } from '#shared/domain/responses/codebook.ts';
import { type Layout, layoutOf, layoutRows } from '#shared/domain/responses/layout.ts';
import { judgedRows } from '#shared/domain/responses/propose.ts';
import { isBlank, type RowSource, type SourceRow } from '#shared/domain/responses/table.ts';
import { openCsv, readCsv } from '../../formats/csv/read.ts';
import { decodeText } from '../../formats/document/decode.ts';
import type { Sheet } from '../../formats/xlsx/read.ts';
import { isZip } from '../../formats/zip/is-zip.ts';

interface TableFile {
	name: string;
	bytes: Uint8Array;
	/** Of a workbook: which sheet the responses are in. */
	sheet?: string | undefined;
}

/** A file of responses that has been told apart: its headings, the beginning of its rows, and all of them. */
export interface OpenTable {
	layout: Layout;
	/** Of a text file; of a workbook null. */
	text: Pick<RowSource, 'delimiter' | 'encoding'> | null;
	/** Of a workbook the names of its sheets, and the one that is read. */
	sheets: string[];
	sheet: string | null;
	/** A value list that stands in another sheet of the same workbook. */
	codebook: Codebook | null;
	/** The first rows of data, from which columns are judged. */
	beginning: string[][];
	/** Can be gone through once. */
	rows: Iterable<SourceRow>;
	done: () => number;
	total: number;
}

/**
 * Opens a file of responses, whatever its name ends in: a workbook by how it begins, else text. In a worker.
 * @throws AppError IMPORT_EMPTY, IMPORT_UNREADABLE, WORKER_LIMIT
 */
export async function openTable(file: TableFile): Promise<OpenTable> {
	if (!isZip(file.bytes)) {
		const source = openCsv(file);
		// A table of one column has the ending of a table.
		if (source.header.length === 1 && /\.(?!csv$|tsv$)[a-z0-9]{1,5}$/i.test(file.name))
			throw new AppError('IMPORT_UNREADABLE', { name: file.name, format: 'CSV / xlsx', is: 'prose' });
		return layOut(file.name, source, {
			text: source,
			sheets: [],
			sheet: null,
			codebook: null,
			done: source.done,
			total: source.total,
		});
	}
	const { sheets } = await openWorkbook(file);
	const chosen = chooseSheet(sheets, file.sheet);
	if (!chosen)
		throw new AppError('IMPORT_EMPTY', { name: file.name, headed: sheets.some(({ rows }) => rows.length > 0) });
	const others = sheets.filter((one) => one !== chosen);
	const codebook = others.map(({ rows }) => codebookOf(rows)).find((one) => one !== null) ?? null;
	return layOut(file.name, sheetSource(chosen), {
		text: null,
		sheets: sheets.map(({ name }) => name),
		sheet: chosen.name,
		codebook,
		done: () => file.bytes.length,
		total: file.bytes.length,
	});
}

/** The reader of workbooks is loaded for them alone: most files are text, and wait for nothing else. */
async function openWorkbook(file: { name: string; bytes: Uint8Array }): Promise<{ sheets: Sheet[] }> {
	const { readWorkbook } = await import('../../formats/xlsx/read.ts');
	return readWorkbook(file);
}

/** The sheet that was asked for, else the one with the most cells among those that are no value list. */
function chooseSheet(sheets: readonly Sheet[], name: string | undefined): Sheet | undefined {
	const named = sheets.find((one) => one.name === name);
	if (named) return named;
	const size = ({ rows }: Sheet) => rows.length * (rows[0]?.length ?? 0);
	const filled = sheets.filter(({ rows }) => rows.length > 1);
	const data = filled.filter(({ rows }) => codebookOf(rows.slice(0, layoutRows)) === null);
	return (data.length > 0 ? data : filled).reduce<Sheet | undefined>(
		(best, one) => (best && size(best) >= size(one) ? best : one),
		undefined,
	);
}

function sheetSource({ rows }: Sheet): Pick<RowSource, 'header' | 'rows'> {
	const [header = [], ...data] = rows;
	return {
		header: header.map((cell) => cell.normalize('NFC').replace(/\s+/g, ' ').trim()),
		rows: data.map((cells, index) => ({ row: index + 1, cells })).filter(({ cells }) => !isBlank(cells)),
	};
}

/** Takes the headings off the rows, however many there are, and numbers what is left from 1. */
function layOut(
	name: string,
	source: Pick<RowSource, 'header' | 'rows'>,
	about: Omit<OpenTable, 'layout' | 'beginning' | 'rows'>,
): OpenTable {
	const all = source.rows[Symbol.iterator]();
	const held: SourceRow[] = [];
	while (held.length < judgedRows + layoutRows) {
		const next = all.next();
		if (next.done) break;
		held.push(next.value);
	}
	const layout = layoutOf([source.header, ...held.slice(0, layoutRows).map(({ cells }) => cells)]);
	// What is left out of the data beside the first row of the file.
	const above = held.splice(0, layout.skip - 1);
	const shift = above.at(-1)?.row ?? 0;
	if (held.length === 0) throw new AppError('IMPORT_EMPTY', { name, headed: true });
	const width = layout.header.length;
	const fitted = ({ row, cells, flaw }: SourceRow): SourceRow => {
		if (flaw === 'unclosed-quote') return { row: row - shift, cells, flaw };
		while (cells.length > width && cells.at(-1)?.trim() === '') cells.pop();
		// SurveyMonkey and others leave out the empty cells at the end of a row of headings; never those of a response.
		return { row: row - shift, cells, ...(cells.length === width ? {} : { flaw: 'wrong-cell-count' as const }) };
	};
	const beginning = held.map(fitted);
	return {
		...about,
		layout,
		beginning: beginning.filter(({ flaw }) => !flaw).map(({ cells }) => cells),
		rows: (function* () {
			yield* beginning;
			for (let next = all.next(); !next.done; next = all.next()) yield fitted(next.value);
		})(),
	};
}

/**
 * Reads a value list from a file of its own: rows in a text file or workbook, or SPSS syntax.
 * @throws AppError IMPORT_NO_VALUES where it is none, IMPORT_UNREADABLE where it is no text
 */
export async function readCodebook({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<Codebook> {
	const found = isZip(bytes)
		? (await openWorkbook({ name, bytes })).sheets.map(({ rows }) => codebookOf(rows)).find((one) => one !== null)
		: (codebookOfSyntax(decodeText(name, bytes)) ?? codebookOfRows(name, bytes));
	if (!found || found.variables.length === 0) throw new AppError('IMPORT_NO_VALUES', { name });
	return found;
}

function codebookOfRows(name: string, bytes: Uint8Array): Codebook | null {
	const { header, rows } = readCsv({ name, bytes });
	return codebookOf([header, ...rows]);
}
