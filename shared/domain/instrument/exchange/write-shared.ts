import { languagesOf } from '../languages.ts';
import type { Instrument, Item, LocalText, Option } from '../model.ts';
import { isOutside } from './known-scales.ts';
import type { Loss, LossKind } from './model.ts';

/** Notes what the other format can't hold. */
export type Lose = (kind: LossKind, at: string, detail: string) => void;

/** A list of losses, each once, and the function that adds to it. */
export function startLosses(): { losses: Loss[]; lose: Lose } {
	const losses: Loss[] = [];
	const known = new Set<string>();
	return {
		losses,
		lose: (kind, at, detail) => {
			const key = JSON.stringify([kind, at, detail]);
			if (!known.has(key)) losses.push({ kind, at, detail });
			known.add(key);
		},
	};
}

/** What only we keep of an item and of a questionnaire. */
const own = ['uid', 'short', 'comment', 'identifying', 'index', 'reverse', 'look', 'adviceSeen'] as const;

/** Lists what of an item no other format holds, but for what that one does. */
export function noteOwn(item: Item, lose: Lose, held: readonly string[] = []): void {
	// An identity that is the id is the same without being told.
	const note = (one: { id: string; uid?: string | undefined }, fields: readonly string[]) => {
		for (const field of fields)
			if (one[field as 'uid'] && !(field === 'uid' && one.uid === one.id)) lose('setting', one.id, field);
	};
	note(
		item,
		own.filter((field) => !held.includes(field)),
	);
	if (item.type === 'matrix') for (const row of item.rows) note(row, ['uid', 'short', 'index', 'reverse']);
}

/** Lists what of the whole no other format holds. */
export function noteWhole(instrument: Instrument, lose: Lose): void {
	const { kind, indexes = [], scales } = instrument;
	// English words that are there and not asked, as ready scales have them.
	if (!languagesOf(instrument).includes('en') && /"en":/.test(JSON.stringify(instrument))) lose('language', '', 'en');
	if (kind !== undefined && kind !== 'questionnaire') lose('setting', '', 'kind');
	for (const { id } of indexes) lose('setting', '', `index ${id}`);
	if (scales.some((one) => one.title)) lose('setting', '', 'scaleTitle');
}

/** A scale's options, its looks listed as lost. */
export function scaleOptions(
	instrument: Instrument,
	item: Extract<Item, { scale: string }>,
	lose: Lose,
): readonly Option[] {
	const scale = instrument.scales.find((one) => one.id === item.scale);
	if (scale?.labels === 'ends') lose('setting', item.id, 'labels');
	if (scale?.numbered) lose('setting', item.id, 'numbered');
	return scale?.options ?? [];
}

/** An option outside the scale is only known again where its words say it. */
export function noteOutside(option: Option, id: string, lose: Lose): void {
	if (option.missing && !isOutside(option.label.sv)) lose('setting', id, `missing: ${option.value}`);
}

/** A text in a language of the instrument, empty where that is lacking. */
export function inOne(text: LocalText | undefined, language: 'sv' | 'en', languages: readonly string[]): string {
	if (!text) return '';
	if (language === 'sv') return text.sv;
	return text.en ?? (languages.length === 1 ? text.sv : '');
}

/** Names as a format allows them, unique, by our own. `make` gives a wish that the format allows; each change is listed. */
export function namesFor(
	ids: readonly string[],
	make: (id: string) => string,
	most: number,
	lose: Lose,
	at = '',
): Map<string, string> {
	const taken = new Set<string>();
	const names = new Map<string, string>();
	for (const id of ids) {
		const wish = make(id).slice(0, most);
		let name = wish;
		for (let number = 2; taken.has(name.toLowerCase()); number++)
			name = `${wish.slice(0, most - String(number).length)}${number}`;
		taken.add(name.toLowerCase());
		names.set(id, name);
		if (name !== id) lose('renamed', at, `${id} → ${name}`);
	}
	return names;
}
