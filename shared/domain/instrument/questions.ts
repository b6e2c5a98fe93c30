import type { Condition, Instrument, Item, LocalText, Option } from './model.ts';

/**
 * One thing that is answered: an item, or a row of a matrix. The unit of answers, columns and results; its id is the key in `Answers`.
 */
export interface Question {
	id: string;
	type: 'scale' | 'single' | 'multiple' | 'rating' | 'number' | 'date' | 'text';
	text: LocalText;
	short?: LocalText | undefined;
	/** Of scale, single and multiple; empty for the rest. */
	options: readonly Option[];
	/** The scale's id, for scale items and matrix rows. */
	scale: string | null;
	/** The id of the matrix it is a row of. */
	matrix: string | null;
	/** The id of the section it stands under. */
	section: string | null;
	/** All of these must hold for it to be asked: its own, its matrix's and its section's. */
	conditions: readonly Condition[];
	required: boolean;
	/** Bounds of rating and number. */
	min: number | null;
	max: number | null;
	/** The item it comes from. */
	item: Item;
}

/** The questions of an instrument in its order, matrix rows each for itself; sections and information left out. */
export function questionsOf(instrument: Instrument): Question[] {
	const scales = new Map(instrument.scales.map((one) => [one.id, one.options]));
	let section: Extract<Item, { type: 'section' }> | null = null;
	const questions: Question[] = [];
	for (const item of instrument.items) {
		if (item.type === 'section') section = item;
		if (item.type === 'section' || item.type === 'info') continue;
		const conditions = [section?.shownIf, item.shownIf].filter((one) => one !== undefined);
		const common = { section: section?.id ?? null, conditions, required: item.required ?? false, item };
		if (item.type === 'matrix') {
			const options = scales.get(item.scale) ?? [];
			for (const { id, text, short } of item.rows) {
				const row = { id, text, short, options, scale: item.scale, matrix: item.id, min: null, max: null };
				questions.push({ ...common, ...row, type: 'scale' });
			}
			continue;
		}
		const bounded = item.type === 'rating' || item.type === 'number';
		questions.push({
			...common,
			id: item.id,
			type: item.type,
			text: item.text,
			short: item.short,
			options: optionsOf(item, scales),
			scale: item.type === 'scale' ? item.scale : null,
			matrix: null,
			min: (bounded ? item.min : undefined) ?? null,
			max: (bounded ? item.max : undefined) ?? null,
		});
	}
	return questions;
}

function optionsOf(item: Item, scales: Map<string, readonly Option[]>): readonly Option[] {
	if (item.type === 'scale') return scales.get(item.scale) ?? [];
	return item.type === 'single' || item.type === 'multiple' ? item.options : [];
}
