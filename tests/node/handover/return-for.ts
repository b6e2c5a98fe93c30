import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { sealTo } from '#shared/domain/form/seal.ts';
import { type Packet, writeReturn } from '#shared/domain/handover/packet.ts';
import type { Answers } from '#shared/domain/instrument/model.ts';

interface RoundRow {
	uid: string;
	publicKey: Buffer;
	key: string;
	version: number;
	hash: string;
}

/** What an administrator would give back for a round, from the evaluator's file as it lies on disk; `change` says what is otherwise. */
export function returnFor(
	path: string,
	roundId: number,
	answers: readonly Answers[],
	change: Partial<Packet> = {},
): Uint8Array<ArrayBuffer> {
	const db = new Database(readFileSync(path));
	const { uid, publicKey, key, version, hash } = db
		.prepare(`SELECT round.uid, round.public_key AS publicKey, instrument.key, version, hash
			FROM round JOIN instrument ON instrument.id = round.instrument_id WHERE round.id = ?`)
		.get(roundId) as RoundRow;
	db.close();
	const packet: Packet = {
		format: 'underlag-return/1',
		roundUid: uid,
		instrument: { key, version, hash },
		counts: null,
		groups: [],
		responses: answers.map((one) => ({ key: randomBytes(24).toString('hex'), status: 'complete', answers: one })),
		...change,
	};
	return writeReturn(uid, sealTo(publicKey, new TextEncoder().encode(JSON.stringify(packet)), randomBytes(32)));
}
