import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** What an answer to a round must know of it. */
interface RoundOnDisk {
	uid: string;
	publicKey: Buffer;
	promise: 'anonymous' | 'confidential';
	instrument: { key: string; version: number; hash: string };
}

/** A round as the project's file has it, which no call hands out. */
export function roundOnDisk(path: string, roundId: number): RoundOnDisk {
	const db = new Database(readFileSync(path));
	const { uid, publicKey, promise, ...instrument } = db
		.prepare(`SELECT round.uid, round.public_key AS publicKey, round.promise, instrument.key, version, hash
			FROM round JOIN instrument ON instrument.id = round.instrument_id WHERE round.id = ?`)
		.get(roundId) as Omit<RoundOnDisk, 'instrument'> & RoundOnDisk['instrument'];
	db.close();
	return { uid, publicKey, promise, instrument };
}
