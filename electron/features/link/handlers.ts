import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Output } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CodeSource, linkCalls } from '#shared/contract/link.ts';
import { type Question, questionsOf } from '#shared/domain/instrument/questions.ts';
import type { Handlers } from '../../core/handlers.ts';
import { insertRows } from '../../store/insert-rows.ts';
import { refuseKnownPeople } from '../../store/known-people.ts';
import { match } from './codes.ts';

/** Of each kind so many are given; the rest is counted. */
const given = 200;
const counted = <T>(all: readonly T[]) => ({ total: all.length, first: all.slice(0, given) });

/** Types of question whose answer can be a code or a part of one. */
const codeTypes: ReadonlySet<Question['type']> = new Set(['text', 'number', 'date', 'single']);

function findResponse(db: Database, id: number): { roundId: number; person: string | null } {
	const row = db
		.prepare(`SELECT round_id AS roundId, person FROM response LEFT JOIN link ON link.response_id = response.id
			WHERE response.id = ?`)
		.get(id);
	if (!row) throw new AppError('NOT_FOUND', { what: 'response', ref: String(id) });
	return row as { roundId: number; person: string | null };
}

function guessOf(coded: number, questions: readonly Question[]): CodeSource | null {
	if (coded > 0) return { kind: 'code' };
	const named = questions.filter(({ type, text, short }) =>
		[text.sv, text.en, short?.sv, short?.en].some(
			(one) => type === 'text' && one && /\b(?:\p{L}*kod|code)\b/iu.test(one),
		),
	);
	return named[0] ? { kind: 'items', items: [named[0].id] } : null;
}

export const linkHandlers: Handlers<typeof linkCalls> = {
	'link.rounds': ({ db, query }) => {
		const count = db.prepare(`SELECT count(*) FILTER (WHERE code IS NOT NULL) AS coded,
			count(link.id) AS linked FROM response LEFT JOIN link ON link.response_id = response.id WHERE round_id = ?`);
		return query('round.list', {}).map((round) => {
			const { coded, linked } = count.get(round.id) as { coded: number; linked: number };
			const questions = questionsOf(query('instrument.get', { id: round.instrumentId }).definition).filter(({ type }) =>
				codeTypes.has(type),
			);
			return {
				roundId: round.id,
				name: round.name,
				date: round.date,
				responses: round.answered,
				coded,
				linked,
				items: questions.map(({ id, short, text }) => ({ id, text: short ?? text })),
				guess: guessOf(coded, questions),
			};
		});
	},
	'link.match': (context, { rounds }) => {
		const { found, settled } = match(context, rounds);
		return {
			linked: settled.together.length,
			sure: counted(found.sure),
			uncertain: counted(found.uncertain),
			repeated: counted(found.repeated),
			unmatched: counted(found.unmatched),
			without: found.without,
			apart: settled.apart.length,
		};
	},
	'link.storeSure': (context, { rounds }) => {
		const { db } = context;
		const { sure } = match(context, rounds).found;
		const ids = sure.map((those) => those.map(({ responseId }) => responseId));
		// One may be linked to a response of a round that is not among these: then all of them are that person's.
		const before = db.prepare('SELECT person FROM link WHERE response_id IN (SELECT value FROM json_each(?))').pluck();
		const fresh = ids.map((those) => ({
			those,
			person: (before.get(JSON.stringify(those)) as string | undefined) ?? randomUUID(),
		}));
		db.prepare('DELETE FROM link WHERE response_id IN (SELECT value FROM json_each(?))').run(
			JSON.stringify(ids.flat()),
		);
		insertRows(
			db,
			'link',
			['person', 'response_id'],
			fresh.flatMap(({ those, person }) => those.map((id) => [person, id] as const)),
		);
		refuseKnownPeople(db);
		return { people: sure.length };
	},
	'link.settle': ({ db }, { a, b, same }) => {
		const [one, other] = [findResponse(db, a), findResponse(db, b)];
		const pair: [number, number] = a < b ? [a, b] : [b, a];
		if (!same) {
			// Two of one round never were one person's.
			if (one.roundId === other.roundId) return {};
			db.prepare('INSERT INTO link_apart (first_id, second_id) VALUES (?, ?) ON CONFLICT DO NOTHING').run(...pair);
			if (one.person !== null && one.person === other.person)
				db.prepare('DELETE FROM link WHERE response_id = ?').run(b);
			return {};
		}
		const theirs = [one.person, other.person].filter((person) => person !== null);
		const rounds = db
			.prepare(`SELECT round_id FROM response WHERE id IN (?, ?) OR id IN (
				SELECT response_id FROM link WHERE person IN (SELECT value FROM json_each(?)))`)
			.pluck()
			.all(a, b, JSON.stringify(theirs)) as number[];
		if (new Set(rounds).size < rounds.length) throw new AppError('LINK_TAKEN', {});
		db.prepare('DELETE FROM link_apart WHERE first_id = ? AND second_id = ?').run(...pair);
		const person = theirs[0] ?? randomUUID();
		db.prepare('UPDATE link SET person = ? WHERE person IN (SELECT value FROM json_each(?)) AND person <> ?').run(
			person,
			JSON.stringify(theirs),
			person,
		);
		const add = db.prepare('INSERT INTO link (person, response_id) VALUES (?, ?) ON CONFLICT (response_id) DO NOTHING');
		for (const id of [a, b]) add.run(person, id);
		refuseKnownPeople(db);
		return {};
	},
	'link.clear': ({ db }, { roundIds }) => {
		const among = 'IN (SELECT id FROM response WHERE round_id IN (SELECT value FROM json_each(?)))';
		const ids = JSON.stringify(roundIds);
		db.prepare(`DELETE FROM link WHERE response_id ${among}`).run(ids);
		db.prepare(`DELETE FROM link_apart WHERE first_id ${among} OR second_id ${among}`).run(ids, ids);
		return {};
	},
	'link.list': ({ db }, { roundIds }) => {
		const rows = db
			.prepare(`SELECT person, round_id AS roundId, response_id AS responseId FROM link
				JOIN response ON response.id = response_id WHERE round_id IN (SELECT value FROM json_each(?))`)
			.all(JSON.stringify(roundIds)) as { person: string; roundId: number; responseId: number }[];
		const place = new Map(roundIds.map((id, at) => [id, at]));
		const people: Output<'link.list'> = [...Map.groupBy(rows, ({ person }) => person)].map(([person, those]) => ({
			person,
			responses: those
				.map(({ roundId, responseId }) => ({ roundId, responseId }))
				.toSorted((x, y) => (place.get(x.roundId) ?? 0) - (place.get(y.roundId) ?? 0)),
		}));
		return people.filter(({ responses }) => responses.length > 1);
	},
};
