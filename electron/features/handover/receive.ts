import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { answerPacker } from '#shared/domain/responses/packed.ts';
import type { TaskContext } from '../../core/handlers.ts';
import { neededKeys } from '../../store/key-file.ts';
import { insertResponses } from '../../store/responses.ts';
import { roundKeys } from '../../store/round-keys.ts';

interface RoundRow {
	uid: string;
	definition: string;
	hash: string;
}

/** @throws AppError NOT_FOUND */
function roundOf(db: Database, id: number): RoundRow {
	const row = db
		.prepare(`SELECT round.uid, instrument.definition, instrument.hash
			FROM round JOIN instrument ON instrument.id = round.instrument_id WHERE round.id = ?`)
		.get(id) as RoundRow | undefined;
	if (!row) throw new AppError('NOT_FOUND', { what: 'round', ref: String(id) });
	return row;
}

/** Takes in what an administrator gave back: `handover.receive`. */
export async function receiveReturn(
	{ read, apply, ports, signal, onProgress }: TaskContext,
	{ roundId, name, bytes }: Parsed<'handover.receive'>,
): Promise<Output<'handover.receive'>> {
	onProgress({ done: 0, total: 2, step: 'reading' });
	const { round, keys } = read((context) => {
		const round = roundOf(context.db, roundId);
		return { round, keys: roundKeys(neededKeys(context), round.uid) };
	});
	const instrument = JSON.parse(round.definition) as Instrument;
	const packet = await ports.runJob(
		'handover.open',
		{ name, bytes, round: round.uid, instrument, instrumentHash: round.hash, keys },
		{ signal, onProgress },
	);
	onProgress({ done: 1, total: 2, step: 'storing' });
	return apply(({ db, now }) => {
		const has = db.prepare('SELECT 1 FROM response WHERE round_id = ? AND source_key = ?');
		const keyOf = (key: string) => `admin:${key}`;
		const fresh = packet.responses.filter(({ key }) => !has.get(roundId, keyOf(key)));
		const pack = answerPacker(instrument);
		for (const status of ['complete', 'partial'] as const) {
			const own = fresh.filter((one) => one.status === status);
			const rows = own.map(({ key, answers }) => ({
				...pack(answers),
				sourceKey: keyOf(key),
				code: null,
				submittedAt: null,
			}));
			insertResponses(db, rows, { roundId, status, origin: 'admin', now });
		}
		const { counts, groups } = packet;
		db.prepare('DELETE FROM returned WHERE round_id = ?').run(roundId);
		db.prepare('INSERT INTO returned (round_id, day, responses, counts) VALUES (?, ?, ?, ?)').run(
			roundId,
			now.slice(0, 10),
			packet.responses.length,
			JSON.stringify({ counts, groups }),
		);
		// What was typed gives way to what is known.
		if (counts) {
			const { notEligible, ...eligible } = counts;
			const invited = Object.values(eligible).reduce((sum, one) => sum + one, 0);
			db.prepare('UPDATE round SET invited = ? WHERE id = ?').run(invited, roundId);
		}
		return { stored: fresh.length, known: packet.responses.length - fresh.length };
	});
}
