import { AppError } from '#shared/contract/errors.ts';
import type { Index, Instrument, Item, ItemType, Scale } from '../model.ts';
import { FreshIds } from './ids.ts';
import { referredIds, renameReferences, takenIds, uidOf } from './references.ts';
import { nearestScale, starterItem, starterScale } from './starters.ts';

/** What an edit gives: the questionnaire as it is then, and the identities (of options and scales the values and ids) of what it made. */
export interface Edited {
	instrument: Instrument;
	made: string[];
}

/** Makes a new identity. */
export type NewUid = () => string;

/** @throws AppError NOT_FOUND for an identity that no item has */
export function placeOfItem(items: readonly Item[], uid: string): number {
	const place = items.findIndex((one) => uidOf(one) === uid);
	if (place < 0) throw new AppError('NOT_FOUND', { what: 'item', ref: uid });
	return place;
}

/** Where what is to stand before an item goes; the end for null. */
const placeBefore = (items: readonly Item[], before: string | null) =>
	before === null ? items.length : placeOfItem(items, before);

/** The identities with, for each section among them, those of what stands under it. */
export function withContents(items: readonly Item[], uids: readonly string[]): Set<string> {
	const chosen = new Set(uids);
	let under = false;
	for (const one of items) {
		if (one.type === 'section') under = chosen.has(uidOf(one));
		else if (under) chosen.add(uidOf(one));
	}
	return chosen;
}

/** A new item without words, at a place; a statement takes the scale of the one before. */
export function addItem(
	instrument: Instrument,
	{ type, before }: { type: ItemType; before: string | null },
	newUid: NewUid,
): Edited {
	const place = placeBefore(instrument.items, before);
	const fresh = new FreshIds(instrument);
	const id = fresh.of(type);
	const rows = type === 'matrix' ? [0, 1].map((at) => ({ id: fresh.row(id, at), uid: newUid() })) : [];
	const needsScale = type === 'scale' || type === 'matrix';
	const base = needsScale ? scaleOrStarter(instrument, place) : { instrument, scale: '' };
	const item = starterItem(type, { id, uid: newUid(), rows }, base.scale);
	return { instrument: { ...base.instrument, items: instrument.items.toSpliced(place, 0, item) }, made: [uidOf(item)] };
}

/** Copies of items with ids and identities of their own; what they refer to among themselves is the copies. */
function copies(items: readonly Item[], fresh: FreshIds, newUid: NewUid, keepFree: boolean): Item[] {
	const names = new Map<string, string>();
	const renamed = (id: string, make: () => string) => {
		const next = keepFree && fresh.isFree(id) ? fresh.take(id) : make();
		if (!names.has(id)) names.set(id, next);
		return next;
	};
	const copied = items.map((one): Item => {
		const id = renamed(one.id, () => fresh.of(one.type));
		if (one.type !== 'matrix') return { ...one, id, uid: newUid() };
		const rows = one.rows.map((row, at) => ({ ...row, id: renamed(row.id, () => fresh.row(id, at)), uid: newUid() }));
		return { ...one, id, uid: newUid(), rows };
	});
	return renameReferences(copied, names);
}

/** Copies of items after the last of them, sections with what stands under them. */
export function duplicateItems(instrument: Instrument, uids: readonly string[], newUid: NewUid): Edited {
	for (const uid of uids) placeOfItem(instrument.items, uid);
	const chosen = withContents(instrument.items, uids);
	const originals = instrument.items.filter((one) => chosen.has(uidOf(one)));
	const place = instrument.items.findLastIndex((one) => chosen.has(uidOf(one))) + 1;
	const made = copies(originals, new FreshIds(instrument), newUid, false);
	return {
		instrument: { ...instrument, items: instrument.items.toSpliced(place, 0, ...made) },
		made: made.map(uidOf),
	};
}

/** Items from elsewhere, with what they use: a scale or index that is here already, the very same, is not put in again. */
export function insertItems(
	instrument: Instrument,
	given: {
		items: readonly Item[];
		scales: readonly Scale[];
		indexes?: readonly Index[] | undefined;
		before: string | null;
	},
	newUid: NewUid,
): Edited {
	const place = placeBefore(instrument.items, given.before);
	const scales = merged(instrument.scales, given.scales);
	const indexes = merged(instrument.indexes ?? [], given.indexes ?? []);
	const used = given.items.map((one): Item => {
		const scale = 'scale' in one ? { scale: scales.names.get(one.scale) ?? one.scale } : {};
		const index = 'index' in one && one.index ? { index: indexes.names.get(one.index) ?? one.index } : {};
		if (one.type !== 'matrix') return { ...one, ...scale, ...index } as Item;
		const rows = one.rows.map((row) =>
			row.index ? { ...row, index: indexes.names.get(row.index) ?? row.index } : row,
		);
		return { ...one, ...scale, rows };
	});
	const fresh = new FreshIds(instrument);
	const made = copies(apart(used, fresh), fresh, newUid, true);
	return {
		instrument: {
			...instrument,
			scales: scales.all,
			...(indexes.all.length > 0 ? { indexes: indexes.all } : {}),
			items: instrument.items.toSpliced(place, 0, ...made),
		},
		made: made.map(uidOf),
	};
}

/** Items whose references to what does not come along are named otherwise where the name is taken: they must not come to mean a question that happens to have it. */
function apart(items: readonly Item[], fresh: FreshIds): readonly Item[] {
	const own = new Set(takenIds(items));
	const names = new Map<string, string>();
	for (const id of referredIds(items)) {
		if (own.has(id) || fresh.isFree(id)) continue;
		let number = 1;
		while (!fresh.isFree(`${id.slice(0, 24)}-x${number}`)) number++;
		names.set(id, fresh.take(`${id.slice(0, 24)}-x${number}`));
	}
	return renameReferences(items, names);
}

/** Two lists of things with ids put together: the very same once, another thing under a taken id with an id of its own. */
function merged<T extends { id: string }>(
	own: readonly T[],
	added: readonly T[],
): { all: T[]; names: Map<string, string> } {
	const all = [...own];
	const names = new Map<string, string>();
	const content = ({ id: _id, ...rest }: T) => JSON.stringify(rest);
	for (const one of added) {
		const same = own.find((other) => content(other) === content(one));
		const id =
			same?.id ??
			freeName(
				one.id,
				all.map((other) => other.id),
			);
		names.set(one.id, id);
		if (!same) all.push({ ...one, id });
	}
	return { all, names };
}

/** The name, or with the first number after it that makes it free. At most 64 signs. */
export function freeName(name: string, taken: readonly string[]): string {
	if (!taken.includes(name)) return name;
	for (let number = 2; ; number++) {
		const next = `${name.slice(0, 58)}-${number}`;
		if (!taken.includes(next)) return next;
	}
}

/** Without these items and rows. What refers to them is kept, and shown as a problem. */
export function removeItems(instrument: Instrument, uids: readonly string[], whole: boolean): Edited {
	const gone = whole ? withContents(instrument.items, uids) : new Set(uids);
	const items = instrument.items.flatMap((one): Item[] => {
		if (gone.has(uidOf(one))) return [];
		if (one.type !== 'matrix' || !one.rows.some((row) => gone.has(uidOf(row)))) return [one];
		return [{ ...one, rows: one.rows.filter((row) => !gone.has(uidOf(row))) }];
	});
	return { instrument: { ...instrument, items }, made: [] };
}

/** Items moved to stand before another, in the order they had. A section brings what stands under it, and goes to a place between sections. */
export function moveItems(instrument: Instrument, uids: readonly string[], before: string | null): Edited {
	const { items } = instrument;
	for (const uid of uids) placeOfItem(items, uid);
	const chosen = withContents(items, uids);
	const moved = items.filter((one) => chosen.has(uidOf(one)));
	const rest = items.filter((one) => !chosen.has(uidOf(one)));
	// Before one that is moved itself: before the first after it that stays.
	const target = items.slice(placeBefore(items, before)).find((one) => !chosen.has(uidOf(one)));
	let place = target ? rest.indexOf(target) : rest.length;
	if (moved.some((one) => one.type === 'section')) place = betweenSections(rest, place);
	return {
		instrument: { ...instrument, items: rest.toSpliced(place, 0, ...moved) },
		made: moved.map(uidOf),
	};
}

/** The nearest place at or before this one, else after, where a section may stand without taking another's questions. */
function betweenSections(items: readonly Item[], place: number): number {
	const may = (at: number) => at === items.length || items[at]?.type === 'section';
	for (let at = place; at >= 0; at--) if (may(at)) return at;
	for (let at = place; ; at++) if (may(at)) return at;
}

/** The scale for a new item at a place, made where there is none. */
export function scaleOrStarter(instrument: Instrument, place: number): { instrument: Instrument; scale: string } {
	const known = nearestScale(instrument, place);
	if (known !== null) return { instrument, scale: known };
	const scale = starterScale();
	const id = freeName(
		scale.id,
		instrument.scales.map((one) => one.id),
	);
	return { instrument: { ...instrument, scales: [...instrument.scales, { ...scale, id }] }, scale: id };
}
