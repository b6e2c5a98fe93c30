import type { Condition, Instrument, Item, LocalText } from '../model.ts';
import { pipesOf, renamePipes } from '../pipe.ts';
import { hasOptions } from '../questions.ts';

/** A condition on one item. */
export type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;

interface Change {
	leaf?: (leaf: Leaf) => Leaf;
	/** Of every text, in each language. */
	text?: (text: string) => string;
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';

/** The same thing (an instrument, an item) with every leaf of its conditions and every text changed. */
export function mapDeep<T>(value: T, change: Change): T {
	if (Array.isArray(value)) return value.map((one: unknown) => mapDeep(one, change)) as T;
	if (!isObject(value)) return value;
	if (typeof value['item'] === 'string') return (change.leaf?.(value as unknown as Leaf) ?? value) as T;
	const isText = typeof value['sv'] === 'string';
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [
			key,
			isText && typeof one === 'string' ? (change.text?.(one) ?? one) : mapDeep(one, change),
		]),
	) as T;
}

/** The same with what refers to items by id (conditions, rules, repeated answers) given their new ids. */
export function renameReferences<T>(value: T, names: ReadonlyMap<string, string>): T {
	const renamed = (id: string) => names.get(id) ?? id;
	return mapDeep(value, {
		leaf: (leaf) => ({ ...leaf, item: renamed(leaf.item) }),
		text: (text) => renamePipes(text, renamed),
	});
}

/** Every id that something in it refers to, there or not. */
export function referredIds(value: unknown): Set<string> {
	const found = new Set<string>();
	mapDeep(value, {
		leaf: (leaf) => {
			found.add(leaf.item);
			return leaf;
		},
		text: (text) => {
			for (const id of pipesOf({ sv: text })) found.add(id.split(':')[0] ?? id);
			return text;
		},
	});
	return found;
}

/** The comparisons that a condition is built of, in its order. */
export function leavesOf(condition: Condition): Leaf[] {
	if ('all' in condition) return condition.all.flatMap(leavesOf);
	if ('any' in condition) return condition.any.flatMap(leavesOf);
	return 'not' in condition ? leavesOf(condition.not) : [condition];
}

/** The ids whose answers the texts of an item repeat: `{{id}}`. */
export function pipedIn(item: Item): string[] {
	const options = hasOptions(item) ? item.options.map((one) => one.label) : [];
	const rows = item.type === 'matrix' ? item.rows.map((one) => one.text) : [];
	return [item.text, item.help, ...options, ...rows].flatMap((text) => (text ? pipesOf(text) : []));
}

/** The ids that an item and its rows have. */
export function idsOf(item: Item): string[] {
	return item.type === 'matrix' ? [item.id, ...item.rows.map((row) => row.id)] : [item.id];
}

/** The ids that items and rows have. */
export const takenIds = (items: readonly Item[]): string[] => items.flatMap(idsOf);

/** What an item or row is known by through versions and renumbering. */
export const uidOf = (one: { id: string; uid?: string | undefined }): string => one.uid ?? one.id;

/** The same with the identity of every item and row written out, so that it stays when ids change. */
export function withUids(instrument: Instrument): Instrument {
	const named = <T extends { id: string; uid?: string | undefined }>(one: T): T => ({ ...one, uid: uidOf(one) });
	return {
		...instrument,
		items: instrument.items.map((one) =>
			one.type === 'matrix' ? { ...named(one), rows: one.rows.map(named) } : named(one),
		),
	};
}

/** A text with a patch laid on it; undefined where nothing is left. Where only English is asked, the Swedish follows as long as it is the same. */
export function patchText(
	now: LocalText | undefined,
	patch: { sv?: string | undefined; en?: string | undefined },
	languages: readonly string[] | undefined,
): LocalText | undefined {
	const follows = patch.sv === undefined && languages?.length === 1 && languages[0] === 'en';
	const same = !now?.sv || now.sv === now.en;
	const en = patch.en ?? now?.en;
	const sv = follows && same ? (en ?? '') : (patch.sv ?? now?.sv ?? '');
	return sv || en ? { sv, ...(en ? { en } : {}) } : undefined;
}
