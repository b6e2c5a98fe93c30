import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { packAnswer, type SealedAnswer, writeEnvelope } from '#shared/domain/form/envelope.ts';
import { sealTo } from '#shared/domain/form/seal.ts';

interface RoundRow {
	uid: string;
	publicKey: Buffer;
	key: string;
	version: number;
	hash: string;
}

/** An answer as the round's form would leave it, from the project's file as it lies on disk; `change` says what is otherwise. */
export function sealFor(path: string, roundId: number, change: Partial<SealedAnswer> = {}): string {
	const db = new Database(readFileSync(path));
	const row = db
		.prepare(`SELECT round.uid, round.public_key AS publicKey, instrument.key, version, hash
			FROM round JOIN instrument ON instrument.id = round.instrument_id WHERE round.id = ?`)
		.get(roundId) as RoundRow;
	db.close();
	const { uid, publicKey, key, version, hash } = row;
	const answer: SealedAnswer = {
		format: 'underlag-answer/1',
		round: uid,
		instrument: { key, version, hash },
		answers: {},
		language: 'sv',
		day: '2026-01-02',
		code: null,
		nonce: randomBytes(16).toString('hex'),
		...change,
	};
	return writeEnvelope(uid, sealTo(publicKey, packAnswer(answer), randomBytes(32)));
}
