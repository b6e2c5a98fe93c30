import type { Condition, Instrument, Item, LocalText, Option } from './model.ts';

/**
 * One thing that is answered: an item, or a row of a matrix. The unit of answers, columns and results; its id is the key in `Answers`.
 */
export interface Question {
	id: string;
	/** What it is known by through versions. */
	uid: string;
	type: 'scale' | 'single' | 'multiple' | 'ranking' | 'rating' | 'number' | 'date' | 'text';
	text: LocalText;
	short?: LocalText | undefined;
	/** Of scale, single, multiple and ranking; empty for the rest. */
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
	/** Of the words to an "other: …": the id of the question that has the option. */
	otherOf: string | null;
	index: string | null;
	reverse: boolean;
	/** Bounds of rating and number. */
	min: number | null;
	max: number | null;
	/** The item it comes from. */
	item: Item;
}

/** The id of the words to a question's "other: …": one that no item can have, since an item's own has no colon. */
export const otherId = (id: string) => `${id}:other`;

/** How many questions there are to who reads a questionnaire: the words to an "other: …" belong to theirs. */
export const countQuestions = (questions: readonly Pick<Question, 'otherOf'>[]): number =>
	questions.filter((one) => one.otherOf === null).length;

/** An item that has alternatives of its own. */
export function hasOptions(item: Item): item is Extract<Item, { type: 'single' | 'multiple' | 'ranking' }> {
	return item.type === 'single' || item.type === 'multiple' || item.type === 'ranking';
}

/**
 * The questions of an instrument in its order, matrix rows each for itself; sections and information left out. The words to an "other: …"
 * are a question of their own, asked of those who chose it.
 */
export function questionsOf(instrument: Instrument): Question[] {
	const scales = new Map(instrument.scales.map((one) => [one.id, one.options]));
	let section: Extract<Item, { type: 'section' }> | null = null;
	const questions: Question[] = [];
	for (const item of instrument.items) {
		if (item.type === 'section') section = item;
		if (item.type === 'section' || item.type === 'info') continue;
		const conditions = [section?.shownIf, item.shownIf].filter((one) => one !== undefined);
		const common = { section: section?.id ?? null, conditions, required: item.required ?? false, otherOf: null, item };
		if (item.type === 'matrix') {
			const options = scales.get(item.scale) ?? [];
			for (const { id, uid = id, text, short, index = null, reverse = false } of item.rows) {
				const row = { id, uid, text, short, options, scale: item.scale, matrix: item.id, min: null, max: null };
				questions.push({ ...common, ...row, index, reverse, type: 'scale' });
			}
			continue;
		}
		const bounded = item.type === 'rating' || item.type === 'number';
		questions.push({
			...common,
			id: item.id,
			uid: item.uid ?? item.id,
			type: item.type,
			text: item.text,
			short: item.short,
			options: optionsOf(item, scales),
			scale: item.type === 'scale' ? item.scale : null,
			matrix: null,
			index: ('index' in item ? item.index : undefined) ?? null,
			reverse: ('reverse' in item ? item.reverse : undefined) ?? false,
			min: (bounded ? item.min : undefined) ?? null,
			max: (bounded ? item.max : undefined) ?? null,
		});
		const other = hasOptions(item) ? item.options.find((one) => one.other) : undefined;
		if (other) questions.push(wordsTo(questions.at(-1) as Question, other));
	}
	return questions;
}

/** The words to an "other: …". */
function wordsTo(question: Question, { value, label }: Option): Question {
	const id = otherId(question.id);
	const named = (text: string, other: string | undefined) => (other ? `${text} – ${other}` : text);
	const name = (text: LocalText): LocalText => ({
		sv: named(text.sv, label.sv),
		...(text.en === undefined ? {} : { en: named(text.en, label.en ?? label.sv) }),
	});
	return {
		...question,
		id,
		uid: otherId(question.uid),
		type: 'text',
		text: name(question.text),
		short: question.short && name(question.short),
		options: [],
		conditions: [...question.conditions, { item: question.id, is: [value] }],
		required: false,
		otherOf: question.id,
	};
}

function optionsOf(item: Item, scales: Map<string, readonly Option[]>): readonly Option[] {
	if (item.type === 'scale') return scales.get(item.scale) ?? [];
	return hasOptions(item) ? item.options : [];
}
