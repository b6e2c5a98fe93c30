import type { AskedStatus } from './model.ts';

/** How many of those asked stand where. */
export type StatusCounts = Record<AskedStatus, number>;

/** No one anywhere. */
export const noCounts = (): StatusCounts => ({
	asked: 0,
	unreachable: 0,
	refused: 0,
	partial: 0,
	answered: 0,
	notEligible: 0,
});

/**
 * Response rates of those asked.
 *
 * Source: American Association for Public Opinion Research, Standard Definitions, 10th edition (2023), where I are complete
 * interviews, P partial ones, R refusals, NC non-contacts, O others, and UH and UO those of whom it is not known whether they should have
 * been asked: RR1 = I / ((I + P) + (R + NC + O) + (UH + UO)); RR2 = (I + P) / the same. Here I is `answered`, P `partial`, R `refused`, NC
 * `unreachable`, and UO `asked`: of those from whom nothing has come back nothing is known. O and UH do not occur in a list of named people.
 * `notEligible` is in neither.
 */
export interface Rates {
	/** Who count: all but those who should not have been asked. */
	eligible: number;
	counts: StatusCounts;
	/** Per cent, 0-100; null where nobody counts. */
	rr1: number | null;
	rr2: number | null;
}

/** The rates of some people, by how many of them stand where. */
export function ratesOf(counts: StatusCounts): Rates {
	const eligible = counts.answered + counts.partial + counts.refused + counts.unreachable + counts.asked;
	const share = (n: number) => (eligible === 0 ? null : (100 * n) / eligible);
	return { eligible, counts, rr1: share(counts.answered), rr2: share(counts.answered + counts.partial) };
}

/**
 * The counts where nobody is known by their answer: answers that came are counted as they are, and those from whom nothing is known are the
 * rest of those asked. @param list as the list itself has them. @param invited how many were asked where there is no list; null where that
 * is not known either, and then nobody is counted
 */
export function countsByResponses(
	list: StatusCounts,
	complete: number,
	partial: number,
	invited: number | null,
): StatusCounts {
	const isEmpty = Object.values(list).every((count) => count === 0);
	if (isEmpty && invited === null) return list;
	const open = isEmpty ? (invited ?? 0) : list.asked + list.answered + list.partial;
	return { ...list, answered: complete, partial, asked: Math.max(0, open - complete - partial) };
}

/** A group's rates. One who is in several groups counts in each. */
export interface GroupRates extends Rates {
	id: number;
	name: string;
	/** Of those who count, how many are in other groups too. */
	inSeveral: number;
	/** Smaller than the smallest group whose results may leave the program. */
	small: boolean;
}

/** The place of one in a list, and the groups that they were in on the day asked about. */
export interface GroupedStatus {
	status: AskedStatus;
	groups: readonly number[];
}

/** Rates by group, in the order given. */
export function ratesByGroup(
	people: readonly GroupedStatus[],
	groups: readonly { id: number; name: string }[],
	smallest: number,
): GroupRates[] {
	const tally = new Map(groups.map(({ id }) => [id, { counts: noCounts(), inSeveral: 0 }]));
	for (const { status, groups: mine } of people) {
		const distinct = new Set(mine);
		for (const id of distinct) {
			const found = tally.get(id);
			if (!found) continue;
			found.counts[status]++;
			if (distinct.size > 1 && status !== 'notEligible') found.inSeveral++;
		}
	}
	return groups.map(({ id, name }) => {
		const { counts, inSeveral } = tally.get(id) ?? { counts: noCounts(), inSeveral: 0 };
		const rates = ratesOf(counts);
		return { ...rates, id, name, inSeveral, small: rates.eligible < smallest };
	});
}

/** How many have answered up to a day, that day included. */
export interface DayCount {
	day: string;
	answered: number;
}

/** From counts of single days to counts up to each, in order. Days on which nobody answered are left out. */
export function cumulative(days: Iterable<readonly [day: string, count: number]>): DayCount[] {
	let sum = 0;
	return [...days]
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([day, count]) => {
			sum += count;
			return { day, answered: sum };
		});
}

/** Whether one was in a group on a day; on any day where none is given. */
export function isMemberOn({ from, to }: { from: string | null; to: string | null }, day: string | null): boolean {
	return day === null || ((from === null || from <= day) && (to === null || day <= to));
}
