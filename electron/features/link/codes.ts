import { type CodeMatch, matchCodes } from '#shared/domain/asked/codes.ts';
import type { ProjectContext } from '../../core/handlers.ts';
import { codesOf, type RoundCode } from '../../store/response-codes.ts';

interface Settled {
	together: number[][];
	apart: [number, number][];
}

/** What is stored of responses that belong together, or do not, in these rounds. */
function settledOf({ db }: ProjectContext, roundIds: readonly number[]): Settled {
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
			distinct.flatMap((one) => {
				context.query('round.instrument', { id: one.roundId });
				return codesOf(context.db, one);
			}),
			settled,
		),
		settled,
	};
}
