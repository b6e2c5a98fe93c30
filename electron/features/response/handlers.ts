import type { Database } from 'better-sqlite3';
import type { Output } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { responseCalls } from '#shared/contract/response.ts';
import { asAnswers } from '#shared/domain/instrument/answer.ts';
import { keyOf } from '#shared/domain/instrument/edit/new-instrument.ts';
import { pruneAnswers } from '#shared/domain/instrument/shown.ts';
import { answerPacker, answerUnpacker } from '#shared/domain/responses/packed.ts';
import type { Handlers } from '../../core/handlers.ts';
import { insertResponses, keptTimes, readPacked, replaceAnswers } from '../../store/responses.ts';
import { importResponses, instrumentOf, previewImport } from './import.ts';

interface Row {
	id: number;
	roundId: number;
	status: 'partial' | 'complete';
	code: string | null;
	submittedAt: string | null;
}

function findResponse(db: Database, id: number): Row {
	const row = db
		.prepare('SELECT id, round_id AS roundId, status, code, submitted_at AS submittedAt FROM response WHERE id = ?')
		.get(id) as Row | undefined;
	if (!row) throw new AppError('NOT_FOUND', { what: 'response', ref: String(id) });
	return row;
}

/** The place of a response among its round's, from 1. */
function numberOf(db: Database, roundId: number, id: number): number {
	return db.prepare('SELECT count(*) FROM response WHERE round_id = ? AND id <= ?').pluck().get(roundId, id) as number;
}

interface Stretch {
	roundId: number;
	total: number;
	offset: number;
	status: 'partial' | 'complete' | undefined;
	newest: boolean;
}

/** The rows with their places among all of the round's. Those of one status are counted in one pass; else their place in the list says it. */
function withNumbers(
	rows: Omit<ListedRow, 'number'>[],
	db: Database,
	{ roundId, total, offset, status, newest }: Stretch,
): ListedRow[] {
	if (!status) {
		const number = (at: number) => (newest ? total - offset - at : offset + at + 1);
		return rows.map((row, at) => ({ ...row, number: number(at) }));
	}
	const ids = rows.map(({ id }) => id);
	const numbers = new Map(
		db
			.prepare(`SELECT id, number FROM (
				SELECT id, row_number() OVER (ORDER BY id) AS number FROM response WHERE round_id = ?
			) WHERE id IN (SELECT value FROM json_each(?))`)
			.raw()
			.all(roundId, JSON.stringify(ids)) as [number, number][],
	);
	return rows.map((row) => ({ ...row, number: numbers.get(row.id) ?? 0 }));
}

type ListedRow = Output<'response.list'>['rows'][number];
type ImportRow = Omit<Output<'response.imports'>[number], 'problems' | 'breaches'> &
	Record<'problems' | 'breaches', string>;

export const responseHandlers: Handlers<typeof responseCalls> = {
	'response.list': ({ db, query }, { roundId, offset = 0, limit = 1000, status, newest = false }) => {
		query('round.instrument', { id: roundId });
		const among = `FROM response WHERE round_id = ?${status ? ' AND status = ?' : ''}`;
		const wanted = status ? [roundId, status] : [roundId];
		const rows = db
			.prepare(`SELECT id, uid, status, origin, code, submitted_at AS submittedAt, answered
				${among} ORDER BY id ${newest ? 'DESC' : ''} LIMIT ? OFFSET ?`)
			.all(...wanted, limit, offset) as Omit<ListedRow, 'number'>[];
		const total = db
			.prepare(`SELECT count(*) ${among}`)
			.pluck()
			.get(...wanted) as number;
		return { total, rows: withNumbers(rows, db, { roundId, total, offset, status, newest }) };
	},
	'response.get': (context, { id }) => {
		const row = findResponse(context.db, id);
		return {
			...row,
			number: numberOf(context.db, row.roundId, id),
			answers: answerUnpacker(instrumentOf(context, row.roundId))(readPacked(context.db, id)),
		};
	},
	'response.save': (context, { roundId, id, answers, status, origin = 'entry' }) => {
		const { db, now } = context;
		const instrument = instrumentOf(context, roundId);
		const kept = pruneAnswers(instrument, asAnswers(instrument, answers));
		const before = id === undefined ? null : findResponse(db, id);
		if (before && before.roundId !== roundId) throw new AppError('NOT_FOUND', { what: 'response', ref: String(id) });
		const stamp = before?.status === 'complete' ? before.submittedAt : keptTimes(db, roundId).given(now);
		const submittedAt = status === 'complete' ? stamp : null;
		const packed = answerPacker(instrument)(kept);
		if (!before) {
			const one = { ...packed, sourceKey: null, code: null, submittedAt };
			return { id: insertResponses(db, [one], { roundId, status, origin, now })?.first ?? 0 };
		}
		db.prepare('UPDATE response SET status = ?, submitted_at = ? WHERE id = ?').run(status, submittedAt, before.id);
		replaceAnswers(db, before.id, packed);
		return { id: before.id };
	},
	'response.remove': ({ db }, { id }) => {
		findResponse(db, id);
		db.prepare('DELETE FROM response WHERE id = ?').run(id);
		return {};
	},
	'response.previewImport': previewImport,
	'response.import': importResponses,
	'response.proposeInstrument': async ({ ports, signal, onProgress, read }, { title, ...file }) => {
		const taken = read(({ query }) => query('instrument.list', {})).map(({ key }) => key);
		const { scales } = read(({ query }) => query('instrument.scales', {}));
		return ports.runJob(
			'responses.propose',
			{ ...file, title, key: keyOf(title, taken), scales },
			{ signal, onProgress },
		);
	},
	'response.imports': ({ db }, { roundId }) =>
		(
			db
				.prepare(`SELECT id, name, at, rows_read AS read, stored, skipped, problems, breaches FROM import
					WHERE round_id = ? ORDER BY id DESC`)
				.all(roundId) as ImportRow[]
		).map(({ problems, breaches, ...row }) => ({
			...row,
			problems: JSON.parse(problems),
			breaches: JSON.parse(breaches),
		})),
};
