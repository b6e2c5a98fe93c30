import type { Database } from 'better-sqlite3';
import type { Output } from '#shared/contract/calls.ts';
import type { AskedStatus } from '#shared/domain/asked/model.ts';
import { nonResponse } from '#shared/domain/asked/non-response.ts';
import {
	countsByResponses,
	cumulative,
	isMemberOn,
	noCounts,
	ratesByGroup,
	ratesOf,
	type StatusCounts,
} from '#shared/domain/asked/rates.ts';
import type { ProjectContext } from '../../core/handlers.ts';
import { findRound, type ListedRound } from './rows.ts';
import { sendingsOf } from './sendings.ts';

function statusCounts(db: Database, roundId: number): StatusCounts {
	const counts = noCounts();
	const rows = db.prepare('SELECT status, count(*) FROM asked WHERE round_id = ? GROUP BY status').raw().all(roundId);
	for (const [status, count] of rows as [AskedStatus, number][]) counts[status] = count;
	return counts;
}

/** The groups that each was in on the round's day. */
function groupsOnDay(db: Database, round: ListedRound): Map<number, number[]> {
	const rows = db
		.prepare(`SELECT asked_id AS askedId, group_id AS groupId, from_day AS "from", to_day AS "to"
			FROM asked_membership JOIN asked_group ON asked_group.id = group_id WHERE asked_group.round_id = ?`)
		.iterate(round.id) as Iterable<{ askedId: number; groupId: number; from: string | null; to: string | null }>;
	const groups = new Map<number, number[]>();
	for (const { askedId, groupId, ...days } of rows) {
		if (!isMemberOn(days, round.date)) continue;
		const found = groups.get(askedId);
		if (found) found.push(groupId);
		else groups.set(askedId, [groupId]);
	}
	return groups;
}

const statuses = 'SELECT id, status FROM asked WHERE round_id = ? ORDER BY number';
const groupNames = 'SELECT id, name FROM asked_group WHERE round_id = ? ORDER BY name';

/** @see `asked.rates` */
export function rates({ db, query }: ProjectContext, roundId: number): Output<'asked.rates'> {
	const round = findRound(db, roundId);
	const listed = statusCounts(db, roundId);
	const { complete, partial } = db
		.prepare(`SELECT count(*) FILTER (WHERE status = 'complete') AS complete,
			count(*) FILTER (WHERE status = 'partial') AS partial FROM response WHERE round_id = ?`)
		.get(roundId) as { complete: number; partial: number };
	const isListed = Object.values(listed).some((count) => count > 0);
	const byList = listed.answered + listed.partial > 0 || (isListed && complete + partial === 0);
	const source = byList ? 'list' : isListed ? 'responses' : 'invited';
	const { invited } = query('round.get', { id: roundId });
	const overall = ratesOf(byList ? listed : countsByResponses(listed, complete, partial, invited));
	const groups = db.prepare(groupNames).all(roundId) as { id: number; name: string }[];
	const mine = groupsOnDay(db, round);
	const people = (db.prepare(statuses).all(roundId) as { id: number; status: AskedStatus }[]).map(({ id, status }) => ({
		status,
		groups: mine.get(id) ?? [],
	}));
	const { smallestGroup } = query('project.get', {});
	// Those whose answers came are counted by the answers, which have days in anonymous rounds too.
	const days = db
		.prepare(`SELECT substr(submitted_at, 1, 10), count(*) FROM response
			WHERE round_id = ? AND submitted_at IS NOT NULL GROUP BY 1`)
		.raw()
		.all(roundId) as [string, number][];
	return {
		source,
		overall,
		groups: ratesByGroup(people, groups, smallestGroup),
		inSeveral: people.filter((one) => one.status !== 'notEligible' && new Set(one.groups).size > 1).length,
		days: cumulative(days.filter(([day]) => /^\d{4}-\d\d-\d\d$/.test(day))),
		responses: complete + partial,
		sendings: sendingsOf(db, roundId).map(({ id: _, ...sending }) => sending),
	};
}

/** @see `asked.nonResponse` */
export function nonResponseOf({ db, query }: ProjectContext, roundId: number): Output<'asked.nonResponse'> {
	const round = findRound(db, roundId);
	const counts = statusCounts(db, roundId);
	if (counts.answered + counts.partial === 0) return [];
	const names = new Map(
		(db.prepare(groupNames).all(roundId) as { id: number; name: string }[]).map(({ id, name }) => [id, name]),
	);
	const mine = groupsOnDay(db, round);
	const attributes = new Set<string>();
	const rows = db.prepare('SELECT id, status, attributes FROM asked WHERE round_id = ?').all(roundId) as {
		id: number;
		status: AskedStatus;
		attributes: string;
	}[];
	const people = rows.map((row) => {
		const own = Object.entries(JSON.parse(row.attributes) as Record<string, string>);
		for (const [attribute] of own) attributes.add(attribute);
		const values = new Map<string, string[]>(own.map(([attribute, value]) => [attribute, [value]]));
		const groups = new Set((mine.get(row.id) ?? []).map((id) => names.get(id) ?? ''));
		if (groups.size > 0) values.set('', [...groups]);
		return { status: row.status, values };
	});
	const named = [...(names.size > 0 ? [''] : []), ...[...attributes].toSorted()];
	return nonResponse(people, named, query('project.get', {}).smallestGroup);
}
