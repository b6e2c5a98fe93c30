/**
 * Plain data with bytes in it, as bytes: the length of the head (4 bytes, big end first), the head as UTF-8 JSON in which each
 * `Uint8Array` is `{"$bytes": length}`, then those arrays one after another in the order they stand in. A key of the data that begins
 * with `$` has one more in the head, so that no data can pass for bytes. As in JSON, `undefined` is left out.
 */
export function encodeWire(value: unknown): Uint8Array<ArrayBuffer> {
	const parts: Uint8Array[] = [];
	const head = new TextEncoder().encode(JSON.stringify(pack(value, parts)) ?? 'null');
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

/** The value again. @throws Error when the bytes are not such a message, whole and with nothing after it */
export function decodeWire(whole: Uint8Array): unknown {
	if (whole.length < 4) throw notMessage();
	const length = new DataView(whole.buffer, whole.byteOffset).getUint32(0);
	if (4 + length > whole.length) throw notMessage();
	const head: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(whole.subarray(4, 4 + length)));
	let at = 4 + length;
	const value = unpack(head, (size) => {
		if (!Number.isInteger(size) || size < 0 || at + size > whole.length) throw notMessage();
		at += size;
		return whole.slice(at - size, at);
	});
	if (at !== whole.length) throw notMessage();
	return value;
}

const notMessage = () => new Error('not a message');

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

/** A Buffer is asked for before its `toJSON` can make a list of numbers of it. */
function pack(value: unknown, parts: Uint8Array[]): unknown {
	if (value instanceof Uint8Array) {
		parts.push(value);
		return { $bytes: value.length };
	}
	if (Array.isArray(value)) return value.map((one) => pack(one, parts));
	if (!isObject(value)) return value;
	return mapKeys(
		value,
		(key) => (key.startsWith('$') ? `$${key}` : key),
		(one) => pack(one, parts),
	);
}

function unpack(value: unknown, take: (size: number) => Uint8Array): unknown {
	if (Array.isArray(value)) return value.map((one) => unpack(one, take));
	if (!isObject(value)) return value;
	if (typeof value.$bytes === 'number') return take(value.$bytes);
	return mapKeys(
		value,
		(key) => (key.startsWith('$$') ? key.slice(1) : key),
		(one) => unpack(one, take),
	);
}

/** `fromEntries` makes a key `__proto__` a key like any other. */
function mapKeys(
	value: Record<string, unknown>,
	name: (key: string) => string,
	change: (one: unknown) => unknown,
): Record<string, unknown> {
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [name(key), change(one)]));
}
