import { z } from 'zod';
import { answerValue, condition, identity, index, instrumentKind, item, itemId, scale } from '../model.ts';
import { itemTypes } from './item-types.ts';
import { joinWays, splitWays } from './mend-ways.ts';

/** A text in one language or both; the other is left as it is. Both empty: no text. */
const textPatch = z.strictObject({
	sv: z.string().max(20_000).optional(),
	en: z.string().max(20_000).optional(),
});
export type TextPatch = z.infer<typeof textPatch>;

const flag = z.boolean();

/**
 * Fields of an item or row. What its type lacks is passed over (the type may have changed while one wrote); null takes a field away, and so
 * does a flag that says what its absence says.
 */
const itemPatch = z
	.strictObject({
		id: itemId,
		text: textPatch,
		short: textPatch,
		help: textPatch,
		comment: z.string().max(2000),
		adviceSeen: z.array(z.string().min(1).max(40)).max(40),
		shownIf: condition.nullable(),
		required: flag,
		identifying: flag,
		validation: z
			.strictObject({
				rule: condition.nullable().optional(),
				pattern: z.string().max(500).optional(),
				message: textPatch.optional(),
			})
			.nullable(),
		default: answerValue.nullable(),
		index: z.string().min(1).max(64).nullable(),
		reverse: flag,
		scale: z.string(),
		shuffle: flag,
		shuffleOptions: flag,
		shuffleRows: flag,
		min: z.number().nullable(),
		max: z.number().nullable(),
		decimals: z.int().min(0).max(10).nullable(),
		unit: textPatch,
		look: z.enum(['numbers', 'faces', 'stars']),
		minLabel: textPatch,
		maxLabel: textPatch,
		from: z.iso.date().nullable(),
		to: z.iso.date().nullable(),
		long: flag,
		maxLength: z.int().min(1).max(100_000).nullable(),
	})
	.partial();
export type ItemPatch = z.infer<typeof itemPatch>;

/** Whose options: an item's own, or a scale's. */
const optionsOf = z.union([z.strictObject({ item: identity }), z.strictObject({ scale: z.string() })]);
export type OptionsOf = z.infer<typeof optionsOf>;

const optionPatch = z
	.strictObject({ value: z.string().min(1).max(64), label: textPatch, missing: flag, exclusive: flag, other: flag })
	.partial();
export type OptionPatch = z.infer<typeof optionPatch>;

const place = z.int().min(0);
/** The item that it is to stand before; null for last. */
const before = identity.nullable();
const several = z.array(identity).min(1).max(1000);
const newOptions = z.array(z.strictObject({ label: textPatch, missing: flag.optional() })).max(200);

/**
 * One change of a questionnaire. Items and rows are named by their identity (`uid ?? id`), which stays the same when numbers change.
 * Conditions, repeated answers and defaults follow what they refer to; what refers to something removed is kept and is a problem that `checkInstrument` shows.
 */
export const instrumentEdit = z.discriminatedUnion('do', [
	z.strictObject({
		do: z.literal('details'),
		title: textPatch.optional(),
		description: textPatch.optional(),
		intro: textPatch.optional(),
		thanks: textPatch.optional(),
		kind: instrumentKind.optional(),
		languages: z
			.array(z.enum(['sv', 'en']))
			.min(1)
			.max(2)
			.optional(),
	}),
	z.strictObject({ do: z.literal('add'), type: z.enum(itemTypes), before }),
	/** Items from elsewhere with the scales and indexes they use: ids that are taken are made new. */
	z.strictObject({
		do: z.literal('insert'),
		items: z.array(item).min(1).max(1000),
		scales: z.array(scale).max(200),
		indexes: z.array(index).max(200).optional(),
		before,
	}),
	/** Copies stand after the last of them. A section is copied with what stands under it. */
	z.strictObject({ do: z.literal('duplicate'), items: several }),
	/** `whole`: sections go with what stands under them. */
	z.strictObject({ do: z.literal('remove'), items: several, whole: flag.optional() }),
	/** A section goes with what stands under it, to a place between sections. */
	z.strictObject({ do: z.literal('move'), items: several, before }),
	z.strictObject({ do: z.literal('set'), item: identity, set: itemPatch }),
	z.strictObject({ do: z.literal('retype'), item: identity, type: z.enum(itemTypes) }),
	/** Joins an item to the one above it, divides one, turns a statement's scale: the mending of a questionnaire that was read from a text. */
	z.strictObject({ do: z.literal('join'), item: identity, as: z.enum(joinWays) }),
	z.strictObject({ do: z.literal('split'), item: identity, into: z.enum(splitWays) }),
	z.strictObject({ do: z.literal('turnScale'), item: identity }),
	/** `uids`: the identities they get, of those that are free. */
	z.strictObject({
		do: z.literal('addRows'),
		item: identity,
		texts: z.array(textPatch).min(1).max(200),
		at: place,
		uids: z.array(identity).max(200).optional(),
	}),
	z.strictObject({ do: z.literal('moveRow'), item: identity, at: place }),
	z.strictObject({ do: z.literal('addOptions'), of: optionsOf, options: newOptions.min(1), at: place }),
	z.strictObject({ do: z.literal('setOption'), of: optionsOf, value: z.string(), set: optionPatch }),
	z.strictObject({ do: z.literal('removeOption'), of: optionsOf, value: z.string() }),
	z.strictObject({ do: z.literal('moveOption'), of: optionsOf, value: z.string(), at: place }),
	/** A new scale: these options, a copy of another, or one from elsewhere (the very same once). `item`: what is to use it. */
	z.strictObject({
		do: z.literal('addScale'),
		title: textPatch.optional(),
		options: newOptions.optional(),
		copyOf: z.string().optional(),
		given: scale.optional(),
		item: identity.optional(),
	}),
	z.strictObject({
		do: z.literal('setScale'),
		scale: z.string(),
		set: z.strictObject({ title: textPatch, labels: z.enum(['all', 'ends']), numbered: flag }).partial(),
	}),
	z.strictObject({ do: z.literal('removeScale'), scale: z.string() }),
	z.strictObject({ do: z.literal('addIndex'), title: textPatch, item: identity.optional() }),
	z.strictObject({
		do: z.literal('setIndex'),
		index: z.string(),
		set: z.strictObject({ title: textPatch, method: z.enum(['mean', 'sum']) }).partial(),
	}),
	z.strictObject({ do: z.literal('removeIndex'), index: z.string() }),
	/** Questions get the numbers 1, 2, 3 …, rows 4a, 4b …, in the order they stand. */
	z.strictObject({ do: z.literal('renumber') }),
]);
export type InstrumentEdit = z.infer<typeof instrumentEdit>;

/**
 * What edits in a row must share to be one undo step: the same fields of the same thing, as when one goes on typing. Null for those that
 * stand for themselves.
 */
export function editMerge(edit: InstrumentEdit): string | null {
	const fields = (set: object) => Object.keys(set).sort().join(',');
	if (edit.do === 'details') return `details:${fields(edit)}`;
	if (edit.do === 'set') return `set:${edit.item}:${fields(edit.set)}`;
	if (edit.do === 'setOption') return `option:${JSON.stringify(edit.of)}:${edit.value}:${fields(edit.set)}`;
	if (edit.do === 'setScale') return `scale:${edit.scale}:${fields(edit.set)}`;
	if (edit.do === 'setIndex') return `index:${edit.index}:${fields(edit.set)}`;
	return null;
}
