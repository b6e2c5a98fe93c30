import { randomBytes } from 'node:crypto';
import type { Output, Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { makeCode } from '#shared/domain/form/code.ts';
import type { ProjectContext } from '../../core/handlers.ts';
import { insertRows } from '../../store/insert-rows.ts';
import { neededKeys } from '../../store/key-file.ts';
import { codeHash, formRound, pairInUse, storeSettings } from './round.ts';

/** @see `form.giveCodes` */
export function giveCodes(context: ProjectContext, { roundId }: Parsed<'form.giveCodes'>): Output<'form.giveCodes'> {
	const { db, now } = context;
	const round = formRound(db, roundId);
	if (round.promise === 'anonymous') throw new AppError('PROMISE_GIVEN', { name: round.name });
	const keys = neededKeys(context);
	const pair = pairInUse(keys, round);
	const lacking = db
		.prepare(`SELECT id, uid FROM asked WHERE round_id = ? AND status <> 'notEligible'
			AND id NOT IN (SELECT asked_id FROM form_code WHERE asked_id IS NOT NULL) ORDER BY number`)
		.all(roundId) as { id: number; uid: string }[];
	if (lacking.length === 0) return { given: 0 };
	const before = new Map(
		keys.db.prepare("SELECT uid, code FROM person WHERE round_uid = ? AND code <> ''").raw().all(round.uid) as [
			string,
			string,
		][],
	);
	const known = new Set(db.prepare('SELECT hash FROM form_code WHERE round_id = ?').pluck().all(roundId) as string[]);
	const fresh = lacking.map(({ id, uid }) => ({ id, uid, ...freshCode(before.get(uid)) }));
	insertRows(
		db,
		'form_code',
		['round_id', 'hash', 'asked_id'],
		fresh.map(({ id, hash }) => [roundId, hash, id]),
	);
	if (!round.settings.codes) storeSettings(db, roundId, { ...round.settings, codes: true });
	// Last, because undo does not reach it.
	const store = keys.db.prepare(`INSERT INTO person (uid, round_uid, code, created_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (uid) DO UPDATE SET code = excluded.code`);
	keys.db.transaction(() => fresh.forEach(({ uid, code }) => void store.run(uid, round.uid, code, now))).immediate();
	return { given: fresh.length };

	/** The code that one had before it was taken back, else a new one; in either case nobody else's. */
	function freshCode(had: string | undefined): { code: string; hash: string } {
		for (let code = had ?? makeCode(randomBytes(64)); ; code = makeCode(randomBytes(64))) {
			const hash = codeHash(pair, round.uid, code);
			if (known.has(hash)) continue;
			known.add(hash);
			return { code, hash };
		}
	}
}
