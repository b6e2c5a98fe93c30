import { createHmac, generateKeyPairSync } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { type FormSettings, storedFormSettings } from '#shared/contract/form.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import type { KeyFile } from '../../store/key-file.ts';
import { type RoundKey, roundKeys } from '../../store/round-keys.ts';

/** A round as its form needs it. */
export interface FormRound {
	id: number;
	uid: string;
	name: string;
	promise: 'anonymous' | 'confidential';
	closedAt: string | null;
	publicKey: Buffer | null;
	instrument: Instrument;
	instrumentHash: string;
	settings: FormSettings;
}

type Row = Omit<FormRound, 'instrument' | 'settings'> & { definition: string; stored: string | null };

/** @throws AppError NOT_FOUND */
export function formRound(db: Database, id: number): FormRound {
	const row = db
		.prepare(`SELECT round.id, round.uid, round.name, round.promise, round.closed_at AS closedAt, round.public_key AS publicKey,
			instrument.definition, instrument.hash AS instrumentHash, form.settings AS stored
			FROM round JOIN instrument ON instrument.id = round.instrument_id LEFT JOIN form ON form.round_id = round.id
			WHERE round.id = ?`)
		.get(id) as Row | undefined;
	if (!row) throw new AppError('NOT_FOUND', { what: 'round', ref: String(id) });
	const { definition, stored, ...round } = row;
	const instrument = JSON.parse(definition) as Instrument;
	const usual: FormSettings = { languages: instrument.languages ?? ['sv'], codes: false, sendTo: '' };
	const settings = stored === null ? usual : storedFormSettings.parse(JSON.parse(stored));
	return { ...round, instrument, settings };
}

/** Stores how a round's form is made. */
export function storeSettings(db: Database, roundId: number, settings: FormSettings): void {
	db.prepare(`INSERT INTO form (round_id, settings) VALUES (?, ?)
		ON CONFLICT (round_id) DO UPDATE SET settings = excluded.settings`).run(roundId, JSON.stringify(settings));
}

/** The pair whose public half forms are made with today. @throws AppError FORM_NO_KEY */
export function pairInUse(keys: KeyFile, round: FormRound): RoundKey {
	const pair =
		round.publicKey && roundKeys(keys, round.uid).find(({ publicKey }) => round.publicKey?.equals(publicKey));
	if (!pair) throw new AppError('FORM_NO_KEY', { name: round.name, lost: round.publicKey !== null });
	return pair;
}

/** A new key pair. Its raw 32 bytes each stand last in the standard encodings (RFC 8410). */
export function makePair(): RoundKey {
	const { publicKey, privateKey } = generateKeyPairSync('x25519');
	return {
		publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32),
		secretKey: privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32),
	};
}

/** What a project knows a code by. Keyed with what only the key file has: from the project alone no code can be guessed. */
export function codeHash(pair: RoundKey, roundUid: string, code: string): string {
	return createHmac('sha256', pair.secretKey).update(`code\n${roundUid}\n${code}`).digest('base64url').slice(0, 32);
}
