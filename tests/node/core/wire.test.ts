import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';

const bytes = fc.uint8Array({ maxLength: 50 });
const key = fc.oneof(fc.string(), fc.constantFrom('$bytes', '$$bytes', '$', '__proto__', '0', 'toJSON', 'constructor'));
const { data } = fc.letrec<{ data: unknown }>((tie) => ({
	data: fc.oneof(
		{ maxDepth: 5 },
		fc.string({ unit: 'grapheme' }),
		fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
		fc.boolean(),
		fc.constant(null),
		bytes,
		fc.array(tie('data'), { maxLength: 5 }),
		fc.dictionary(key, tie('data'), { maxKeys: 5, noNullPrototype: true }),
	),
}));

test('data with bytes anywhere in it comes back as it was', () => {
	fc.assert(
		fc.property(data, (value) => {
			expect(decodeWire(encodeWire(value))).toEqual(value);
		}),
		{ numRuns: 1000 },
	);
});

test('what a view shows of a larger buffer goes, and a Buffer is bytes', () => {
	const part = new Uint8Array([9, 1, 2, 9]).subarray(1, 3);
	expect(decodeWire(encodeWire({ part, buffer: Buffer.from('å') }))).toEqual({
		part: new Uint8Array([1, 2]),
		buffer: new Uint8Array([0xc3, 0xa5]),
	});
	const shifted = new Uint8Array([7, 7, 7, ...encodeWire(['a', part])]).subarray(3);
	expect(decodeWire(shifted)).toEqual(['a', new Uint8Array([1, 2])]);
	expect(decodeWire(encodeWire(undefined))).toBeNull();
});

test('any other bytes are refused, or are data; never a crash, never more memory than was sent', () => {
	const head = (json: string, after: number[] = []) => {
		const text = new TextEncoder().encode(json);
		return new Uint8Array([0, 0, 0, text.length, ...text, ...after]);
	};
	for (const hostile of [
		new Uint8Array(),
		new Uint8Array([0, 0, 0]),
		new Uint8Array([255, 255, 255, 255, 1]),
		head('{"$bytes":1e9}'),
		head('{"$bytes":4294967295}', [1]),
		head('{"$bytes":-1}', [1]),
		head('{"$bytes":0.5}', [1]),
		head('[{"$bytes":2},{"$bytes":2}]', [1, 2, 3]),
		head('{"$bytes":1}', [1, 2]),
		head('null', [1]),
		head('{"a":'),
		new Uint8Array([0, 0, 0, 2, 0xff, 0xfe]),
	])
		expect(() => decodeWire(hostile)).toThrow();
	const deep = new TextEncoder().encode('['.repeat(200_000));
	expect(() => decodeWire(new Uint8Array([0, 3, 0x0d, 0x40, ...deep]))).toThrow();
	fc.assert(
		fc.property(data, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, change) => {
			const message = encodeWire(value);
			message[at % message.length] = (message[at % message.length] ?? 0) ^ change;
			try {
				decodeWire(message);
			} catch (error) {
				expect(error).toBeInstanceOf(Error);
			}
		}),
		{ numRuns: 1000 },
	);
});
