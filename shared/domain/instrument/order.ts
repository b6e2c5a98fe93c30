import { idsOf, leavesOf, pipedIn } from './edit/references.ts';
import type { Instrument, Item, Option } from './model.ts';
import { hasOptions } from './questions.ts';

/**
 * The items as one respondent meets them: what the author lets be shuffled is in an order of `seed`'s own, the same each time. An item keeps
 * its place behind those that it hangs on (shown-if, rule, repeated answer); information goes with the question after it; of the
 * alternatives those outside the scale, "none of these" and "other: …" stay last.
 * @param seed a whole number of the respondent's own, or null for the author's order
 */
export function orderedItems(instrument: Instrument, seed: number | null): Item[] {
	if (seed === null) return instrument.items;
	const ordered: Item[] = [];
	let section: Extract<Item, { type: 'section' }> | null = null;
	let under: Item[] = [];
	const close = () => {
		ordered.push(...(section?.shuffle ? shuffledItems(under, generator(seed, section.id)) : under));
		under = [];
	};
	for (const item of instrument.items) {
		if (item.type !== 'section') {
			under.push(shuffledWithin(item, seed));
			continue;
		}
		close();
		section = item;
		ordered.push(item);
	}
	close();
	return ordered;
}

function shuffledWithin(item: Item, seed: number): Item {
	if (item.type === 'matrix' && item.shuffleRows)
		return { ...item, rows: shuffled(item.rows, generator(seed, item.id)) };
	if (!hasOptions(item) || !item.shuffleOptions) return item;
	const last = (option: Option) => Boolean(option.missing || option.exclusive || option.other);
	const free = item.options.filter((option) => !last(option));
	return { ...item, options: [...shuffled(free, generator(seed, item.id)), ...item.options.filter(last)] };
}

/** Items of one section, in bundles that keep together. */
function shuffledItems(items: readonly Item[], random: () => number): Item[] {
	const asks = (item: Item) => item.type !== 'info';
	const first = items.findIndex(asks);
	if (first < 0) return [...items];
	let bundles: Item[][] = [];
	let heading: Item[] = [];
	for (const item of items.slice(first)) {
		if (!asks(item)) {
			heading.push(item);
			continue;
		}
		const parts = [...heading, item];
		heading = [];
		const needs = new Set(parts.flatMap(hangsOn));
		const isNeeded = (bundle: Item[]) => bundle.some((one) => idsOf(one).some((id) => needs.has(id)));
		const needed = bundles.filter(isNeeded);
		if (needed.length === 0) bundles.push(parts);
		else {
			// What hangs on several stands behind all of them.
			const joined = [...needed.flat(), ...parts];
			bundles = bundles.flatMap((bundle) =>
				bundle === needed[0] ? [joined] : needed.includes(bundle) ? [] : [bundle],
			);
		}
	}
	return [...items.slice(0, first), ...shuffled(bundles, random).flat(), ...heading];
}

/** The ids of answers that an item hangs on. */
function hangsOn(item: Item): string[] {
	const rule = item.type === 'section' || item.type === 'info' ? undefined : item.validation?.rule;
	const conditions = [item.shownIf, rule].flatMap((one) => (one ? leavesOf(one) : []));
	return [...pipedIn(item), ...conditions.map((leaf) => leaf.item)];
}

/** Another order of a list, drawn evenly (Fisher and Yates). */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
	const left = [...list];
	const drawn: T[] = [];
	while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
	return drawn;
}

/**
 * Numbers from 0 up to 1 that follow from a seed and a name: FNV-1a over the name, then mulberry32 (Tommy Ettinger, public domain). Each
 * shuffled thing has a row of its own, so that a change of one leaves the order of the others.
 */
function generator(seed: number, name: string): () => number {
	let state = 0x811c9dc5 ^ seed;
	for (let index = 0; index < name.length; index++) state = Math.imul(state ^ name.charCodeAt(index), 0x01000193);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
