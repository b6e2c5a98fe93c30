import type { Buffer } from 'node:buffer';
import { AppError } from '#shared/contract/errors.ts';

/** The last row and column that the format has. */
const last = { row: 1_048_576, column: 16_384 };

/**
 * The most places of a sheet from its first cell to its last, empty ones too: each takes room when it is read. A hundred thousand rows of sixty
 * columns are six million; as many filled ones as this would be too much XML.
 */
const mostPlaces = 30_000_000;

/** The tag of a cell or a row, and the address or number in it. A tag that ends itself is of a cell with looks and without content. */
const tag = /<(?:\w+:)?(c|row)(\s(?:[^"'>]|"[^"]{0,2000}"|'[^']{0,2000}'){0,400})>/g;
const address = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/**
 * Looks at the sheets of a workbook while they are unpacked: the reader makes room for everything between the first and the last cell that holds
 * something, so that a single address could fill the memory.
 * @returns what is to be handed each piece
 * @throws AppError (what is returned does) IMPORT_UNREADABLE for an address that is none, WORKER_LIMIT for a sheet that is too large
 */
export function watchExtent(name: string): (part: string, chunk: Buffer) => void {
	let sheet = '';
	let rest = '';
	let row = 0;
	let column = 0;
	return (part, chunk) => {
		if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(part)) return;
		if (part !== sheet) [sheet, rest, row, column] = [part, '', 0, 0];
		const text = rest + chunk.toString('latin1');
		// A tag may go on in the next piece.
		const open = text.lastIndexOf('<');
		const whole = open >= 0 && text.length - open < 4096 ? open : text.length;
		for (const [, kind, inside = ''] of text.slice(0, whole).matchAll(tag)) {
			const found = address.exec(inside);
			if (!found) continue;
			const [, letters = '', digits = ''] = /^([A-Z]{0,3})(\d{1,7})$/.exec(found[1] ?? found[2] ?? '') ?? [];
			const [down, right] = [Number(digits), columnOf(letters)];
			if (digits === '' || down > last.row || right > last.column)
				throw new AppError('IMPORT_UNREADABLE', { name, format: 'xlsx' });
			if (kind === 'row' || inside.endsWith('/')) continue;
			row = Math.max(row, down);
			column = Math.max(column, right);
			if (row * column > mostPlaces) throw new AppError('WORKER_LIMIT', { what: 'memory', name });
		}
		rest = text.slice(whole);
	};
}

/** A column's number, from 1: "A" is 1, "AA" 27; 0 where there are no letters. */
function columnOf(letters: string): number {
	let number = 0;
	for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64;
	return number;
}
