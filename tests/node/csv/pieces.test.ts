import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { decodePieces, encodingOf } from '../../../electron/formats/csv/decode.ts';
import { openCsv, readCsv } from '../../../electron/formats/csv/read.ts';
import { parsePieces } from '../../../electron/formats/csv/rows.ts';

/** Texts full of what a border between two pieces may fall into. */
const tricky = fc
	.array(fc.constantFrom('"', '""', ';', '\n', 'a', 'å', ' ', '";', '"\n', '\n"', 'ord'), { maxLength: 60 })
	.map((parts) => parts.join(''));
const cut = (text: string, sizes: readonly number[]) => {
	const pieces: string[] = [];
	for (let at = 0, turn = 0; at < text.length; turn++) {
		const size = sizes[turn % sizes.length] ?? 1;
		pieces.push(text.slice(at, at + size));
		at += size;
	}
	return pieces;
};

test('property: a text is read the same whole and in pieces of any size, whatever its quotes do', () => {
	fc.assert(
		fc.property(tricky, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), (text, sizes) => {
			expect([...parsePieces(cut(text, sizes), ';')]).toEqual([...parsePieces([text], ';')]);
		}),
		{ numRuns: 2000 },
	);
});

test('no piece ends within a character or a line end, in any encoding', () => {
	const line = 'Älvkarleby – 🙂;ö\r\n';
	const text = line.repeat(60_000);
	const expected = text.replaceAll('\r\n', '\n');
	const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
	for (const bytes of [
		Buffer.from(text),
		Buffer.from(`\ufeff${text}`),
		Buffer.from(`x${text}`),
		utf16,
		Buffer.from(utf16).swap16(),
		Buffer.from('Åäö;ö\r\n'.repeat(100_000), 'latin1'),
	]) {
		const encoded = encodingOf(bytes);
		if (!encoded) throw new Error('is text');
		const pieces = [...decodePieces(bytes, encoded)];
		expect(pieces.length).toBeGreaterThan(1);
		const whole = pieces.join('');
		expect(whole.includes('\r')).toBe(false);
		if (encoded.encoding === 'windows-1252') expect(whole).toBe('Åäö;ö\n'.repeat(100_000));
		else expect(whole.replace(/^x/, '') === expected).toBe(true);
	}
});

test('the rows of a file come one by one, with their numbers in it, and how far it has been read', () => {
	const line = `${'x'.repeat(90)};2\n`;
	const bytes = Buffer.from(`a;b\n1;2\n\n;\n3;4;5\n${line.repeat(20_000)}`);
	const source = openCsv({ name: 'x', bytes });
	const seen: number[] = [];
	let count = 0;
	for (const { row, flaw } of source.rows) {
		if (count++ < 3) expect([row, flaw]).toEqual([[1, 4, 5][count - 1], [undefined, 'wrong-cell-count'][count - 1]]);
		seen.push(source.done());
	}
	expect(count).toBe(20_002);
	expect(new Set(seen).size).toBeGreaterThan(5);
	expect(seen.at(-1)).toBe(source.total);
});

test('a quote that is never closed costs its row and not the file, and takes no memory for the rest', () => {
	const rows = '2;ett helt vanligt svar\n'.repeat(300_000);
	const table = readCsv({ name: 'x', bytes: Buffer.from(`a;b\n1;"öppet\n${rows}`) });
	expect(table.flaws).toEqual([{ row: 1, reason: 'unclosed-quote' }]);
	expect(table.rows).toHaveLength(300_001);
});

test('a file that turns out not to be text at its end is refused, and so is a row without an end', () => {
	const code = (bytes: Uint8Array) => {
		try {
			readCsv({ name: 'x', bytes });
		} catch (error) {
			return error instanceof AppError && error.code;
		}
		return 'read';
	};
	const rows = '1;2\n'.repeat(200_000);
	expect(code(Buffer.from(`a;b\n${rows}1;\0`))).toBe('IMPORT_UNREADABLE');
	expect(code(Buffer.from(`\ufeffa;b\n${rows}1;\0`))).toBe('IMPORT_UNREADABLE');
	expect(code(Buffer.concat([Buffer.from(`\ufeffa;b\n${rows}`), Buffer.from([0xff])]))).toBe('IMPORT_UNREADABLE');
	expect(code(Buffer.from(`a;b\n${rows}${'\u0001'.repeat(5000)}`))).toBe('IMPORT_UNREADABLE');
	const endless = readCsv({ name: 'x', bytes: Buffer.from(`a;b\n1;2\n3;${'x'.repeat(5_000_000)}`) });
	expect(endless.flaws.map(({ reason }) => reason)).toContain('unclosed-quote');
});
