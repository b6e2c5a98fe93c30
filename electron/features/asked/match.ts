import type { Output, Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type CodeMatch, matchCodes } from '#shared/domain/asked/codes.ts';
import type { ProjectContext } from '../../core/handlers.ts';
import { followList, linkAnswer } from '../../store/asked.ts';
import { neededKeys } from '../../store/key-file.ts';
import { refuseKnownPeople } from '../../store/known-people.ts';
import { codesOf } from '../../store/response-codes.ts';
import { type Person, peopleOfRound } from './people.ts';
import { findRound } from './rows.ts';

type Input = Parsed<'asked.match'>;
type Match = Output<'asked.match'>['sure']['first'][number];

/** So many of each kind are given; the rest is counted. */
const given = 200;

interface Free {
	found: CodeMatch;
	asked: Map<number, { number: number; person: Person }>;
	responses: number;
}

/**
 * Responses that are nobody's held against people who have none, as if the list were a round of its own: number 0, its people's numbers
 * negative.
 * @throws AppError NOT_FOUND, KEYS_NEEDED, PROMISE_GIVEN
 */
function matchFree(context: ProjectContext, { roundId, source, by }: Input): Free {
	const { db } = context;
	const round = findRound(db, roundId);
	if (round.promise === 'anonymous') throw new AppError('PROMISE_GIVEN', { name: round.name });
	const people = peopleOfRound(neededKeys(context), round.uid);
	const rows = db
		.prepare(`SELECT id, uid, number FROM asked WHERE round_id = ?
			AND id NOT IN (SELECT asked_id FROM response WHERE asked_id IS NOT NULL) ORDER BY number`)
		.all(roundId) as { id: number; uid: string; number: number }[];
	const asked = new Map(
		rows.flatMap(({ id, uid, number }) => {
			const person = people.get(uid);
			return person ? [[id, { number, person }] as const] : [];
		}),
	);
	const linked = new Set(
		db.prepare('SELECT id FROM response WHERE round_id = ? AND asked_id IS NOT NULL').pluck().all(roundId) as number[],
	);
	const responses = codesOf(db, { roundId, source }).filter(({ responseId }) => !linked.has(responseId));
	const listed = [...asked].map(([id, { person }]) => ({ responseId: -id, roundId: 0, code: person[by] }));
	return {
		found: matchCodes([...listed.filter(({ code }) => code !== ''), ...responses]),
		asked,
		responses: responses.length,
	};
}

/** @see `asked.match` */
export function matchPeople(context: ProjectContext, input: Input): Output<'asked.match'> {
	const { db } = context;
	const { found, asked, responses } = matchFree(context, input);
	const place = db.prepare('SELECT count(*) FROM response WHERE round_id = ? AND id <= ?').pluck();
	const named = (
		askedId: number,
		response: { responseId: number; code: string },
		known: string,
		only: boolean,
	): Match => {
		const { number, person } = asked.get(askedId) ?? { number: 0, person: null };
		const { responseId, code } = response;
		const at = place.get(input.roundId, responseId) as number;
		return { responseId, response: at, code, askedId, number, name: person?.name ?? '', known, only };
	};
	const pairs = found.sure.flatMap((those) => {
		const [person, response] = [those.find((one) => one.roundId === 0), those.find((one) => one.roundId !== 0)];
		return person && response ? [{ person, response, only: true }] : [];
	});
	// The lower number stands first: the person's.
	const alike = found.uncertain.map(({ a, b, only }) => ({ person: a, response: b, only }));
	const counted = (all: typeof pairs) => ({
		total: all.length,
		first: all
			.slice(0, given)
			.map(({ person, response, only }) => named(-person.responseId, response, person.code, only)),
	});
	return {
		linked: db
			.prepare('SELECT count(*) FROM response WHERE round_id = ? AND asked_id IS NOT NULL')
			.pluck()
			.get(input.roundId) as number,
		free: responses,
		sure: counted(pairs),
		uncertain: counted(alike),
		unmatched: found.unmatched.filter(({ roundId }) => roundId !== 0).length,
		without: found.without,
	};
}

/** @see `asked.linkSure` */
export function linkSure(context: ProjectContext, input: Input): Output<'asked.linkSure'> {
	const { db, now } = context;
	const { sure } = matchFree(context, input).found;
	const find = db.prepare('SELECT status, submitted_at AS day FROM response WHERE id = ?');
	for (const [person, response] of sure) {
		if (!person || !response) continue;
		const [askedId, responseId] =
			person.roundId === 0 ? [-person.responseId, response.responseId] : [-response.responseId, person.responseId];
		const { status, day } = find.get(responseId) as { status: 'partial' | 'complete'; day: string | null };
		linkAnswer(db, { responseId, askedId, status, day: (day ?? now).slice(0, 10) });
	}
	refuseKnownPeople(db);
	followList(db, input.roundId);
	return { linked: sure.length };
}
