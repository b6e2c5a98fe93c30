import { Buffer } from 'node:buffer';
import readXlsxFile from 'read-excel-file/node';
import { AppError } from '#shared/contract/errors.ts';
import { measureZip } from '../zip/measure.ts';
import { repackZip } from '../zip/repack.ts';
import { watchExtent } from './extent.ts';

/** Bounds on what a workbook unpacks to. A hundred thousand rows of sixty short cells are about 300 MB of XML. */
const bounds = { xml: 600_000_000, all: 700_000_000, parts: 4000 };

/** One sheet as texts: every row is as long as the widest. */
export interface Sheet {
	name: string;
	rows: string[][];
}

/**
 * Reads an .xlsx: every sheet with its cells as texts. Numbers in JS notation, dates as YYYY-MM-DD (with T and the time where there is
 * one), times as HH:MM:SS, TRUE and FALSE, an empty text for an empty cell; formulas by their kept value. Unpacked and measured before
 * it is parsed. Runs in a worker.
 * @throws AppError IMPORT_EMPTY, IMPORT_UNREADABLE for what is no readable .xlsx (an older .xls, encrypted, damaged), WORKER_LIMIT
 */
export async function readWorkbook({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<{ sheets: Sheet[] }> {
	if (bytes.length === 0) throw new AppError('IMPORT_EMPTY', { name });
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const parts = await measureZip(name, buffer, bounds, watchExtent(name));
		if (!parts.has('xl/workbook.xml')) throw new AppError('IMPORT_UNREADABLE', { name, format: 'xlsx' });
		const sheets = await readXlsxFile(await repackZip(buffer), { parseNumber: (text) => text });
		return {
			sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) })),
		};
	} catch (error) {
		if (error instanceof AppError) throw error;
		throw new AppError('IMPORT_UNREADABLE', { name, format: 'xlsx' }, error);
	}
}

function cellText(cell: unknown): string {
	if (cell === null || cell === undefined) return '';
	if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
	if (cell instanceof Date) return dateText(cell);
	const text = String(cell);
	// A number is kept in the file with seventeen digits (0.30000000000000004) or an exponent.
	return /^-?\d+(?:\.\d+)?[eE][+-]?\d+$/.test(text) ? String(Number(text)) : text;
}

/** The calendar day and clock that a cell shows: they are kept without a time zone, and come as UTC. */
function dateText(date: Date): string {
	if (Number.isNaN(date.getTime())) return '';
	const [day = '', clock = ''] = new Date(Math.round(date.getTime() / 1000) * 1000)
		.toISOString()
		.slice(0, 19)
		.split('T');
	if (day.startsWith('1899-')) return clock;
	return clock === '00:00:00' ? day : `${day}T${clock}`;
}
