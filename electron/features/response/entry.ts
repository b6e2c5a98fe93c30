import type { Database } from 'better-sqlite3';
import type { entryCalls } from '#shared/contract/entry.ts';
import { AppError } from '#shared/contract/errors.ts';
import { asAnswers } from '#shared/domain/instrument/answer.ts';
import type { Answers } from '#shared/domain/instrument/model.ts';
import { pruneAnswers } from '#shared/domain/instrument/shown.ts';
import { entryDifferences } from '#shared/domain/responses/double-entry.ts';
import { answerPacker, answerUnpacker } from '#shared/domain/responses/packed.ts';
import type { Handlers } from '../../core/handlers.ts';
import { readPacked, replaceAnswers } from '../../store/responses.ts';
import { instrumentOf } from './import.ts';

interface Paper {
	id: number;
	responseId: number;
	number: string;
	/** JSON of the second entry's answers; null without one. */
	answers: string | null;
	compared: number | null;
	differed: number | null;
}

const select = `SELECT paper.id, paper.response_id AS responseId, paper.number, second_entry.answers, second_entry.compared,
	second_entry.differed FROM paper LEFT JOIN second_entry ON second_entry.paper_id = paper.id`;

function roundOf(db: Database, responseId: number): number {
	const roundId = db.prepare('SELECT round_id FROM response WHERE id = ?').pluck().get(responseId) as
		| number
		| undefined;
	if (roundId === undefined) throw new AppError('NOT_FOUND', { what: 'response', ref: String(responseId) });
	return roundId;
}

export const entryHandlers: Handlers<typeof entryCalls> = {
	'entry.number': ({ db }, { responseId }) => {
		roundOf(db, responseId);
		const number = db.prepare('SELECT number FROM paper WHERE response_id = ?').pluck().get(responseId);
		return { number: (number as string | undefined) ?? null };
	},
	'entry.setNumber': ({ db }, { responseId, number }) => {
		const roundId = roundOf(db, responseId);
		if (number === null) {
			db.prepare('DELETE FROM paper WHERE response_id = ?').run(responseId);
			return {};
		}
		const taken = db.prepare('SELECT 1 FROM paper WHERE round_id = ? AND number = ? AND response_id <> ?');
		if (taken.get(roundId, number, responseId)) throw new AppError('NAME_TAKEN', { what: 'paper', name: number });
		const { changes } = db.prepare('UPDATE paper SET number = ? WHERE response_id = ?').run(number, responseId);
		if (changes === 0) {
			const insert = db.prepare('INSERT INTO paper (round_id, response_id, number) VALUES (?, ?, ?)');
			insert.run(roundId, responseId, number);
		}
		return {};
	},
	'entry.second': (context, { roundId, number, answers }) => {
		const { db } = context;
		const instrument = instrumentOf(context, roundId);
		const paper = db.prepare(`${select} WHERE paper.round_id = ? AND paper.number = ?`).get(roundId, number) as
			| Paper
			| undefined;
		if (!paper) throw new AppError('NOT_FOUND', { what: 'paper', ref: number });
		const kept = pruneAnswers(instrument, asAnswers(instrument, answers));
		const first = answerUnpacker(instrument)(readPacked(db, paper.responseId));
		const { compared, differences } = entryDifferences(instrument, first, kept);
		const values = [JSON.stringify(kept), compared, differences.length, paper.id];
		const update = 'UPDATE second_entry SET answers = ?, compared = ?, differed = ? WHERE paper_id = ?';
		if (db.prepare(update).run(...values).changes === 0)
			db.prepare('INSERT INTO second_entry (answers, compared, differed, paper_id) VALUES (?, ?, ?, ?)').run(...values);
		return { compared, differed: differences.length };
	},
	'entry.check': (context, { roundId }) => {
		const { db } = context;
		const instrument = instrumentOf(context, roundId);
		const unpack = answerUnpacker(instrument);
		const papers = db.prepare(`${select} WHERE paper.round_id = ? ORDER BY paper.id`).all(roundId) as Paper[];
		const twice = papers.filter((one) => one.answers !== null);
		const sum = (key: 'compared' | 'differed') => twice.reduce((total, one) => total + (one[key] ?? 0), 0);
		return {
			papers: papers.length,
			twice: twice.length,
			compared: sum('compared'),
			differed: sum('differed'),
			differences: twice.flatMap(({ responseId, number, answers }) => {
				const first = unpack(readPacked(db, responseId));
				const { differences } = entryDifferences(instrument, first, JSON.parse(answers ?? '{}') as Answers);
				return differences.map((one) => ({ responseId, number, ...one }));
			}),
			waiting: papers.flatMap((one) => (one.answers === null ? [one.number] : [])).slice(0, 100),
		};
	},
	'entry.settle': (context, { responseId, item, value }) => {
		const { db } = context;
		const instrument = instrumentOf(context, roundOf(db, responseId));
		const paper = db.prepare(`${select} WHERE paper.response_id = ?`).get(responseId) as Paper | undefined;
		if (!paper || paper.answers === null) throw new AppError('NOT_FOUND', { what: 'paper', ref: String(responseId) });
		const settled = ({ [item]: _before, ...rest }: Answers) =>
			asAnswers(instrument, { ...rest, ...(value === null ? {} : { [item]: value }) });
		const first = settled(answerUnpacker(instrument)(readPacked(db, responseId)));
		replaceAnswers(db, responseId, answerPacker(instrument)(pruneAnswers(instrument, first)));
		const second = pruneAnswers(instrument, settled(JSON.parse(paper.answers) as Answers));
		db.prepare('UPDATE second_entry SET answers = ? WHERE paper_id = ?').run(JSON.stringify(second), paper.id);
		return {};
	},
};
