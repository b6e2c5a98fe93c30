import fc from 'fast-check';
import { itemTypes } from '#shared/domain/instrument/edit/item-types.ts';
import { joinWays, splitWays } from '#shared/domain/instrument/edit/mend-ways.ts';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { InstrumentEdit } from '#shared/domain/instrument/edit/schema.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { hasOptions } from '#shared/domain/instrument/questions.ts';

const words = fc.constantFrom('Hur länge?', '', 'Mål {{1}} och {{q1}}', 'Å "citat"', '👍');
const text = fc.oneof(fc.record({ sv: words }), fc.record({ en: words }), fc.record({ sv: words, en: words }));

/** Edits that can be made of an instrument as it is; some of what is not there. */
export function someEdit(instrument: Instrument): fc.Arbitrary<InstrumentEdit> {
	const { items, scales } = instrument;
	const uids = items.map(uidOf);
	const rows = items.flatMap((one) => (one.type === 'matrix' ? one.rows.map(uidOf) : []));
	const ids = items.flatMap((one) => (one.type === 'matrix' ? [one.id, ...one.rows.map((row) => row.id)] : [one.id]));
	const at = fc.nat({ max: 6 });
	const uid = fc.constantFrom(...uids, 'gone');
	const before = fc.constantFrom(...uids, null);
	const several = fc.uniqueArray(fc.constantFrom(...uids, 'gone'), { minLength: 1, maxLength: 4 });
	const matrix = items.filter((one) => one.type === 'matrix').map(uidOf);
	const of = fc.constantFrom(
		...items.filter(hasOptions).map((one) => ({ item: uidOf(one) })),
		...scales.map((one) => ({ scale: one.id })),
		{ scale: 'gone' },
	);
	const value = fc.constantFrom('1', '2', '3', '4', '5');
	const item = fc.constantFrom(...ids, 'gone');
	const leaf = fc.oneof(
		fc.record({ item, answered: fc.boolean() }),
		fc.record({ item, is: fc.array(value, { minLength: 1, maxLength: 2 }) }),
		fc.record({ item, atLeast: fc.integer({ min: 0, max: 4 }) }),
	);
	const shownIf = fc.oneof(
		leaf,
		fc.record({ any: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
		leaf.map((one) => ({ not: one })),
		fc.constant(null),
	);
	const set = fc.record(
		{
			text,
			short: text,
			help: text,
			shownIf,
			required: fc.boolean(),
			reverse: fc.boolean(),
			shuffleOptions: fc.boolean(),
			max: fc.constantFrom(2, 3, null),
			validation: fc.constantFrom(null, { pattern: '\\d+', message: { sv: 'Siffror' } }),
			comment: words,
		},
		{ requiredKeys: [] },
	);
	return fc.oneof(
		fc.record({ do: fc.constant('details' as const), title: text, intro: text }),
		fc.record({
			do: fc.constant('details' as const),
			languages: fc.subarray(['sv' as const, 'en' as const], { minLength: 1 }),
		}),
		fc.record({ do: fc.constant('add' as const), type: fc.constantFrom(...itemTypes), before }),
		fc.record({ do: fc.constant('add' as const), type: fc.constantFrom(...itemTypes), before }),
		fc.record({ do: fc.constant('duplicate' as const), items: several }),
		fc.record({ do: fc.constant('remove' as const), items: several, whole: fc.boolean() }),
		fc.record({ do: fc.constant('move' as const), items: several, before }),
		fc.record({ do: fc.constant('move' as const), items: several, before }),
		fc.record({ do: fc.constant('set' as const), item: fc.constantFrom(...uids, ...rows, 'gone'), set }),
		fc.record({
			do: fc.constant('set' as const),
			item: uid,
			set: fc.record({ id: fc.constantFrom('ny', '7', '13a') }),
		}),
		fc.record({ do: fc.constant('retype' as const), item: uid, type: fc.constantFrom(...itemTypes) }),
		fc.record({ do: fc.constant('join' as const), item: uid, as: fc.constantFrom(...joinWays) }),
		fc.record({ do: fc.constant('split' as const), item: uid, into: fc.constantFrom(...splitWays) }),
		fc.record({ do: fc.constant('turnScale' as const), item: uid }),
		fc.record(
			{
				do: fc.constant('addRows' as const),
				item: fc.constantFrom(...matrix, 'gone'),
				texts: fc.array(text, { minLength: 1, maxLength: 3 }),
				at,
				uids: fc.array(fc.constantFrom('ny-1', 'ny-2', ...rows), { maxLength: 3 }),
			},
			{ requiredKeys: ['do', 'item', 'texts', 'at'] },
		),
		fc.record({ do: fc.constant('moveRow' as const), item: fc.constantFrom(...rows, 'gone'), at }),
		fc.record({
			do: fc.constant('addOptions' as const),
			of,
			options: fc.array(fc.record({ label: text, missing: fc.boolean() }), { minLength: 1, maxLength: 2 }),
			at,
		}),
		fc.record({
			do: fc.constant('setOption' as const),
			of,
			value,
			set: fc.record({ label: text, other: fc.boolean(), value: fc.constantFrom('9', '2') }, { requiredKeys: [] }),
		}),
		fc.record({ do: fc.constant('removeOption' as const), of, value }),
		fc.record({ do: fc.constant('moveOption' as const), of, value, at }),
		fc.record({ do: fc.constant('addScale' as const), copyOf: fc.constantFrom('s', 'gone'), title: text }),
		fc.record({ do: fc.constant('addIndex' as const), title: text }),
		fc.record({ do: fc.constant('removeScale' as const), scale: fc.constantFrom('s', 'agree5') }),
		fc.record({ do: fc.constant('renumber' as const) }),
	);
}
