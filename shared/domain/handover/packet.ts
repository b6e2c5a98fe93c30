import { z } from 'zod';
import { fromBase64, toBase64 } from '#shared/domain/form/base64.ts';
import { answers } from '#shared/domain/instrument/model.ts';

/** More than any list has: sums of what a foreign file says stay numbers that can be counted on. */
const people = z.int().min(0).max(100_000_000);

/** How many of those asked stand where: the statuses of the list of those asked. */
export const askedCounts = z.object({
	asked: people,
	unreachable: people,
	refused: people,
	partial: people,
	answered: people,
	notEligible: people,
});
export type AskedCounts = z.infer<typeof askedCounts>;

/** How many should be asked: those who should not are in no group's size either, or they would hide how small it is. */
export const sizeOf = ({ notEligible: _, ...eligible }: AskedCounts) =>
	Object.values(eligible).reduce((sum, one) => sum + one, 0);

export const groupCounts = z.object({
	label: z.string().max(1000),
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
	groups: z.array(groupCounts).max(10_000),
	responses: z
		.array(
			z.object({
				/** Stays the same when the same answer is given again, and leads nowhere else. */
				key: z.string().min(16).max(64),
				status: z.enum(['partial', 'complete']),
				answers,
			}),
		)
		.refine((all) => new Set(all.map(({ key }) => key)).size === all.length),
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
	const hidden = new Set(groups.filter(({ counts }) => sizeOf(counts) < smallest));
	const partsOfWhole = groups.reduce((sum, { counts }) => sum + sizeOf(counts), 0) <= sizeOf(whole);
	const left = groups.filter((one) => !hidden.has(one)).toSorted((a, b) => sizeOf(a.counts) - sizeOf(b.counts));
	const sumHidden = () => [...hidden].reduce((sum, { counts }) => sum + sizeOf(counts), 0);
	// Together the hidden must be as many as the promise asks of a group: their sum can be had from the whole.
	while (partsOfWhole && hidden.size > 0 && (hidden.size < 2 || sumHidden() < smallest)) {
		const next = left.shift();
		if (!next) break;
		hidden.add(next);
	}
	return groups.map((one) => ({ label: one.label, counts: hidden.has(one) ? null : one.counts }));
}

const outer = z.object({ format: z.literal('underlag-return/1'), round: z.string(), sealed: z.string() });

/** A return as a file: which round it is for, which one may see, and the packet sealed to the evaluator's key. */
export function writeReturn(round: string, sealed: Uint8Array): Uint8Array<ArrayBuffer> {
	const file: z.infer<typeof outer> = { format: 'underlag-return/1', round, sealed: toBase64(sealed) };
	return new TextEncoder().encode(JSON.stringify(file));
}

/** What such a file holds; null where it is none. */
export function readReturn(bytes: Uint8Array): { round: string; sealed: Uint8Array } | null {
	try {
		const read = outer.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
		const sealed = read.success ? fromBase64(read.data.sealed) : null;
		return read.data && sealed ? { round: read.data.round, sealed } : null;
	} catch {
		return null;
	}
}
