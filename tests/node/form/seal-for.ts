import { randomBytes } from 'node:crypto';
import { packAnswer, type SealedAnswer, writeEnvelope } from '#shared/domain/form/envelope.ts';
import { sealTo } from '#shared/domain/form/seal.ts';
import { roundOnDisk } from './round-on-disk.ts';

/** An answer as the round's form would leave it, from the project's file as it lies on disk; `change` says what is otherwise. */
export function sealFor(path: string, roundId: number, change: Partial<SealedAnswer> = {}): string {
	const { uid, publicKey, promise, instrument } = roundOnDisk(path, roundId);
	const answer: SealedAnswer = {
		format: 'underlag-answer/1',
		round: uid,
		instrument,
		promise,
		answers: {},
		language: 'sv',
		day: '2026-01-02',
		code: null,
		nonce: randomBytes(16).toString('hex'),
		...change,
	};
	return writeEnvelope(uid, sealTo(publicKey, packAnswer(answer), randomBytes(32)));
}
