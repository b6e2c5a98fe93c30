const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...signs].map((sign, value) => [sign, value]));

/** Bytes as base64 (RFC 4648), padded: what every place has a function of its own for, and none in common. */
export function toBase64(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 3) {
		const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
		const four = [18, 12, 6, 0].map((shift) => signs[(three >> shift) & 63]).join('');
		const lacking = Math.max(0, at + 3 - bytes.length);
		text += four.slice(0, 4 - lacking) + '='.repeat(lacking);
	}
	return text;
}

/** The bytes again; null where the text is not base64, whole and as it is written here. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
	const body = text.replace(/={0,2}$/, '');
	if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*$/.test(body)) return null;
	const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
	let [held, bits, at] = [0, 0, 0];
	for (const sign of body) {
		held = ((held << 6) | (values.get(sign) ?? 0)) & 0xffff;
		bits += 6;
		if (bits < 8) continue;
		bits -= 8;
		bytes[at++] = (held >> bits) & 0xff;
	}
	// Bits that nothing stands for: another way to write the same would be another text for the same bytes.
	return (held & ((1 << bits) - 1)) === 0 ? bytes : null;
}
