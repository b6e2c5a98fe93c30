import type { Language } from '#shared/contract/basics.ts';
import { fromBase64 } from '#shared/domain/form/base64.ts';
import type { FormData } from '#shared/domain/form/data.ts';
import { packAnswer, writeEnvelope } from '#shared/domain/form/envelope.ts';
import { sealTo } from '#shared/domain/form/seal.ts';
import type { Answers } from '#shared/domain/instrument/model.ts';
import { pruneAnswers } from '#shared/domain/instrument/shown.ts';

interface Given {
	answers: Answers;
	language: Language;
	code: string | null;
	/** 16 random bytes that are this visit's. */
	nonce: Uint8Array;
}

/** The answer sealed to the round, as the block of text that is sent. */
export function sealAnswer(data: FormData, { answers, language, code, nonce }: Given): string {
	const { instrument } = data;
	const publicKey = fromBase64(data.publicKey);
	if (!publicKey) throw new Error('the form has no key');
	const packed = packAnswer({
		format: 'underlag-answer/1',
		round: data.round,
		instrument: { key: instrument.key, version: instrument.version, hash: data.instrumentHash },
		promise: data.promise,
		answers: pruneAnswers(instrument, answers),
		language,
		day: today(),
		code,
		nonce: hex(nonce),
	});
	return writeEnvelope(data.round, sealTo(publicKey, packed, crypto.getRandomValues(new Uint8Array(32))));
}

/** A name for the answer's file that says nothing of who gave it, or when. */
export function randomName(): string {
	return `svar-${hex(crypto.getRandomValues(new Uint8Array(5)))}.underlag-svar`;
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function today(): string {
	const now = new Date();
	const two = (part: number) => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
