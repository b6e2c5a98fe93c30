/** A file of rows as it was read: what it was taken for, its heading and its rows of data. Row 1 is the first after the heading. */
export interface CsvTable {
	delimiter: ';' | ',' | '\t';
	encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
	header: string[];
	rows: string[][];
	/** Rows that are not as wide as the heading, or end in an unclosed quote; they are in `rows` as they came. */
	flaws: { row: number; reason: 'wrong-cell-count' | 'unclosed-quote' }[];
}
