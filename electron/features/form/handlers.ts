import { randomBytes } from 'node:crypto';
import type { formCalls } from '#shared/contract/form.ts';
import { makeCode } from '#shared/domain/form/code.ts';
import type { Handlers } from '../../core/handlers.ts';
import { insertRows } from '../../store/insert-rows.ts';
import { neededKeys } from '../../store/key-file.ts';
import { roundKeys } from '../../store/round-keys.ts';
import { printCodes } from './codes.ts';
import { giveCodes } from './give-codes.ts';
import { importAnswers } from './import.ts';
import { makeForm } from './make.ts';
import { codeHash, formRound, makePair, pairInUse, storeSettings } from './round.ts';

export const formHandlers: Handlers<typeof formCalls> = {
	'form.get': ({ db, keys }, { roundId }) => {
		const round = formRound(db, roundId);
		const codes = db
			.prepare(`SELECT count(*) AS codesMade, coalesce(sum(used), 0) AS codesUsed, count(asked_id) AS codesGiven
				FROM form_code WHERE round_id = ?`)
			.get(roundId) as { codesMade: number; codesUsed: number; codesGiven: number };
		const isHere = () => keys && roundKeys(keys, round.uid).some(({ publicKey }) => round.publicKey?.equals(publicKey));
		const key = !round.publicKey ? 'none' : !keys ? 'unknown' : isHere() ? 'here' : 'lost';
		return { ...round.settings, key, ...codes };
	},
	'form.configure': ({ db }, { roundId, ...change }) => {
		storeSettings(db, roundId, { ...formRound(db, roundId).settings, ...change });
		return {};
	},
	'form.makeKey': (context, { roundId }) => {
		const round = formRound(context.db, roundId);
		const keys = neededKeys(context);
		const pair = makePair();
		// In the key file first, and never taken out of it: whatever the project is taken back to, its keys are there.
		keys.db
			.prepare('INSERT INTO round_key (round_uid, public_key, secret_key, created_at) VALUES (?, ?, ?, ?)')
			.run(round.uid, pair.publicKey, pair.secretKey, context.now);
		context.db.prepare('UPDATE round SET public_key = ? WHERE id = ?').run(pair.publicKey, roundId);
		return {};
	},
	'form.make': makeForm,
	'form.makeCodes': (context, { roundId, count }) => {
		const round = formRound(context.db, roundId);
		const pair = pairInUse(neededKeys(context), round);
		const known = new Set(
			context.db.prepare('SELECT hash FROM form_code WHERE round_id = ?').pluck().all(roundId) as string[],
		);
		const codes: string[] = [];
		while (codes.length < count) {
			const code = makeCode(randomBytes(64));
			const hash = codeHash(pair, round.uid, code);
			if (known.has(hash)) continue;
			known.add(hash);
			codes.push(code);
		}
		const fresh = [...known].slice(-count);
		insertRows(
			context.db,
			'form_code',
			['round_id', 'hash'],
			fresh.map((hash) => [roundId, hash]),
		);
		return { codes };
	},
	'form.giveCodes': giveCodes,
	'form.printCodes': printCodes,
	'form.import': importAnswers,
};
