import { AppError } from '#shared/contract/errors.ts';
import type { Instrument, Item, Option, Scale } from '../model.ts';
import { hasOptions } from '../questions.ts';
import { type Edited, freeName, placeOfItem } from './items.ts';
import { mapDeep, patchText, uidOf } from './references.ts';
import type { InstrumentEdit, OptionPatch, OptionsOf, TextPatch } from './schema.ts';
import { starterScale } from './starters.ts';

/** @throws AppError NOT_FOUND for what has no options or is not there */
function optionsIn(instrument: Instrument, of: OptionsOf): readonly Option[] {
	if ('scale' in of) {
		const scale = instrument.scales.find((one) => one.id === of.scale);
		if (!scale) throw new AppError('NOT_FOUND', { what: 'item', ref: of.scale });
		return scale.options;
	}
	const item = instrument.items[placeOfItem(instrument.items, of.item)];
	if (!item || !hasOptions(item)) throw new AppError('NOT_FOUND', { what: 'item', ref: of.item });
	return item.options;
}

/** The ids of the questions that are answered with these options. */
function answeredWith(instrument: Instrument, of: OptionsOf): Set<string> {
	const ids = instrument.items.flatMap((one) => {
		if ('item' in of) return uidOf(one) === of.item ? [one.id] : [];
		if (!('scale' in one) || one.scale !== of.scale) return [];
		return one.type === 'matrix' ? one.rows.map((row) => row.id) : [one.id];
	});
	return new Set(ids);
}

/** The options put in their place; conditions and defaults follow the values that have got another name. */
function withOptions(
	instrument: Instrument,
	of: OptionsOf,
	options: readonly Option[],
	names: ReadonlyMap<string, string> = new Map(),
): Instrument {
	const asked = answeredWith(instrument, of);
	const renamed = (value: string) => names.get(value) ?? value;
	const followed =
		names.size === 0
			? instrument
			: mapDeep(instrument, {
					leaf: (leaf) => (asked.has(leaf.item) && 'is' in leaf ? { ...leaf, is: leaf.is.map(renamed) } : leaf),
				});
	const items = followed.items.map((one): Item => {
		const own = 'item' in of && uidOf(one) === of.item && hasOptions(one) ? { options: [...options] } : {};
		const known = asked.has(one.id) && names.size > 0 && 'default' in one ? one.default : undefined;
		const value = typeof known === 'string' ? renamed(known) : Array.isArray(known) ? known.map(renamed) : undefined;
		return { ...one, ...own, ...(value === undefined ? {} : { default: value }) } as Item;
	});
	const scales = followed.scales.map((one) =>
		'scale' in of && one.id === of.scale ? { ...one, options: [...options] } : one,
	);
	return { ...followed, items, scales };
}

/** The values that a scale's points have when they are their numbers from 1: old → new. Empty where they are not so named. */
function inNumbers(was: readonly Option[], now: readonly Option[]): Map<string, string> {
	const points = was.filter((one) => !one.missing);
	if (!points.every((one, at) => one.value === String(at + 1))) return new Map();
	const outside = now.filter((one) => one.missing).map((one) => one.value);
	const next = now.filter((one) => !one.missing);
	if (next.some((_one, at) => outside.includes(String(at + 1)))) return new Map();
	return new Map(next.map((one, at) => [one.value, String(at + 1)]));
}

/** Puts options in; a scale whose points are numbered from 1 stays so. */
function settle(instrument: Instrument, of: OptionsOf, now: readonly Option[]): Instrument {
	const names = 'scale' in of ? inNumbers(optionsIn(instrument, of), now) : new Map<string, string>();
	const named = now.map((one) => ({ ...one, value: (one.missing ? undefined : names.get(one.value)) ?? one.value }));
	return withOptions(instrument, of, named, names);
}

/** A value that no option has: a number after the highest, or of those outside a scale a word. */
export function freeValue(options: readonly Option[], missing: boolean): string {
	const taken = options.map((one) => one.value);
	if (missing) return ['na', 'dk'].find((one) => !taken.includes(one)) ?? freeName('na', taken);
	return String(Math.max(0, ...taken.map((one) => (/^\d{1,6}$/.test(one) ? Number(one) : 0))) + 1);
}

function made(
	options: readonly Option[],
	added: readonly { label: TextPatch; missing?: boolean | undefined }[],
	languages: Instrument['languages'],
) {
	const all = [...options];
	return added.map(({ label, missing = false }) => {
		const value = freeValue(all, missing);
		const option: Option = {
			value,
			label: patchText(undefined, label, languages) ?? { sv: '' },
			...(missing ? { missing } : {}),
		};
		all.push(option);
		return option;
	});
}

/** New options at a place, each with a value of its own. */
export function addOptions(instrument: Instrument, edit: Extract<InstrumentEdit, { do: 'addOptions' }>): Edited {
	const now = optionsIn(instrument, edit.of);
	const added = made(now, edit.options, instrument.languages);
	const next = settle(instrument, edit.of, now.toSpliced(edit.at, 0, ...added));
	const values = optionsIn(next, edit.of).slice(edit.at, edit.at + added.length);
	return { instrument: next, made: values.map((one) => one.value) };
}

/**
 * What is said of an option. A new value is followed by conditions and defaults. Only one in an item is "other: …".
 * @throws AppError NOT_FOUND; NAME_TAKEN for a value that another option has
 */
export function setOption(instrument: Instrument, of: OptionsOf, value: string, set: OptionPatch): Edited {
	const now = optionsIn(instrument, of);
	const place = now.findIndex((one) => one.value === value);
	const option = now[place];
	if (!option) throw new AppError('NOT_FOUND', { what: 'item', ref: value });
	if (set.value !== undefined && set.value !== value && now.some((one) => one.value === set.value))
		throw new AppError('NAME_TAKEN', { what: 'item', name: set.value });
	const { label, value: renamed = value, ...flags } = set;
	const next: Option = {
		...option,
		value: renamed,
		label: label ? (patchText(option.label, label, instrument.languages) ?? { sv: '' }) : option.label,
	};
	for (const key of ['missing', 'exclusive', 'other'] as const) {
		if (flags[key]) next[key] = true;
		else if (flags[key] === false) delete next[key];
	}
	const all = now.map((one, at) => {
		if (at === place) return next;
		const { other: _other, ...rest } = one;
		return set.other ? rest : one;
	});
	return { instrument: withOptions(instrument, of, all, new Map([[value, renamed]])), made: [renamed] };
}

/** Without an option. Conditions on it are kept, and shown as problems. */
export function removeOption(instrument: Instrument, of: OptionsOf, value: string): Edited {
	const now = optionsIn(instrument, of);
	const place = now.findIndex((one) => one.value === value);
	if (place < 0) throw new AppError('NOT_FOUND', { what: 'item', ref: value });
	const rest = now.toSpliced(place, 1);
	const names = 'scale' in of ? inNumbers(now, rest) : new Map<string, string>();
	const named = rest.map((one) => ({ ...one, value: (one.missing ? undefined : names.get(one.value)) ?? one.value }));
	// A condition on the one that is gone must not come to mean the one that gets its number.
	const goneName = named.some((one) => one.value === value)
		? freeName(
				`${value}-x`,
				named.map((one) => one.value),
			)
		: value;
	return { instrument: withOptions(instrument, of, named, new Map([...names, [value, goneName]])), made: [] };
}

/** An option at another place among those of its item or scale. */
export function moveOption(instrument: Instrument, of: OptionsOf, value: string, at: number): Edited {
	const now = optionsIn(instrument, of);
	const option = now.find((one) => one.value === value);
	if (!option) throw new AppError('NOT_FOUND', { what: 'item', ref: value });
	const next = settle(instrument, of, now.filter((one) => one !== option).toSpliced(at, 0, option));
	return { instrument: next, made: [optionsIn(next, of)[Math.min(at, now.length - 1)]?.value ?? value] };
}

/** A scale of its own, for an item where one is named. */
export function addScale(instrument: Instrument, edit: Extract<InstrumentEdit, { do: 'addScale' }>): Edited {
	const same = edit.given && sameScale(instrument.scales, edit.given);
	if (same) return usedBy(instrument, same.id, edit.item);
	const copied = edit.given ?? instrument.scales.find((one) => one.id === edit.copyOf);
	const title = edit.title && patchText(copied?.title, edit.title, instrument.languages);
	const options = edit.options?.length ? made([], edit.options, instrument.languages) : undefined;
	const base: Scale = copied ?? (options ? { id: `scale${options.length}`, options } : starterScale());
	const id = freeName(
		base.id,
		instrument.scales.map((one) => one.id),
	);
	const scale: Scale = { ...base, id, ...(title ? { title } : {}) };
	return usedBy({ ...instrument, scales: [...instrument.scales, scale] }, id, edit.item);
}

/** The scale that says the very same, whatever its id. */
export function sameScale(scales: readonly Scale[], given: Scale): Scale | undefined {
	const content = ({ options, labels = 'all', numbered = false }: Scale) => JSON.stringify([options, labels, numbered]);
	return scales.find((one) => content(one) === content(given));
}

function usedBy(instrument: Instrument, scale: string, item: string | undefined): Edited {
	if (item === undefined) return { instrument, made: [scale] };
	const place = placeOfItem(instrument.items, item);
	const items = instrument.items.map((one, at) => (at === place && 'scale' in one ? { ...one, scale } : one));
	return { instrument: { ...instrument, items }, made: [scale] };
}

/** What is said of a scale as a whole. */
export function setScale(instrument: Instrument, { scale, set }: Extract<InstrumentEdit, { do: 'setScale' }>): Edited {
	const scales = instrument.scales.map((one): Scale => {
		if (one.id !== scale) return one;
		const { title: known, labels, numbered, ...rest } = one;
		const title = set.title ? patchText(known, set.title, instrument.languages) : known;
		const ends = (set.labels ?? labels) === 'ends';
		const isNumbered = set.numbered ?? numbered;
		return {
			...rest,
			...(title ? { title } : {}),
			...(ends ? { labels: 'ends' as const } : {}),
			...(isNumbered ? { numbered: true } : {}),
		};
	});
	return { instrument: { ...instrument, scales }, made: [] };
}
