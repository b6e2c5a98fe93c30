import type { Item } from '#shared/domain/instrument/model.ts';

/** A heading with what stands under it. What comes before the first heading has none. */
export interface Part {
	section: Extract<Item, { type: 'section' }> | null;
	items: Item[];
}

/** What is shown, by the headings it stands under. */
export function partsOf(items: readonly Item[], shown: ReadonlySet<string>): Part[] {
	const parts: Part[] = [];
	for (const item of items) {
		if (!shown.has(item.id)) continue;
		const last = parts[parts.length - 1];
		if (item.type === 'section') parts.push({ section: item, items: [] });
		else if (last) last.items.push(item);
		else parts.push({ section: null, items: [item] });
	}
	return parts;
}
