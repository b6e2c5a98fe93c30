import type { Language } from '#shared/contract/basics.ts';
import { uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { Instrument, Item } from '#shared/domain/instrument/model.ts';
import { hasOptions } from '#shared/domain/instrument/questions.ts';
import { inLanguage } from '#shared/domain/instrument/text.ts';
import { matchWords } from '../../../app/match-words.ts';

/** An item as a row of the tree, drawn flat. */
export interface StructureRow {
	item: Item;
	uid: string;
	depth: 0 | 1;
	/** Of a section: how many items stand under it. */
	under: number;
	setSize: number;
	/** From 1. */
	posInSet: number;
}

/** The rows to be seen: without those under a closed section, or, in a search, those that match with the section they stand under. */
export function structureRows(
	instrument: Instrument,
	closed: ReadonlySet<string>,
	search: string,
	language: Language,
): StructureRow[] {
	const groups: { section: Item | null; items: Item[] }[] = [{ section: null, items: [] }];
	for (const item of instrument.items) {
		if (item.type === 'section') groups.push({ section: item, items: [] });
		else groups.at(-1)?.items.push(item);
	}
	const first = groups[0]?.items.length ?? 0;
	const tops = first + groups.length - 1;
	const rows: StructureRow[] = [];
	for (const [index, { section, items }] of groups.entries()) {
		const found = search ? items.filter((one) => matches(one, search, language)) : items;
		if (section) {
			if (search && found.length === 0 && !matches(section, search, language)) continue;
			const posInSet = first + index;
			rows.push({ item: section, uid: uidOf(section), depth: 0, under: items.length, setSize: tops, posInSet });
			if (!search && closed.has(uidOf(section))) continue;
		}
		for (const item of found) {
			const [setSize, depth] = section ? ([items.length, 1] as const) : ([tops, 0] as const);
			rows.push({ item, uid: uidOf(item), depth, under: 0, setSize, posInSet: items.indexOf(item) + 1 });
		}
	}
	return rows;
}

/** Whether an item answers what is searched for, in its number, texts, rows, options or comment. */
function matches(item: Item, search: string, language: Language): boolean {
	const inside = [
		...(hasOptions(item) ? item.options.map((one) => one.label) : []),
		...(item.type === 'matrix' ? item.rows.map((row) => row.text) : []),
		...(item.help ? [item.help] : []),
	];
	const others = [
		item.text.sv,
		item.text.en ?? '',
		...inside.map((one) => inLanguage(one, language)),
		item.comment ?? '',
	];
	return matchWords(search, `${item.id} ${inLanguage(item.text, language)}`, others.join(' ')) !== null;
}

/** The rows between two, both included: what Shift chooses. */
export function between(rows: readonly StructureRow[], from: string, to: string): string[] {
	const [a, b] = [rows.findIndex((row) => row.uid === from), rows.findIndex((row) => row.uid === to)];
	if (a < 0 || b < 0) return [to];
	return rows.slice(Math.min(a, b), Math.max(a, b) + 1).map((row) => row.uid);
}
