/**
 * Rows of texts as a CSV file for a spreadsheet: semicolons, CRLF, UTF-8 with its mark, every cell in quotes. A cell that a spreadsheet would
 * compute (it begins with = + - @, a tab or a line end) gets an apostrophe in front.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
	const cell = (text: string) => `"${(/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
	return `\ufeff${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}
