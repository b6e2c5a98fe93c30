import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import type { Round, roundCalls } from '#shared/contract/round.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import type { Handlers } from '../../core/handlers.ts';

const select = `
SELECT round.id, round.uid, round.name, round.date, round.invited, round.instrument_id AS instrumentId,
	instrument.key AS instrumentKey, instrument.version AS instrumentVersion, instrument.definition,
	(SELECT count(*) FROM response WHERE round_id = round.id) AS answered,
	(SELECT count(*) FROM response WHERE round_id = round.id AND status = 'partial') AS partial,
	(SELECT count(*) FROM coding JOIN answer ON answer.id = coding.answer_id
		JOIN response ON response.id = answer.response_id WHERE response.round_id = round.id) AS openCodings
FROM round JOIN instrument ON instrument.id = round.instrument_id`;

type Row = Omit<Round, 'instrumentTitle' | 'openAnswers'> & { definition: string };

function asRound(db: Database, { definition, ...row }: Row): Round {
	const instrument = JSON.parse(definition) as Instrument;
	const open = questionsOf(instrument).flatMap((one) => (one.type === 'text' ? [one.id] : []));
	const openAnswers = db
		.prepare(`SELECT count(*) FROM answer JOIN response ON response.id = answer.response_id
			WHERE answer.item IN (SELECT value FROM json_each(?)) AND response.round_id = ? AND answer.value <> ''`)
		.pluck()
		.get(JSON.stringify(open), row.id) as number;
	return { ...row, instrumentTitle: instrument.title, openAnswers };
}

function findRound(db: Database, id: number): Round {
	const row = db.prepare(`${select} WHERE round.id = ?`).get(id) as Row | undefined;
	if (!row) throw new AppError('NOT_FOUND', { what: 'round', ref: String(id) });
	return asRound(db, row);
}

function refuseTaken(db: Database, name: string, except = 0): void {
	if (db.prepare('SELECT 1 FROM round WHERE name = ? AND id <> ?').get(name, except)) {
		throw new AppError('NAME_TAKEN', { what: 'round', name });
	}
}

export const roundHandlers: Handlers<typeof roundCalls> = {
	'round.list': ({ db }) =>
		(db.prepare(`${select} ORDER BY round.date IS NULL, round.date, round.id`).all() as Row[]).map((row) =>
			asRound(db, row),
		),
	'round.get': ({ db }, { id }) => findRound(db, id),
	'round.instrument': ({ db }, { id }) => {
		const instrumentId = db.prepare('SELECT instrument_id FROM round WHERE id = ?').pluck().get(id) as
			| number
			| undefined;
		if (instrumentId === undefined) throw new AppError('NOT_FOUND', { what: 'round', ref: String(id) });
		return { instrumentId };
	},
	'round.add': ({ db, now }, { name, date, invited, instrumentId }) => {
		refuseTaken(db, name);
		if (!db.prepare('SELECT 1 FROM instrument WHERE id = ?').get(instrumentId)) {
			throw new AppError('NOT_FOUND', { what: 'instrument', ref: String(instrumentId) });
		}
		const { lastInsertRowid } = db
			.prepare('INSERT INTO round (uid, instrument_id, name, date, invited, created_at) VALUES (?, ?, ?, ?, ?, ?)')
			.run(randomUUID(), instrumentId, name, date ?? null, invited ?? null, now);
		return { id: Number(lastInsertRowid) };
	},
	'round.update': ({ db }, { id, ...change }) => {
		const next = { ...findRound(db, id), ...change };
		refuseTaken(db, next.name, id);
		db.prepare('UPDATE round SET name = ?, date = ?, invited = ? WHERE id = ?').run(
			next.name,
			next.date,
			next.invited,
			id,
		);
		return {};
	},
	'round.remove': ({ db }, { id }) => {
		findRound(db, id);
		db.prepare('DELETE FROM round WHERE id = ?').run(id);
		return {};
	},
};
