import { Buffer, isUtf8 } from 'node:buffer';
import type { CsvTable } from '#shared/domain/responses/csv.ts';

interface Encoded {
	encoding: CsvTable['encoding'];
	/** Bytes of the mark, which is not part of the text. */
	mark: number;
	label: string;
}

const boms: (Encoded & { bytes: number[] })[] = [
	{ encoding: 'utf-8-bom', bytes: [0xef, 0xbb, 0xbf], mark: 3, label: 'utf-8' },
	{ encoding: 'utf-16le', bytes: [0xff, 0xfe], mark: 2, label: 'utf-16le' },
	{ encoding: 'utf-16be', bytes: [0xfe, 0xff], mark: 2, label: 'utf-16be' },
];

/**
 * Bytes that are decoded at a time: so few that the rows of a piece are forgotten before they are moved to where memory is cleared seldom. The
 * first piece is larger, since a delimiter is judged by it, and the heading of a large questionnaire is long.
 */
const pieces = { first: 2 ** 18, other: 2 ** 16 };

/**
 * What a file is written in: by its byte order mark, else UTF-8 where every byte is right in it, else Windows-1252, in which the older
 * Swedish exports are written. @returns null for a file that is not text: bytes against its own mark, or a zero byte
 */
export function encodingOf(bytes: Uint8Array): Encoded | null {
	const marked = boms.find((bom) => bom.bytes.every((byte, index) => bytes[index] === byte));
	if (marked) return marked.label !== 'utf-8' || isUtf8(bytes) ? marked : null;
	// Tells a binary apart before it is decoded: no text in these encodings has a zero byte.
	if (bytes.includes(0)) return null;
	return isUtf8(bytes)
		? { encoding: 'utf-8', mark: 0, label: 'utf-8' }
		: { encoding: 'windows-1252', mark: 0, label: 'windows-1252' };
}

/**
 * The text of a file, piece by piece, with LF line ends. No piece ends within a character or a line end.
 * @param onRead told how many bytes have been read, before each piece is given
 * @throws NotText where it turns out to be none: bytes against its mark, a zero, or many control characters
 */
export function* decodePieces(
	bytes: Uint8Array,
	{ mark, label }: Encoded,
	onRead: (done: number) => void = () => undefined,
): Generator<string> {
	const isWide = label.startsWith('utf-16');
	const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
	// Known to be right, UTF-8 is read the quicker way.
	const known = label === 'utf-8' ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : null;
	const control = controlCounter();
	for (let at = mark; at < bytes.length; ) {
		const size = at === mark ? pieces.first : pieces.other;
		const end = endOfPiece(bytes, at + size, label);
		let text: string;
		try {
			text =
				known?.toString('utf8', at, end) ??
				decoder.decode(bytes.subarray(at, end), isWide ? { stream: end < bytes.length } : {});
		} catch (error) {
			throw new NotText(error);
		}
		control(text);
		at = end;
		onRead(at);
		yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
	}
}

/** Thrown for a file that is not text. */
export class NotText extends Error {
	constructor(cause?: unknown) {
		super('not text', { cause });
	}
}

/** The end of a piece about `wanted`: not within a character of UTF-8, and not between CR and LF. (A decoder waits for the rest of a character of UTF-16.) */
function endOfPiece(bytes: Uint8Array, wanted: number, label: string): number {
	let end = Math.min(bytes.length, wanted);
	if (label.startsWith('utf-16')) {
		/** How far before the end of a unit its lower byte lies. */
		const low = label === 'utf-16le' ? 2 : 1;
		while (end < bytes.length && bytes[end - low] === 0x0d && bytes[end - (3 - low)] === 0) end += 2;
		return Math.min(bytes.length, end);
	}
	while (label === 'utf-8' && end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end++;
	return bytes[end - 1] === 0x0d && bytes[end] === 0x0a ? end + 1 : end;
}

/** Some control characters come along when people paste into a form; a file full of them, or with a zero, is no text. */
function controlCounter(): (text: string) => void {
	let controls = 0;
	let length = 0;
	return (text) => {
		length += text.length;
		// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
		if (/[\0-\x08\x0e-\x1f\x7f-\x9f]/.test(text)) {
			if (text.includes('\0')) throw new NotText();
			// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
			controls += text.match(/[\0-\x08\x0e-\x1f\x7f-\x9f]/g)?.length ?? 0;
		}
		if (controls > 2 + length / 500) throw new NotText();
	};
}
