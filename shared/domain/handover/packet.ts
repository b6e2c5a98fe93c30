import { z } from 'zod';
import { answers } from '#shared/domain/instrument/model.ts';

/** How many of those asked came to each end, in all or in one group. */
export const askedCounts = z.object({
	asked: z.int().min(0),
	answered: z.int().min(0),
	partial: z.int().min(0),
	refused: z.int().min(0),
	/** Asked in a way that did not reach them. */
	unreached: z.int().min(0),
});
export type AskedCounts = z.infer<typeof askedCounts>;

export const groupCounts = z.object({
	label: z.string(),
	/** Null where the group is smaller than the promise allows, or where its numbers would tell those of one that is. */
	counts: askedCounts.nullable(),
});
export type GroupCounts = z.infer<typeof groupCounts>;

/**
 * What an administrator gives the evaluator: answers without anything that tells who gave them, and how many were asked. No name, no
 * code, no time, no place in a list: the answers come in the order of their own random names.
 */
export const packet = z.object({
	format: z.literal('underlag-return/1'),
	/** The uid of the evaluator's round. */
	roundUid: z.string().min(8).max(40),
	instrument: z.object({ key: z.string(), version: z.int(), hash: z.string() }),
	counts: askedCounts.nullable(),
	groups: z.array(groupCounts),
	responses: z.array(
		z.object({
			/** Stays the same when the same answer is given again, and leads nowhere else. */
			key: z.string().min(16).max(64),
			status: z.enum(['partial', 'complete']),
			answers,
		}),
	),
});
export type Packet = z.infer<typeof packet>;

/**
 * Counts by group as they may leave: groups below `smallest` are hidden. Where just one is hidden and the groups make up the whole (nobody is
 * in two), it could be had by subtraction, so the next smallest is hidden too.
 */
export function hideSmallGroups(
	whole: AskedCounts,
	groups: readonly { label: string; counts: AskedCounts }[],
	smallest: number,
): GroupCounts[] {
	const hidden = new Set(groups.filter(({ counts }) => counts.asked < smallest));
	const partsOfWhole = groups.reduce((sum, { counts }) => sum + counts.asked, 0) <= whole.asked;
	const left = groups.filter((one) => !hidden.has(one)).toSorted((a, b) => a.counts.asked - b.counts.asked);
	const sumHidden = () => [...hidden].reduce((sum, { counts }) => sum + counts.asked, 0);
	// Together the hidden must be as many as the promise asks of a group: their sum can be had from the whole.
	while (partsOfWhole && hidden.size > 0 && (hidden.size < 2 || sumHidden() < smallest)) {
		const next = left.shift();
		if (!next) break;
		hidden.add(next);
	}
	return groups.map((one) => ({ label: one.label, counts: hidden.has(one) ? null : one.counts }));
}
