import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import type { Round, roundCalls } from '#shared/contract/round.ts';

import { checkInstrument } from '#shared/domain/instrument/check.ts';
import type { Instrument, LocalText } from '#shared/domain/instrument/model.ts';
import { isPromiseGiven } from '#shared/domain/responses/promise.ts';
import type { Handlers } from '../../core/handlers.ts';
import { hasTelling, refuseKnownPeople } from '../../store/known-people.ts';

const select = `
SELECT round.id, round.uid, round.name, round.date, round.invited, round.promise, round.closed_at AS closedAt, round.out_on AS outOn,
	round.public_key IS NOT NULL AS hasKey,
	(SELECT count(*) FROM asked WHERE asked.round_id = round.id) AS listed, round.instrument_id AS instrumentId,
	instrument.key AS instrumentKey, instrument.version AS instrumentVersion, instrument.definition ->> '$.title' AS title
FROM round JOIN instrument ON instrument.id = round.instrument_id`;

type Counts = Pick<Round, 'answered' | 'partial' | 'openAnswers' | 'openCodings'>;
type Row = Omit<Round, keyof Counts | 'instrumentTitle' | 'hasKey'> & { title: string; hasKey: 0 | 1 };

/** Rounds with what has come of them. Counted in an index alone, and codings once for all: rounds are read again after every change. */
function withCounts(db: Database, rows: readonly Row[]): Round[] {
	const count = db.prepare(`SELECT count(*) AS answered, count(*) FILTER (WHERE status = 'partial') AS partial,
		coalesce(sum(open_answers), 0) AS openAnswers FROM response WHERE round_id = ?`);
	const codings = new Map(
		db
			.prepare(`SELECT response.round_id, count(*) FROM coding CROSS JOIN answer ON answer.id = coding.answer_id
				CROSS JOIN response ON response.id = answer.response_id
				WHERE coding.answer_id IS NOT NULL GROUP BY response.round_id`)
			.raw()
			.all() as [number, number][],
	);
	return rows.map(({ title, ...row }) => ({
		...row,
		hasKey: row.hasKey === 1,
		...(count.get(row.id) as Omit<Counts, 'openCodings'>),
		openCodings: codings.get(row.id) ?? 0,
		instrumentTitle: JSON.parse(title) as LocalText,
	}));
}

function findRound(db: Database, id: number): Round {
	const row = db.prepare(`${select} WHERE round.id = ?`).get(id) as Row | undefined;
	const [round] = row ? withCounts(db, [row]) : [];
	if (!round) throw new AppError('NOT_FOUND', { what: 'round', ref: String(id) });
	return round;
}

function refuseTaken(db: Database, name: string, except = 0): void {
	if (db.prepare('SELECT 1 FROM round WHERE name = ? AND id <> ?').get(name, except)) {
		throw new AppError('NAME_TAKEN', { what: 'round', name });
	}
}

/** One that is being made may lack what an instrument in use must have; a round takes a sound one only. */
function refuseUnsound(db: Database, instrumentId: number): void {
	const definition = db.prepare('SELECT definition FROM instrument WHERE id = ?').pluck().get(instrumentId) as
		| string
		| undefined;
	if (definition === undefined) throw new AppError('NOT_FOUND', { what: 'instrument', ref: String(instrumentId) });
	const instrument = JSON.parse(definition) as Instrument;
	const problems = checkInstrument(instrument);
	if (problems.length === 0) return;
	throw new AppError('INSTRUMENT_UNSOUND', {
		title: instrument.title.sv || instrument.key,
		problems: problems.slice(0, 5),
	});
}

/** Whether it is known of any answer or code whose it is, or of anybody when they answered; or an answer tells it by itself. */
function isKnown(db: Database, id: number): boolean {
	const sql = `SELECT EXISTS (SELECT 1 FROM response WHERE round_id = @id AND asked_id IS NOT NULL) OR EXISTS (
		SELECT 1 FROM asked WHERE round_id = @id AND status IN ('partial', 'answered') AND status_on IS NOT NULL)
		OR EXISTS (SELECT 1 FROM form_code WHERE round_id = @id AND asked_id IS NOT NULL)`;
	return db.prepare(sql).pluck().get({ id }) === 1 || hasTelling(db, id);
}

/** What is anonymous from now on keeps no time finer than the day. */
function forgetTimes(db: Database, id: number): void {
	const day = (column: string) => `substr(${column}, 1, 10)`;
	db.prepare(`UPDATE response SET submitted_at = ${day('submitted_at')}, created_at = ${day('created_at')} || 'T00:00:00Z'
		WHERE round_id = ?`).run(id);
	db.prepare(`UPDATE import SET at = ${day('at')} || 'T00:00:00Z' WHERE round_id = ?`).run(id);
}

export const roundHandlers: Handlers<typeof roundCalls> = {
	'round.list': ({ db }) =>
		withCounts(db, db.prepare(`${select} ORDER BY round.date IS NULL, round.date, round.id`).all() as Row[]),
	'round.get': ({ db }, { id }) => findRound(db, id),
	'round.instrument': ({ db }, { id }) => {
		const instrumentId = db.prepare('SELECT instrument_id FROM round WHERE id = ?').pluck().get(id) as
			| number
			| undefined;
		if (instrumentId === undefined) throw new AppError('NOT_FOUND', { what: 'round', ref: String(id) });
		return { instrumentId };
	},
	'round.add': ({ db, now }, { name, date, invited, promise, closedAt, instrumentId }) => {
		refuseTaken(db, name);
		refuseUnsound(db, instrumentId);
		const { lastInsertRowid } = db
			.prepare(`INSERT INTO round (uid, instrument_id, name, date, invited, promise, closed_at, created_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
			.run(
				randomUUID(),
				instrumentId,
				name,
				date ?? null,
				invited ?? null,
				promise ?? 'anonymous',
				closedAt ?? null,
				now,
			);
		return { id: Number(lastInsertRowid) };
	},
	'round.update': ({ db }, { id, ...change }) => {
		const before = findRound(db, id);
		const next = { ...before, ...change };
		refuseTaken(db, next.name, id);
		if (next.promise !== before.promise && isPromiseGiven(before))
			throw new AppError('PROMISE_GIVEN', { name: before.name });
		if (before.promise !== 'anonymous' && next.promise === 'anonymous' && isKnown(db, id))
			throw new AppError('ANSWERS_LINKED', { name: before.name });
		// With a list of those asked, the number follows it.
		if (before.listed > 0) next.invited = before.invited;
		db.prepare('UPDATE round SET name = ?, date = ?, invited = ?, promise = ?, closed_at = ? WHERE id = ?').run(
			next.name,
			next.date,
			next.invited,
			next.promise,
			next.closedAt,
			id,
		);
		if (before.promise !== 'anonymous' && next.promise === 'anonymous') {
			refuseKnownPeople(db);
			forgetTimes(db, id);
		}
		return {};
	},
	'round.setOut': ({ db, now }, { id, out }) => {
		const { outOn } = findRound(db, id);
		if (out !== (outOn !== null))
			db.prepare('UPDATE round SET out_on = ? WHERE id = ?').run(out ? now.slice(0, 10) : null, id);
		return {};
	},
	'round.remove': ({ db }, { id }) => {
		findRound(db, id);
		db.prepare('DELETE FROM round WHERE id = ?').run(id);
		return {};
	},
};
