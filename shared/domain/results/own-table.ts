import { groupByScale } from '#shared/domain/report/fill-table.ts';
import type { ItemResult } from './model.ts';

/** A part of a table that one puts together: a heading, and items in their order. */
export interface TablePart {
	heading: string;
	ids: string[];
}

/** Every item that has a share of positive answers, those of one scale together; headings are to be given. */
export function usualParts(items: readonly ItemResult[], headingOf: (first: ItemResult) => string): TablePart[] {
	return groupByScale(items.filter((item) => item.topTwo !== null)).flatMap((group) => {
		const [first] = group;
		return first ? [{ heading: headingOf(first), ids: group.map((item) => item.id) }] : [];
	});
}

const separator = '|';

/** Parts as two texts for an address or a block of the report: "1,2|5,7" and "One heading|Another". */
export function writeParts(parts: readonly TablePart[]): { items: string; headings: string } {
	return {
		items: parts.map((part) => part.ids.join(',')).join(separator),
		headings: parts.map((part) => part.heading.replaceAll(separator, ' ')).join(separator),
	};
}

/** The parts again. Ids that `known` does not have are left out, and so is the second mention of an item. */
export function readParts(items: string, headings: string, known: ReadonlySet<string>): TablePart[] {
	const names = headings.split(separator);
	const seen = new Set<string>();
	return items.split(separator).map((text, at) => ({
		heading: names[at] ?? '',
		ids: text.split(',').filter((id) => {
			if (!known.has(id) || seen.has(id)) return false;
			seen.add(id);
			return true;
		}),
	}));
}

/** Moves an item one step up or down; past the end of its part it goes into the next. At the table's own end nothing changes. */
export function moveItem(parts: readonly TablePart[], id: string, step: -1 | 1): TablePart[] {
	const at = parts.findIndex((part) => part.ids.includes(id));
	const ids = parts[at]?.ids ?? [];
	const from = ids.indexOf(id);
	const to = from + step;
	if (to >= 0 && to < ids.length) {
		const next = ids.toSpliced(from, 1).toSpliced(to, 0, id);
		return parts.map((part, index) => (index === at ? { ...part, ids: next } : part));
	}
	if (at < 0 || !parts[at + step]) return [...parts];
	return parts.map((part, index) => {
		if (index === at) return { ...part, ids: ids.filter((one) => one !== id) };
		if (index !== at + step) return part;
		return { ...part, ids: step < 0 ? [...part.ids, id] : [id, ...part.ids] };
	});
}

/** Without an item; a part that is left empty stays, so that its heading can be used again. */
export function removeItem(parts: readonly TablePart[], id: string): TablePart[] {
	return parts.map((part) => ({ ...part, ids: part.ids.filter((one) => one !== id) }));
}

/** With an item last in a part. */
export function addItem(parts: readonly TablePart[], at: number, id: string): TablePart[] {
	return removeItem(parts, id).map((part, index) => (index === at ? { ...part, ids: [...part.ids, id] } : part));
}
