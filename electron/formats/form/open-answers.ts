import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Progress } from '#shared/contract/events.ts';
import { type Envelope, readEnvelopes, type SealedAnswer, unpackAnswer } from '#shared/domain/form/envelope.ts';
import { asAnswers, isIsoDate } from '#shared/domain/instrument/answer.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { pruneAnswers } from '#shared/domain/instrument/shown.ts';
import { type KeyPair, unsealer } from './unseal.ts';

export interface OpenRequest {
	files: { name: string; bytes: Uint8Array }[];
	/** What was pasted. */
	text: string;
	round: string;
	instrument: Instrument;
	/** Of the definition. */
	instrumentHash: string;
	/** The round's key pairs, the newest first. */
	keys: KeyPair[];
}

/** Why there is no answer in it, as far as that shows without the project. */
export type Unopened =
	| 'not-an-answer'
	| 'too-large'
	| 'damaged'
	| 'newer'
	| 'altered'
	| 'other-round'
	| 'other-version'
	| 'bad-answer';

/** One block: the answer in it, checked against the questionnaire, or why there is none. */
export type Opened = { name: string; number: number } & (
	| { reason: Unopened }
	| Pick<SealedAnswer, 'answers' | 'promise' | 'day' | 'code' | 'nonce'>
);

/** An answer is some kilobytes: what is a thousand times as large is none, and is not looked at. */
const largest = 4_000_000;

/** Files that are opened between two reports of progress. */
const atATime = 200;

/** Opens answers to a form with libsodium, and holds each against the questionnaire that was asked. In the order given. In a worker: the job `form.open`. */
export async function openAnswers(
	request: OpenRequest,
	{ onProgress }: { onProgress: (progress: Progress) => void },
): Promise<Opened[]> {
	const unseal = await unsealer(request.keys);
	const opened: Opened[] = [];
	for (const [at, { name, bytes }] of request.files.entries()) {
		if (at % atATime === 0) {
			onProgress({ done: at, total: request.files.length, step: 'reading' });
			await nextTurn();
		}
		if (bytes.length > largest) opened.push({ name, number: 1, reason: 'too-large' });
		else opened.push(...openText(name, new TextDecoder('utf-8').decode(bytes)));
	}
	if (request.text !== '') opened.push(...openText('', request.text));
	return opened;

	function openText(name: string, text: string): Opened[] {
		const found = readEnvelopes(text);
		if (found.length === 0) return [{ name, number: 1, reason: 'not-an-answer' }];
		return found.map((one, at) => ({ name, number: at + 1, ...openOne(one, request, unseal) }));
	}
}

function openOne(
	envelope: Envelope,
	{ round, instrument, instrumentHash }: OpenRequest,
	unseal: Awaited<ReturnType<typeof unsealer>>,
) {
	if (envelope.kind !== 'sealed') return { reason: envelope.kind };
	if (envelope.round !== round) return { reason: 'other-round' } as const;
	const opened = unseal(envelope.sealed);
	// What cannot be opened was changed, or sealed to another key, and nobody can tell which.
	if (!opened) return { reason: 'altered' } as const;
	const answer = asSealedAnswer(unpackAnswer(opened));
	if (!answer) return { reason: 'bad-answer' } as const;
	if (answer.round !== round) return { reason: 'other-round' } as const;
	if (answer.instrument.hash !== instrumentHash) return { reason: 'other-version' } as const;
	const { promise, day, code, nonce } = answer;
	try {
		return { answers: pruneAnswers(instrument, asAnswers(instrument, answer.answers)), promise, day, code, nonce };
	} catch {
		return { reason: 'bad-answer' } as const;
	}
}

/** Sealed proves only that it was made with the public key, which everybody has: its shape is looked at like any foreign file's. */
function asSealedAnswer(value: unknown): SealedAnswer | null {
	const is = (one: unknown): one is Record<string, unknown> =>
		typeof one === 'object' && one !== null && !Array.isArray(one);
	if (!is(value) || value.format !== 'underlag-answer/1' || !is(value.instrument) || !is(value.answers)) return null;
	const { round, instrument, promise, answers, day, code, nonce } = value;
	if (typeof round !== 'string' || typeof instrument.hash !== 'string') return null;
	if (promise !== 'anonymous' && promise !== 'confidential') return null;
	if (typeof day !== 'string' || !isIsoDate(day)) return null;
	if (typeof nonce !== 'string' || !/^[0-9a-f]{32}$/.test(nonce)) return null;
	if (code !== null && (typeof code !== 'string' || code.length > 20)) return null;
	if (!Object.values(answers).every(isValue)) return null;
	return value as unknown as SealedAnswer;
}

const isValue = (one: unknown) =>
	typeof one === 'string' ||
	typeof one === 'number' ||
	(Array.isArray(one) && one.every((part) => typeof part === 'string'));
