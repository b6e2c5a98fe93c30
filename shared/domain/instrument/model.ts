import { z } from 'zod';

/** A text in the languages the instrument has; Swedish always, English where it is translated. */
export const localText = z.object({ sv: z.string(), en: z.string().optional() });
export type LocalText = z.infer<typeof localText>;

/** The id of an item: the questionnaire's own number where it has one ("1", "13a"), else a word. Unique in the instrument. */
export const itemId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/);

/** One response option. `value` is stored; the label is shown. */
export const option = z.object({
	value: z.string().min(1).max(64),
	label: localText,
	/** Outside the scale ("not applicable", "don't know"): counted apart, in no percentage of valid answers. */
	missing: z.boolean().optional(),
});
export type Option = z.infer<typeof option>;

/**
 * A scale shared by several items. Options stand from the most negative to the most positive, so that the last two are "the two most
 * positive"; options marked `missing` stand outside.
 */
export const scale = z.object({ id: z.string().min(1), options: z.array(option).min(2) });
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

const base = {
	id: itemId,
	text: localText,
	/** A shorter name for tables and figures; the text where absent. */
	short: localText.optional(),
	help: localText.optional(),
	shownIf: condition.optional(),
};
const asked = { ...base, required: z.boolean().optional() };

/** Everything that may stand in a questionnaire, in its order. `section` and `info` are not answered. */
export const item = z.discriminatedUnion('type', [
	z.object({ type: z.literal('section'), ...base }),
	z.object({ type: z.literal('info'), ...base }),
	/** A statement or question on a named scale. */
	z.object({ type: z.literal('scale'), ...asked, scale: z.string() }),
	/** One of several unordered alternatives: has no "positive" end. */
	z.object({ type: z.literal('single'), ...asked, options: z.array(option).min(2) }),
	z.object({ type: z.literal('multiple'), ...asked, options: z.array(option).min(2) }),
	/** Rows that share a lead-in and a scale. Each row is an item of its own in results, with its own id. */
	z.object({
		type: z.literal('matrix'),
		...asked,
		scale: z.string(),
		rows: z.array(z.object({ id: itemId, text: localText, short: localText.optional() })).min(1),
	}),
	/** A numbered scale with end labels, 1-10 for example; answered with a whole number. */
	z.object({
		type: z.literal('rating'),
		...asked,
		min: z.int(),
		max: z.int(),
		minLabel: localText.optional(),
		maxLabel: localText.optional(),
	}),
	z.object({
		type: z.literal('number'),
		...asked,
		min: z.number().optional(),
		max: z.number().optional(),
		unit: localText.optional(),
	}),
	/** ISO 8601 calendar date, YYYY-MM-DD. */
	z.object({ type: z.literal('date'), ...asked }),
	z.object({ type: z.literal('text'), ...asked, long: z.boolean().optional() }),
]);
export type Item = z.infer<typeof item>;

/** A questionnaire as data: what `resources/instruments/*.json` hold and what a project keeps of each version. */
export const instrument = z.object({
	format: z.literal('underlag-instrument/1'),
	/** Stays the same through versions: "board", "lokus". */
	key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
	version: z.int().min(1),
	title: localText,
	description: localText.optional(),
	/** What the respondent reads first. */
	intro: localText.optional(),
	/** What the respondent reads last. */
	thanks: localText.optional(),
	scales: z.array(scale),
	items: z.array(item).min(1),
});
export type Instrument = z.infer<typeof instrument>;

/** The answer to one item: option value, option values, number, ISO date or text by the item's type. */
export const answerValue = z.union([z.string(), z.number(), z.array(z.string())]);
export type AnswerValue = z.infer<typeof answerValue>;

/** A respondent's answers by item id (a matrix row's own id). An absent key is an item without an answer. */
export const answers = z.record(z.string(), answerValue);
export type Answers = z.infer<typeof answers>;
