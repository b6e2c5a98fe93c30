import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { sizeOf } from '#shared/domain/handover/packet.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { answerPacker, type PackedAnswers } from '#shared/domain/responses/packed.ts';
import type { TaskContext } from '../../core/handlers.ts';
import { erasedKeys } from '../../store/erase.ts';
import { neededKeys } from '../../store/key-file.ts';
import { insertResponses, readPacked, replaceAnswers } from '../../store/responses.ts';
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
		// It may have been removed while the file was opened.
		roundOf(db, roundId);
		const pack = answerPacker(instrument);
		const before = new Map(
			db
				.prepare("SELECT source_key, id FROM response WHERE round_id = ? AND source_key LIKE 'admin:%'")
				.raw()
				.all(roundId) as [string, number][],
		);
		const erased = erasedKeys(db, roundId);
		const responses = packet.responses.filter(({ key }) => !erased.has(keyOf(key)));
		const fresh = responses.filter(({ key }) => !before.has(keyOf(key)));
		const updated = responses.filter(({ key, status, answers }) => {
			const id = before.get(keyOf(key));
			return id !== undefined && changeAnswers(db, id, status, pack(answers));
		}).length;
		const there = new Set(responses.map(({ key }) => keyOf(key)));
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
		if (counts) db.prepare('UPDATE round SET invited = ? WHERE id = ?').run(sizeOf(counts), roundId);
		const place = db.prepare('SELECT count(*) FROM response WHERE round_id = ? AND id <= ?').pluck();
		const gone = [...before].flatMap(([key, id]) =>
			there.has(key) ? [] : [{ id, number: place.get(roundId, id) as number }],
		);
		return {
			stored: fresh.length,
			known: responses.length - fresh.length - updated,
			updated,
			erased: packet.responses.length - responses.length,
			gone,
		};
	});
}

const keyOf = (key: string) => `admin:${key}`;

/** Makes a response what the administrator has now. @returns whether anything differed */
function changeAnswers(db: Database, id: number, status: 'partial' | 'complete', packed: PackedAnswers): boolean {
	const { changes } = db
		.prepare('UPDATE response SET status = @status WHERE id = @id AND status <> @status')
		.run({ id, status });
	const { closed, texts } = readPacked(db, id);
	const inOrder = (all: PackedAnswers['texts']) => JSON.stringify(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
	if (closed === packed.closed && inOrder(texts) === inOrder(packed.texts)) return changes > 0;
	replaceAnswers(db, id, packed);
	return true;
}
