import { z } from 'zod';

/** Count and percent (0-100, not rounded) of one response option. Percent is of `n`, the valid answers. */
const optionCount = z.object({ value: z.string(), label: z.string(), count: z.int(), percent: z.number() });
export type OptionCount = z.infer<typeof optionCount>;
const share = z.object({ count: z.int(), percent: z.number() });

/** One group's bar. Its people may stand in other groups as well. */
const groupResult = z.object({
	value: z.string(),
	label: z.string(),
	/** People in the group with a valid answer to the item. */
	n: z.int(),
	/** People in the group who have answered the questionnaire at all, and how many of them are in several groups. */
	size: z.int(),
	inSeveral: z.int(),
	options: z.array(optionCount),
	topTwo: share.nullable(),
	median: z.number().nullable(),
});
export type GroupResult = z.infer<typeof groupResult>;

/** The result of one item (a matrix row is an item). Items of unordered alternatives have no `topTwo` and no `median`. */
const itemResult = z.object({
	id: z.string(),
	/** The short name of the item in the chosen language. */
	label: z.string(),
	text: z.string(),
	type: z.enum(['scale', 'single', 'multiple', 'ranking', 'rating', 'number', 'date', 'text']),
	/** The scale's id for scale items and matrix rows, so that items of one scale can share a legend. */
	scale: z.string().nullable(),
	/** The matrix it is a row of, the section it stands in: item ids. */
	matrix: z.string().nullable(),
	section: z.string().nullable(),
	n: z.int(),
	/** Asked and without a valid answer: skipped, plus those who chose an option outside the scale. */
	missing: z.int(),
	notApplicable: z.int(),
	/** Shown-if hid it: neither in n nor in missing. */
	notAsked: z.int(),
	options: z.array(optionCount),
	/** Of a ranking, of each option in their order: how many put it first, and its mean rank (1 is first) among those who ranked it. */
	ranks: z.array(z.object({ first: z.int(), mean: z.number().nullable() })).optional(),
	/** The two most positive alternatives together. */
	topTwo: share.nullable(),
	/** Of ordered options: the position from 1 (a half between two options); of numbers: the number. */
	median: z.number().nullable(),
	mean: z.number().nullable(),
	groups: z.array(groupResult).optional(),
});
export type ItemResult = z.infer<typeof itemResult>;

/** The results of a round. `responseRate` is 0-100, not rounded, null when the number invited is not known. */
export const analysis = z.object({
	round: z.string(),
	roundId: z.int(),
	instrument: z.string(),
	invited: z.int().nullable(),
	answered: z.int(),
	partial: z.int(),
	responseRate: z.number().nullable(),
	by: z.object({ id: z.string(), label: z.string(), inSeveral: z.int(), singleGroupOnly: z.boolean() }).nullable(),
	items: z.array(itemResult),
});
export type Analysis = z.infer<typeof analysis>;
