import { AppError } from '#shared/contract/errors.ts';

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, at) => bytes[at] === byte);

/**
 * The text of a plain file: UTF-8 with or without BOM, UTF-16 with BOM, else Windows-1252, in which any bytes are a text: what holds
 * control characters that no text has is refused. @throws AppError IMPORT_UNREADABLE
 */
export function decodeText(name: string, bytes: Uint8Array): string {
	const text = decode(bytes);
	let controls = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 0) throw new AppError('IMPORT_UNREADABLE', { name, format: 'text' });
		if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13) controls++;
	}
	if (controls > text.length / 200 + 4) throw new AppError('IMPORT_UNREADABLE', { name, format: 'text' });
	return text;
}

function decode(bytes: Uint8Array): string {
	if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
	if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
