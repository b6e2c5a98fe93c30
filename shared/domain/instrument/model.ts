import { z } from 'zod';
import { itemIdPattern } from './item-id.ts';

/** A text in the languages the instrument has; Swedish always, English where it is translated. */
export const localText = z.object({ sv: z.string(), en: z.string().optional() });
export type LocalText = z.infer<typeof localText>;

/** The id of an item: the questionnaire's own number where it has one ("1", "13a"), else a word. Unique in the instrument. */
export const itemId = z.string().regex(itemIdPattern);

/** The identity of an item or row through versions, whatever number it has in each; its id where absent. */
export const identity = z.string().min(1).max(64);

/** One response option. `value` is stored; the label is shown. */
export const option = z.object({
	value: z.string().min(1).max(64),
	label: localText,
	/** Outside the scale ("not applicable", "don't know"): counted apart, in no percentage of valid answers. */
	missing: z.boolean().optional(),
	/** Of several choices: goes with no other ("none of these"). */
	exclusive: z.boolean().optional(),
	/** "Other: …": is followed by a field for words, a question of its own with the id that `otherId` gives. At most one in an item. */
	other: z.boolean().optional(),
});
export type Option = z.infer<typeof option>;

/**
 * A scale shared by several items: two to eleven points. Options stand from the most negative to the most positive, so that the last two
 * are "the two most positive"; options marked `missing` stand outside.
 */
export const scale = z.object({
	id: z.string().min(1).max(64),
	/** What the author calls it; its end labels where absent. */
	title: localText.optional(),
	options: z.array(option),
	/** Which points show their label; every point where absent. */
	labels: z.enum(['all', 'ends']).optional(),
	/** Whether each point shows its number, from 1. */
	numbered: z.boolean().optional(),
});
export type Scale = z.infer<typeof scale>;

/** Shown only if the condition holds over earlier answers. Leaves compare one item's answer; `all`, `any`, `not` combine. */
export type Condition =
	| { all: Condition[] }
	| { any: Condition[] }
	| { not: Condition }
	| { item: string; answered: boolean }
	| { item: string; is: string[] }
	| { item: string; chosenAtLeast: number }
	| { item: string; atLeast: number }
	| { item: string; atMost: number };
export const condition: z.ZodType<Condition> = z.lazy(() =>
	z.union([
		z.strictObject({ all: z.array(condition).min(1) }),
		z.strictObject({ any: z.array(condition).min(1) }),
		z.strictObject({ not: condition }),
		z.strictObject({ item: itemId, answered: z.boolean() }),
		z.strictObject({ item: itemId, is: z.array(z.string()).min(1) }),
		z.strictObject({ item: itemId, chosenAtLeast: z.int().min(1) }),
		z.strictObject({ item: itemId, atLeast: z.number() }),
		z.strictObject({ item: itemId, atMost: z.number() }),
	]),
);

/** The answer to one item: option value, option values (of a ranking in their order), number, ISO date or text by the item's type. */
export const answerValue = z.union([z.string(), z.number(), z.array(z.string())]);
export type AnswerValue = z.infer<typeof answerValue>;

/** What an answer must satisfy beside its type, told in the author's own words while one answers. Of stored answers it is not asked again. */
const validation = z.object({
	/** Holds over the answer itself and earlier ones. */
	rule: condition.optional(),
	/** An ECMAScript regular expression, with `u`, that the whole text matches. Of text items. */
	pattern: z.string().min(1).max(500).optional(),
	message: localText,
});
export type Validation = z.infer<typeof validation>;

/** Texts may hold `{{id}}`: the answer to that earlier item, as words. */
const base = {
	id: itemId,
	uid: identity.optional(),
	text: localText,
	/** A shorter name for tables and figures; the text where absent. */
	short: localText.optional(),
	help: localText.optional(),
	shownIf: condition.optional(),
	/** Of the author to themselves; no respondent sees it. */
	comment: z.string().max(2000).optional(),
	/** Kinds of advice on this item that the author has read and set aside. @see `adviseOn` */
	adviceSeen: z.array(z.string().min(1).max(40)).max(40).optional(),
};
const asked = {
	...base,
	required: z.boolean().optional(),
	validation: validation.optional(),
	/** The answer that is there from the start. */
	default: answerValue.optional(),
	/** Holds for certain questions of who one is (age, unit, title): together they may tell a person. */
	identifying: z.boolean().optional(),
};
/** What puts an item on the scale of an index. */
const scored = {
	/** The id of the index it belongs to. */
	index: z.string().min(1).max(64).optional(),
	/** Counts from the other end in its index: a statement worded the other way. */
	reverse: z.boolean().optional(),
};
/** Each whole number between is drawn: more than some are no rating, and a file must not ask for millions. */
const ratingBound = z.int().min(-1000).max(1000);
/** The most steps from the least number of a rating to the greatest that a reader makes of a scale; beyond it is a number. */
export const mostRatingSteps = 100;

const choices = { options: z.array(option), shuffleOptions: z.boolean().optional() };

/** Everything that may stand in a questionnaire, in its order. `section` and `info` are not answered. */
export const item = z.discriminatedUnion('type', [
	/** `shuffle`: what stands under it comes in another order to each respondent. */
	z.object({ type: z.literal('section'), ...base, shuffle: z.boolean().optional() }),
	z.object({ type: z.literal('info'), ...base }),
	/** A statement or question on a named scale. */
	z.object({ type: z.literal('scale'), ...asked, ...scored, scale: z.string() }),
	/** One of several unordered alternatives: has no "positive" end. */
	z.object({ type: z.literal('single'), ...asked, ...choices }),
	/** Several of them: at least `min`, at most `max`. An exclusive one counts as enough. */
	z.object({
		type: z.literal('multiple'),
		...asked,
		...choices,
		min: z.int().min(1).optional(),
		max: z.int().min(1).optional(),
	}),
	/** The alternatives in the respondent's order, the most important first: all of them, or the `max` first. */
	z.object({ type: z.literal('ranking'), ...asked, ...choices, max: z.int().min(1).optional() }),
	/** Rows that share a lead-in and a scale. Each row is an item of its own in results, with its own id. */
	z.object({
		type: z.literal('matrix'),
		...asked,
		scale: z.string(),
		rows: z.array(
			z.object({ id: itemId, uid: identity.optional(), text: localText, short: localText.optional(), ...scored }),
		),
		shuffleRows: z.boolean().optional(),
	}),
	/** A numbered scale with end labels, 1-10 for example; answered with a whole number. */
	z.object({
		type: z.literal('rating'),
		...asked,
		...scored,
		min: ratingBound,
		max: ratingBound,
		/** How the numbers are drawn; as numbers where absent. Every one can be read out all the same. */
		look: z.enum(['numbers', 'faces', 'stars']).optional(),
		minLabel: localText.optional(),
		maxLabel: localText.optional(),
	}),
	z.object({
		type: z.literal('number'),
		...asked,
		min: z.number().optional(),
		max: z.number().optional(),
		/** Digits after the decimal sign, at most; any where absent. */
		decimals: z.int().min(0).max(10).optional(),
		unit: localText.optional(),
	}),
	/** ISO 8601 calendar date, YYYY-MM-DD. */
	z.object({ type: z.literal('date'), ...asked, from: z.iso.date().optional(), to: z.iso.date().optional() }),
	/** An answer in words: lines of them, or one line where `long` is false. `maxLength` in UTF-16 code units. */
	z.object({
		type: z.literal('text'),
		...asked,
		long: z.boolean().optional(),
		maxLength: z.int().min(1).max(100_000).optional(),
	}),
]);
export type Item = z.infer<typeof item>;
export const itemType = z.enum([
	...['section', 'info', 'scale', 'single', 'multiple', 'ranking', 'matrix', 'rating', 'number', 'date', 'text'],
] as const) satisfies z.ZodType<Item['type']>;
export type ItemType = Item['type'];

/** A number made of several items: their mean or sum after those worded the other way are turned. */
export const index = z.object({
	id: z.string().min(1).max(64),
	title: localText,
	method: z.enum(['mean', 'sum']).optional(),
});
export type Index = z.infer<typeof index>;

/** What the instrument is for, which decides where it shows. A questionnaire where absent. */
export const instrumentKind = z.enum(['questionnaire', 'guide', 'workshop', 'observation']);

/** A questionnaire as data: what `resources/instruments/*.json` hold and what a project keeps of each version. */
export const instrument = z.object({
	format: z.literal('underlag-instrument/1'),
	/** Stays the same through versions: "board", "lokus". */
	key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
	version: z.int().min(1),
	kind: instrumentKind.optional(),
	/** The languages it is asked in; those of its texts where absent. A text is kept under `sv` also where only English is asked. */
	languages: z
		.array(z.enum(['sv', 'en']))
		.min(1)
		.max(2)
		.optional(),
	title: localText,
	description: localText.optional(),
	/** What the respondent reads first. */
	intro: localText.optional(),
	/** What the respondent reads last. */
	thanks: localText.optional(),
	scales: z.array(scale),
	indexes: z.array(index).optional(),
	/** May lack what an instrument in use must have: one that is being made is kept at every step. @see `checkInstrument` */
	items: z.array(item),
});
export type Instrument = z.infer<typeof instrument>;

/** A respondent's answers by item id (a matrix row's own id). An absent key is an item without an answer. */
export const answers = z.record(z.string(), answerValue);
export type Answers = z.infer<typeof answers>;
