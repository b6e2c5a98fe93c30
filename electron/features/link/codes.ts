import type { CodeSource } from '#shared/contract/link.ts';
import type { Coded } from '#shared/domain/asked/codes.ts';
import { type CodeMatch, matchCodes } from '#shared/domain/asked/codes.ts';
import type { ProjectContext } from '../../core/handlers.ts';
import { readItems } from '../../store/responses.ts';

/** A round and where its code is. */
export interface RoundCode {
	roundId: number;
	source: CodeSource;
}

/** Every response of a round with its code; an empty text where it has none. @throws AppError NOT_FOUND */
function codesOf({ db, query }: ProjectContext, { roundId, source }: RoundCode): Coded[] {
	query('round.instrument', { id: roundId });
	if (source.kind === 'code')
		return db
			.prepare(
				"SELECT id AS responseId, round_id AS roundId, coalesce(code, '') AS code FROM response WHERE round_id = ? ORDER BY id",
			)
			.all(roundId) as Coded[];
	return [...readItems(db, roundId, source.items)].map(([responseId, values]) => ({
		responseId,
		roundId,
		// A code in several parts is one only when all of them are there.
		code: values.length < source.items.length ? '' : values.join(' '),
	}));
}

interface Settled {
	together: number[][];
	apart: [number, number][];
}

/** What is stored of responses that belong together, or do not, in these rounds. */
export function settledOf({ db }: ProjectContext, roundIds: readonly number[]): Settled {
	const among = 'round_id IN (SELECT value FROM json_each(?))';
	const ids = JSON.stringify(roundIds);
	const rows = db
		.prepare(`SELECT link.person, link.response_id FROM link JOIN response ON response.id = link.response_id
			WHERE ${among} ORDER BY link.person, response.id`)
		.raw()
		.all(ids) as [string, number][];
	const people = Map.groupBy(rows, ([person]) => person);
	const apart = db
		.prepare(`SELECT first_id, second_id FROM link_apart JOIN response ON response.id = first_id WHERE ${among}`)
		.raw()
		.all(ids) as [number, number][];
	return {
		// With a response in one of these rounds alone, somebody can still get one in another.
		together: [...people.values()].map((those) => those.map(([, id]) => id)).filter((those) => those.length > 1),
		apart,
	};
}

/** Matches rounds by their codes. */
export function match(context: ProjectContext, rounds: readonly RoundCode[]): { found: CodeMatch; settled: Settled } {
	const distinct = [...new Map(rounds.map((one) => [one.roundId, one])).values()];
	const settled = settledOf(
		context,
		distinct.map(({ roundId }) => roundId),
	);
	return {
		found: matchCodes(
			distinct.flatMap((one) => codesOf(context, one)),
			settled,
		),
		settled,
	};
}
