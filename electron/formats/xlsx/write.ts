import writeXlsxFile from 'write-excel-file/node';

/** A workbook of texts: each sheet's first row is its headings. A text that looks like a formula stays a text. */
export async function writeWorkbook(
	sheets: readonly { name: string; rows: readonly (readonly string[])[] }[],
): Promise<Uint8Array> {
	const written = writeXlsxFile(
		sheets.map(({ name, rows }) => ({
			sheet: name,
			stickyRowsCount: 1,
			data: rows.map((row, at) =>
				row.map((value) =>
					value === '' ? null : { value, type: String, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) },
				),
			),
		})),
	);
	return new Uint8Array(await written.toBuffer());
}
