import { z } from 'zod';
import { uidOf } from './edit/references.ts';
import { instrument, item, localText, option, scale } from './model.ts';

/** A rating to be taken as it is into an item: its bounds, its look and the words at its ends, the least positive first. */
const readyRating = z.object({
	id: z.string().min(1).max(64),
	title: localText,
	min: z.int(),
	max: z.int(),
	look: z.enum(['numbers', 'faces', 'stars']).optional(),
	minLabel: localText,
	maxLabel: localText,
});
export type ReadyRating = z.infer<typeof readyRating>;

/** What `resources/scales.json` holds: scales that go from the most negative to the most positive, in the order they are offered. */
export const scaleLibrary = z.object({
	format: z.literal('underlag-scales/1'),
	scales: z.array(scale.extend({ title: localText })),
	ratings: z.array(readyRating),
	/** Answers that may be put after any scale, and stand outside it: "don't know", "not applicable". */
	outside: z.array(option),
});
export type ScaleLibrary = z.infer<typeof scaleLibrary>;

/** A group of ready items, with the scales and indexes they use. */
export const bank = z.object({
	key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
	title: localText,
	description: localText,
	scales: instrument.shape.scales,
	indexes: instrument.shape.indexes,
	items: z.array(item).min(1),
});
export type Bank = z.infer<typeof bank>;

/** What `resources/banks/*.json` hold: a bank with items of its own, or one with those of a bundled instrument (`from` is its key). */
export const bankFile = z.union([
	bank.extend({ format: z.literal('underlag-bank/1') }),
	bank
		.pick({ key: true, title: true, description: true })
		.extend({ format: z.literal('underlag-bank/1'), from: instrument.shape.key }),
]);

/** Some of a bank's items, by identity, with the scales and indexes that they use. */
export function pickFrom(
	{ items, scales, indexes = [] }: Pick<Bank, 'items' | 'scales' | 'indexes'>,
	chosen: ReadonlySet<string>,
): Pick<Bank, 'items' | 'scales'> & { indexes: NonNullable<Bank['indexes']> } {
	const picked = items.filter((one) => chosen.has(uidOf(one)));
	const usedScales = new Set(picked.flatMap((one) => ('scale' in one ? [one.scale] : [])));
	const scored = picked.flatMap((one) => (one.type === 'matrix' ? one.rows : 'index' in one ? [one] : []));
	const usedIndexes = new Set(scored.map((one) => one.index));
	return {
		items: picked,
		scales: scales.filter((one) => usedScales.has(one.id)),
		indexes: indexes.filter((one) => usedIndexes.has(one.id)),
	};
}
