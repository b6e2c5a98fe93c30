import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import sodium from 'libsodium-wrappers';
import { beforeAll, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '#shared/domain/form/base64.ts';
import { makeCode, readCode } from '#shared/domain/form/code.ts';
import { type FormData, formDataJson, forRespondents } from '#shared/domain/form/data.ts';
import {
	packAnswer,
	readEnvelopes,
	type SealedAnswer,
	unpackAnswer,
	writeEnvelope,
} from '#shared/domain/form/envelope.ts';
import { sealTo } from '#shared/domain/form/seal.ts';
import { makePair } from '../../../electron/features/form/round.ts';
import { costOf } from '../cost.ts';
import { makeInstrument } from '../instrument/make.ts';

beforeAll(() => sodium.ready);
const bytes = (max: number) => fc.uint8Array({ maxLength: max });
const round = fc.uuid();

test('base64 is what Node writes and reads, and nothing else', () => {
	fc.assert(
		fc.property(bytes(200), (some) => {
			expect(toBase64(some)).toBe(Buffer.from(some).toString('base64'));
			expect(fromBase64(toBase64(some))).toEqual(some);
		}),
	);
	for (const wrong of ['A', 'AA', 'AAA', 'AB==', 'AAB=', 'AAA=A', 'A A=', 'AAAÅ', '====', 'AAA-'])
		expect(fromBase64(wrong), wrong).toBe(null);
});

test('what is sealed here, libsodium opens; the length is known and nothing repeats', () => {
	fc.assert(
		fc.property(bytes(2000), (message) => {
			const pair = makePair();
			const sealed = sealTo(pair.publicKey, message, randomBytes(32));
			expect(sealed.length).toBe(message.length + sodium.crypto_box_SEALBYTES);
			expect(sodium.crypto_box_seal_open(sealed, pair.publicKey, pair.secretKey)).toEqual(message);
			expect(sealTo(pair.publicKey, message, randomBytes(32))).not.toEqual(sealed);
		}),
		{ numRuns: 25 },
	);
});

test('a pair made here is a pair to libsodium', () => {
	const pair = makePair();
	expect(sodium.crypto_scalarmult_base(pair.secretKey)).toEqual(new Uint8Array(pair.publicKey));
});

test('the keys of RFC 7748 §6.1 and of “Cryptography in NaCl” give what is published, and the box between them', () => {
	const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
	const alice = hex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a');
	const alicePublic = hex('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a');
	const bob = hex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb');
	const bobPublic = hex('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
	const firstKey = hex('1b27556473e985d462cd51197a9a46c76009549eac6474f206c4ee0844f68389');
	const message = new TextEncoder().encode('samma ord, båda vägar');
	const sealed = sealTo(bobPublic, message, alice);
	const nonce = sodium.crypto_generichash(24, new Uint8Array([...alicePublic, ...bobPublic]), null);
	expect(sealed).toEqual(new Uint8Array([...alicePublic, ...sodium.crypto_box_easy_afternm(message, nonce, firstKey)]));
	expect(sodium.crypto_box_seal_open(sealed, bobPublic, bob)).toEqual(message);
});

test('no changed byte of what is sealed goes unseen', () => {
	const pair = makePair();
	const sealed = sealTo(pair.publicKey, new Uint8Array(512).fill(0x20), randomBytes(32));
	for (let at = 0; at < sealed.length; at += 7) {
		const changed = Uint8Array.from(sealed);
		changed[at] = (changed[at] ?? 0) ^ 1;
		expect(() => sodium.crypto_box_seal_open(changed, pair.publicKey, pair.secretKey), `byte ${at}`).toThrow();
	}
});

test('an answer is padded, and comes back as it was', () => {
	const answer = fc.record<SealedAnswer>({
		format: fc.constant('underlag-answer/1'),
		round,
		instrument: fc.record({ key: fc.string(), version: fc.nat(), hash: fc.string() }),
		promise: fc.constantFrom('anonymous' as const, 'confidential' as const),
		answers: fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.array(fc.string()))),
		language: fc.constantFrom('sv', 'en'),
		day: fc.constant('2026-01-02'),
		code: fc.option(fc.string()),
		nonce: fc.string(),
	});
	fc.assert(
		fc.property(answer, (one) => {
			const packed = packAnswer(one);
			expect(packed.length % 512).toBe(0);
			expect(unpackAnswer(packed)).toEqual(JSON.parse(JSON.stringify(one)));
		}),
	);
	expect(unpackAnswer(new Uint8Array([0xff, 0xfe]))).toBe(null);
});

/** What mail programs do to a text. */
const mangled: ((text: string) => string)[] = [
	(text) => text,
	(text) => text.replaceAll('\n', '\r\n'),
	(text) => text.replaceAll(/^/gm, '> '),
	(text) => text.replaceAll(/^/gm, '> > '),
	(text) => text.replaceAll('\n', ' '),
	(text) => text.replaceAll(/(.{40})(?=.)/g, '$1\n'),
	(text) => text.replaceAll('-----', '—'),
	(text) => `Hej!\n\nHär kommer mitt svar.\n\n${text}\nHälsningar\n-- \nAnna`,
	(text) => text.replaceAll('\n', '\u00a0\n'),
];

test('an envelope survives what mail does to it, several in one text too', () => {
	fc.assert(
		fc.property(
			round,
			bytes(1500),
			fc.constantFrom(...mangled),
			fc.constantFrom(...mangled),
			(uid, sealed, first, second) => {
				const text = writeEnvelope(uid, sealed);
				const wanted = { kind: 'sealed', round: uid, sealed };
				expect(readEnvelopes(first(text) + second(text))).toEqual([wanted, wanted]);
			},
		),
	);
});

test('a block made to be slow is seen through once, and a text of any length to its end', () => {
	const slow = `BEGIN UNDERLAG ANSWER 1\n${'round: '.repeat(300_000)}\nEND UNDERLAG ANSWER\n`;
	const text = writeEnvelope('last', new Uint8Array(100));
	const found = readEnvelopes(`${slow}${slow}${slow}${text}`);
	expect(found.map(({ kind }) => kind)).toEqual(['damaged', 'damaged', 'damaged', 'sealed']);
});

test('a changed sign or a lost line in the block is told; the reading never fails', () => {
	fc.assert(
		fc.property(
			round,
			fc.uint8Array({ minLength: 600, maxLength: 700 }),
			fc.nat(),
			fc.constantFrom('x', '7', 'ö'),
			(uid, sealed, where, sign) => {
				const text = writeEnvelope(uid, sealed);
				const inside = text.indexOf(uid);
				const at = inside + (where % (text.lastIndexOf('-----END') - inside));
				const changed = text.slice(0, at) + sign + text.slice(at + 1);
				const [found] = readEnvelopes(changed);
				if (/\s/.test(text[at] ?? '') || text[at] === sign) return;
				expect(found?.kind === 'sealed' && found.round === uid ? Buffer.compare(found.sealed, sealed) : 'told').toBe(
					'told',
				);
			},
		),
	);
	const text = writeEnvelope('round-uid-1', new Uint8Array(600));
	const lines = text.split('\n');
	for (let at = 1; at < lines.length - 1; at++) {
		if (lines[at] === '') continue;
		expect(readEnvelopes(lines.toSpliced(at, 1).join('\n')), `without line ${at}`).toEqual([{ kind: 'damaged' }]);
	}
	expect(readEnvelopes(text.replace('ANSWER 1', 'ANSWER 2'))).toEqual([{ kind: 'newer' }]);
	fc.assert(fc.property(fc.string(), (any) => void readEnvelopes(`BEGIN UNDERLAG ANSWER 1${any}`)));
	expect(readEnvelopes('Inget alls')).toEqual([]);
});

test('a long text that only pretends is read in no time', async () => {
	const text = 'BEGIN UNDERLAG ANSWER 1 round: '.repeat(100_000);
	expect(await costOf(() => readEnvelopes(text))).toBeLessThan(20);
});

test('a code is read as it was typed; one wrong sign or two that changed places are noticed', () => {
	const random = fc.uint8Array({ minLength: 64, maxLength: 64 });
	fc.assert(
		fc.property(random, fc.nat({ max: 7 }), fc.constantFrom(...'34679ACDEFGHJKMNPQRTWXY'), (some, place, sign) => {
			fc.pre([...some].filter((byte) => byte < 253).length > 7);
			const code = makeCode(some);
			expect(readCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code);
			const signs = [...code.replace('-', '')];
			if (signs[place] !== sign) expect(readCode(signs.toSpliced(place, 1, sign).join(''))).toBe(null);
			const [a, b] = [signs[place] ?? '', signs[place + 1] ?? ''];
			if (b && a !== b) expect(readCode(signs.toSpliced(place, 2, b, a).join(''))).toBe(null);
		}),
	);
	for (const wrong of ['', 'H7KD', 'H7KD-93XA1', 'OOOO-IIII', 'ÅÄÖ']) expect(readCode(wrong)).toBe(null);
});

test('nothing in a form’s data can leave its script element', () => {
	const data = { sendTo: '</script><script>alert(1)</script><!-- \u2028' } as FormData;
	const json = formDataJson(data);
	expect(json).not.toMatch(/[<\u2028]/);
	expect(JSON.parse(json)).toEqual(data);
});

test('what an author wrote to themselves is not handed to those who answer', () => {
	const items = [
		{ type: 'section' as const, id: 's', text: { sv: 'Del' }, comment: 'Stryk om det blir för långt' },
		{
			type: 'text' as const,
			id: '1',
			text: { sv: 'Fråga' },
			help: { sv: 'Hjälp' },
			comment: 'Fråga Eva',
			adviceSeen: ['long'],
		},
	];
	const handed = forRespondents(makeInstrument(items));
	expect(handed).toEqual(
		makeInstrument([
			{ type: 'section', id: 's', text: { sv: 'Del' } },
			{ type: 'text', id: '1', text: { sv: 'Fråga' }, help: { sv: 'Hjälp' } },
		]),
	);
});
