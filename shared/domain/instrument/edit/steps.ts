import type { Instrument, Item } from '../model.ts';
import { withContents } from './items.ts';
import { uidOf } from './references.ts';

/** The item that something is to stand before; null for last. */
export interface Target {
	before: string | null;
}

/**
 * Where items go by one step: past the item above or below, a section past the whole section above or below. Null where there is no such place. Items
 * that stand apart gather at the first (up) or last (down) of them.
 */
export function stepTarget({ items }: Instrument, uids: readonly string[], step: 'up' | 'down'): Target | null {
	const chosen = withContents(items, uids);
	const isChosen = (one: Item) => chosen.has(uidOf(one));
	const first = items.findIndex(isChosen);
	const last = items.findLastIndex(isChosen);
	if (first < 0) return null;
	const sections = items.some((one) => one.type === 'section' && isChosen(one));
	const stops = (one: Item) => !isChosen(one) && (!sections || one.type === 'section');
	if (step === 'up') {
		const above = items.slice(0, first).findLast(stops);
		return above ? { before: uidOf(above) } : null;
	}
	const below = items.findIndex((one, at) => at > last && stops(one));
	if (below < 0) return null;
	const next = items.findIndex((one, at) => at > below && stops(one));
	return { before: next < 0 ? null : uidOf(items[next] as Item) };
}

/**
 * Where items go that are dropped before or after another; null on themselves. After a section's heading is first in it for questions, and past
 * all of it for a section.
 */
export function dropTarget(
	{ items }: Instrument,
	uids: readonly string[],
	target: string,
	place: 'before' | 'after',
): Target | null {
	const chosen = withContents(items, uids);
	const at = items.findIndex((one) => uidOf(one) === target);
	if (at < 0 || chosen.has(target)) return null;
	if (place === 'before') return { before: target };
	const sections = items.some((one) => one.type === 'section' && chosen.has(uidOf(one)));
	const next = items.findIndex(
		(one, index) => index > at && !chosen.has(uidOf(one)) && (!sections || one.type === 'section'),
	);
	return { before: next < 0 ? null : uidOf(items[next] as Item) };
}

/** The identity that has the focus after items are removed: that of the item after the last, else before the first. Null where none is left. */
export function besideRemoved(instrument: Instrument, removed: ReadonlySet<string>): string | null {
	const { items } = instrument;
	const last = items.findLastIndex((one) => removed.has(uidOf(one)));
	const after = items.slice(last + 1).find((one) => !removed.has(uidOf(one)));
	const before = items.slice(0, last).findLast((one) => !removed.has(uidOf(one)));
	const beside = after ?? before;
	return beside ? uidOf(beside) : null;
}
