import type { CsvTable } from './csv.ts';

/** One row of data. `row`: its number in the file, 1 the first after the heading; blank rows count. */
export interface SourceRow {
	row: number;
	cells: string[];
	/** Not as wide as the heading, or ending in an unclosed quote: the cells are as they came. */
	flaw?: CsvTable['flaws'][number]['reason'];
}

/** A file of rows in whatever format, read one row after another. Blank rows do not come. */
export interface RowSource {
	/** What it was taken for. */
	delimiter: CsvTable['delimiter'];
	encoding: CsvTable['encoding'];
	header: string[];
	/** Can be gone through once. */
	rows: Iterable<SourceRow>;
	/** How much of `total`, in bytes of the file, has been read. */
	done: () => number;
	total: number;
}

/** Whether a row says nothing. */
export function isBlank(cells: readonly string[]): boolean {
	return cells.every((cell) => cell.trim() === '');
}
