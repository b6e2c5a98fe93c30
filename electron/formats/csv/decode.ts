import type { CsvTable } from '#shared/domain/responses/csv.ts';

const boms: { encoding: CsvTable['encoding']; bytes: number[]; label: string }[] = [
	{ encoding: 'utf-8-bom', bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
	{ encoding: 'utf-16le', bytes: [0xff, 0xfe], label: 'utf-16le' },
	{ encoding: 'utf-16be', bytes: [0xfe, 0xff], label: 'utf-16be' },
];

/**
 * The text of a file, and what it was written in: by its byte order mark, else UTF-8 where every byte is right in it, else Windows-1252,
 * in which the older Swedish exports are written. The mark is not part of the text.
 * @returns null for a file that is not text: bytes against its own mark, zero bytes, or many control characters
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: CsvTable['encoding'] } | null {
	const marked = boms.find((bom) => bom.bytes.every((byte, index) => bytes[index] === byte));
	if (marked) {
		const text = decodeAs(marked.label, bytes.subarray(marked.bytes.length));
		return text !== null && isText(text) ? { text, encoding: marked.encoding } : null;
	}
	// Tells a binary apart before it is decoded: no text in these encodings has a zero byte.
	if (bytes.includes(0)) return null;
	const utf8 = decodeAs('utf-8', bytes);
	const text = utf8 ?? decodeAs('windows-1252', bytes);
	if (text === null || !isText(text)) return null;
	return { text, encoding: utf8 === null ? 'windows-1252' : 'utf-8' };
}

function decodeAs(label: string, bytes: Uint8Array): string | null {
	try {
		return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError || error instanceof RangeError) return null;
		throw error;
	}
}

/** Some control characters come along when people paste into a form; a file full of them, or with a zero, is no text. */
function isText(text: string): boolean {
	let controls = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 0) return false;
		const allowed = unit >= 0x20 ? unit < 0x7f || unit > 0x9f : unit >= 0x09 && unit <= 0x0d;
		if (!allowed) controls++;
	}
	return controls <= 2 + text.length / 500;
}
