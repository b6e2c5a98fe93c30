/**
 * Plain data with bytes in it, as bytes: the length of the head (4 bytes, big end first), the head as UTF-8 JSON in which each
 * `Uint8Array` is `{"$bytes": length}`, then those arrays one after another in the order they stand in.
 */
export function encodeWire(value: unknown): Uint8Array<ArrayBuffer> {
	const parts: Uint8Array[] = [];
	const json = JSON.stringify(value, (_key, one) => {
		if (!(one instanceof Uint8Array)) return one;
		parts.push(one);
		return { $bytes: one.length };
	});
	const head = new TextEncoder().encode(json ?? 'null');
	const whole = new Uint8Array(4 + head.length + parts.reduce((sum, part) => sum + part.length, 0));
	new DataView(whole.buffer).setUint32(0, head.length);
	whole.set(head, 4);
	let at = 4 + head.length;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** The value again. @throws Error when the bytes are not such a message */
export function decodeWire(whole: Uint8Array): unknown {
	if (whole.length < 4) throw new Error('not a message');
	const length = new DataView(whole.buffer, whole.byteOffset).getUint32(0);
	if (4 + length > whole.length) throw new Error('not a message');
	let at = 4 + length;
	const value: unknown = JSON.parse(new TextDecoder().decode(whole.subarray(4, at)), (_key, one) => {
		if (one === null || typeof one !== 'object' || typeof one.$bytes !== 'number') return one;
		const part = whole.slice(at, at + one.$bytes);
		if (part.length !== one.$bytes) throw new Error('not a message');
		at += one.$bytes;
		return part;
	});
	return value;
}
