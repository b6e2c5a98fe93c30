import { blake2b } from '@noble/hashes/blake2.js';
import type { Language } from '#shared/contract/basics.ts';
import type { Answers } from '#shared/domain/instrument/model.ts';
import { fromBase64, toBase64 } from './base64.ts';

/**
 * How an answer travels. Inside: one respondent's answers as JSON, padded with spaces to a multiple of 512 bytes so that its length tells
 * little, sealed to the round's public key. Outside: a block of plain text, the same in a file and pasted into a mail. It names its format
 * and its round, which one may see; everything else is sealed.
 *
 * ```
 * -----BEGIN UNDERLAG ANSWER 1-----
 * round: 3f1c…
 * sum: 5b0e61c2a99d4f07
 *
 * base64, 64 signs a line
 * -----END UNDERLAG ANSWER-----
 * ```
 */
export interface SealedAnswer {
	format: 'underlag-answer/1';
	/** The round's uid. */
	round: string;
	/** The very version that was answered: `hash` is of its definition. */
	instrument: { key: string; version: number; hash: string };
	/** What the form promised whoever gave it: who is told that nobody will know is never taken into a round where that can be known. */
	promise: 'anonymous' | 'confidential';
	answers: Answers;
	/** The language it was answered in. */
	language: Language;
	/** The day, YYYY-MM-DD, as the respondent's machine has it. Nothing finer is kept. */
	day: string;
	/** The personal code, where the round uses such. */
	code: string | null;
	/** 128 random bits in hexadecimal digits: what tells a second copy from another answer. */
	nonce: string;
}

const block = 512;
const lineLength = 64;

/** The answer as the bytes that are sealed. */
export function packAnswer(answer: SealedAnswer): Uint8Array<ArrayBuffer> {
	const json = new TextEncoder().encode(JSON.stringify(answer));
	const padded = new Uint8Array(Math.ceil(json.length / block) * block).fill(0x20);
	padded.set(json);
	return padded;
}

/** The answer again, its shape not yet looked at; null where the bytes are no JSON. */
export function unpackAnswer(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return null;
	}
}

/** The block of text around what is sealed. */
export function writeEnvelope(round: string, sealed: Uint8Array): string {
	const body = toBase64(sealed);
	const lines = body.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
	return [
		'-----BEGIN UNDERLAG ANSWER 1-----',
		`round: ${round}`,
		`sum: ${sumOf(round, body)}`,
		'',
		...lines,
		'-----END UNDERLAG ANSWER-----',
		'',
	].join('\n');
}

/** A block as it was found: what is sealed in it, or why there is nothing to open. */
export type Envelope =
	| { kind: 'sealed'; round: string; sealed: Uint8Array<ArrayBuffer> }
	/** Not whole, or not as it was written: a sign changed, a line lost when it was copied. */
	| { kind: 'damaged' }
	/** Of a later version of the program. */
	| { kind: 'newer' };

/**
 * All blocks in a text, in its order: one in a file, any number in mails that were pasted together. What mail does to them does not matter:
 * other line ends and line lengths, `>` before each line, space around.
 */
export function readEnvelopes(text: string): Envelope[] {
	const found: Envelope[] = [];
	const block = /BEGIN UNDERLAG ANSWER (\d{1,6})([\s\S]*?)(?:END UNDERLAG ANSWER|(?=BEGIN UNDERLAG ANSWER)|$)/g;
	for (const match of text.matchAll(block)) {
		const whole = match[0].endsWith('END UNDERLAG ANSWER');
		if (match[1] !== '1') found.push({ kind: 'newer' });
		else found.push((whole && readBlock(match[2] ?? '')) || { kind: 'damaged' });
	}
	return found;
}

function readBlock(inner: string): Envelope | null {
	const text = inner.replace(/[>\u00a0\u200b\ufeff]/g, ' ');
	// From the first "round:" alone, up to the next colon: a text full of such words is seen through once, not once for each.
	const match = /^round:([^:]*)sum:\s*([0-9a-f]{16})([\s\S]*)$/.exec(text.slice(Math.max(0, text.indexOf('round:'))));
	if (!match) return null;
	const round = (match[1] ?? '').replace(/\s/g, '');
	const body = (match[3] ?? '').replace(/[\s\u2010-\u2015-]/g, '');
	const sealed = fromBase64(body);
	return sealed && sumOf(round, body) === match[2] ? { kind: 'sealed', round, sealed } : null;
}

/** Tells a block that was hurt on the way from one that was made to deceive: the latter only its seal shows. */
function sumOf(round: string, body: string): string {
	const sum = blake2b(new TextEncoder().encode(`${round}\n${body}`), { dkLen: 8 });
	return [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
