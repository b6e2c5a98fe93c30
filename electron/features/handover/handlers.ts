import type { Database } from 'better-sqlite3';
import type { handoverCalls, Received } from '#shared/contract/handover.ts';
import type { Handlers } from '../../core/handlers.ts';
import { makeAdministratorCopy } from './make-copy.ts';
import { makeReturn } from './make-return.ts';
import { receiveReturn } from './receive.ts';

function receivedOf(db: Database, roundId: number): Received | null {
	const row = db.prepare('SELECT day, responses, counts FROM returned WHERE round_id = ?').get(roundId) as
		| { day: string; responses: number; counts: string }
		| undefined;
	return row ? { day: row.day, responses: row.responses, ...JSON.parse(row.counts) } : null;
}

export const handoverHandlers: Handlers<typeof handoverCalls> = {
	'handover.role': ({ db }) => ({
		role: db.prepare('SELECT 1 FROM gathering').get() === undefined ? 'evaluator' : 'administrator',
	}),
	'handover.received': ({ db, query }, { roundId }) => {
		query('round.instrument', { id: roundId });
		return receivedOf(db, roundId);
	},
	'handover.makeCopy': makeAdministratorCopy,
	'handover.begin': ({ db, query }, { roundId, forRound, publicKey }) => {
		query('round.instrument', { id: roundId });
		db.prepare(`INSERT INTO gathering (round_id, for_round, public_key) VALUES (?, ?, ?)
			ON CONFLICT (round_id) DO UPDATE SET for_round = excluded.for_round, public_key = excluded.public_key`).run(
			roundId,
			forRound,
			publicKey,
		);
		return {};
	},
	'handover.return': makeReturn,
	'handover.receive': receiveReturn,
};
