import { messages } from '#shared/i18n/messages.ts';
import type { Instrument, Item, ItemType, LocalText, Option, Scale } from '../model.ts';

const both = (key: 'never' | 'little' | 'neither' | 'partly' | 'fully'): LocalText => ({
	sv: messages.sv.editor.starter[key],
	en: messages.en.editor.starter[key],
});

/** The scale that a first statement gets: agreement in five steps. */
export function starterScale(): Scale {
	const keys = ['never', 'little', 'neither', 'partly', 'fully'] as const;
	return { id: 'agree5', options: keys.map((key, at) => ({ value: String(at + 1), label: both(key) })) };
}

/** The scale that a new item at this place gets: that of the item nearest before, else the first there is. */
export function nearestScale(instrument: Instrument, place: number): string | null {
	const before = instrument.items
		.slice(0, place)
		.findLast((one) => (one.type === 'scale' || one.type === 'matrix') && hasScale(instrument, one.scale));
	return (before && 'scale' in before ? before.scale : undefined) ?? instrument.scales[0]?.id ?? null;
}

/** Whether there is a scale with this id. */
export const hasScale = (instrument: Instrument, id: string): boolean => instrument.scales.some((one) => one.id === id);

const blank = (value: string): Option => ({ value, label: { sv: '' } });

/** A new item that has what its type must have, and no words yet. `rows` are the ids of two rows for a matrix. */
export function starterItem(
	type: ItemType,
	ids: { id: string; uid: string; rows: { id: string; uid: string }[] },
	scale: string,
): Item {
	const base = { id: ids.id, uid: ids.uid, text: { sv: '' } };
	switch (type) {
		case 'scale':
			return { type, ...base, scale };
		case 'matrix':
			return { type, ...base, scale, rows: ids.rows.map((row) => ({ ...row, text: { sv: '' } })) };
		case 'single':
		case 'multiple':
		case 'ranking':
			return { type, ...base, options: [blank('1'), blank('2')] };
		case 'rating':
			return { type, ...base, min: 1, max: 10 };
		default:
			return { type, ...base };
	}
}
