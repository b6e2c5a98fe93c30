import type { Condition, Item, Option } from '../../model.ts';
import { hasOptions, otherId } from '../../questions.ts';
import { allOf, given } from '../draft.ts';
import { partOf } from '../local-text.ts';
import { asRecord, type Foreign, field, isOn, list, number, word } from '../record.ts';
import { choicesOf, readMultiple, readSingle } from './choices.ts';
import { fromStart, positive, type Read, type Reader, repeated, said, shownIf } from './reader.ts';
import { known, noteRest } from './rest.ts';
import { readMatrix, readRating } from './scales.ts';
import { readText } from './text.ts';
import { readValidators } from './validators.ts';

/** A question as the items it becomes. `conditions`: of the panels around it. */
export function readQuestion(element: Foreign, conditions: readonly (Condition | null)[], reader: Reader): void {
	const { draft, names, main } = reader;
	const type = word(element, 'type') ?? '';
	const name = word(element, 'name') ?? '';
	const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
	if (!read) {
		draft.lose('item', name, type || '?');
		return;
	}
	const own = shownIf(element, name, reader);
	const id = draft.idFor(name || type);
	const title = said(field(element, 'title', 'html'), main) ?? new Map([[main, name]]);
	const help = said(field(element, 'description'), main);
	const holds = allOf([...conditions, own]);
	const base = {
		id,
		text: repeated(draft.text(title, id), names),
		...(help ? { help: repeated(draft.text(help, id), names) } : {}),
		...(holds ? { shownIf: holds } : {}),
	};
	const asked = { ...base, ...(isOn(element, 'isRequired') ? { required: true } : {}) };
	const made = read(element, asked, reader);
	const start = field(element, 'defaultValue');
	if (start !== undefined && made.every((item) => !('default' in item))) draft.lose('default', id, asWords(start));
	for (const item of made) {
		if (item.type !== 'section' && item.type !== 'info') readValidators(element, item, reader);
		draft.add(item);
	}
	// Registered last, so that an item's rule of its own answer finds it, and an earlier one of the same name is found before.
	if (!names.ids.has(name)) {
		names.ids.set(name, { id, many: type === 'checkbox' || type === 'tagbox' || type === 'ranking' });
		const other = made.find(hasOptions)?.options.find((one) => one.other);
		if (other) names.ids.set(`${name}-Comment`, { id, option: other.value, words: otherId(id) });
	}
	noteRest(element, id, known, draft);
}

const asWords = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const readers: Record<string, Read> = {
	radiogroup: readSingle,
	dropdown: readSingle,
	buttongroup: readSingle,
	imagepicker: (element, asked, reader) => {
		reader.draft.lose('type', asked.id, 'imagepicker');
		return isOn(element, 'multiSelect') ? readMultiple(element, asked, reader) : readSingle(element, asked, reader);
	},
	checkbox: readMultiple,
	tagbox: readMultiple,
	ranking: (element, asked, reader) => {
		const max = isOn(element, 'selectToRankEnabled') ? number(element, 'maxSelectedChoices') : undefined;
		return [
			{ ...asked, type: 'ranking', ...choicesOf(element, asked.id, reader), ...given({ max }), ...fromStart(element) },
		];
	},
	boolean: (element, asked, { draft, main }) => {
		const one = (which: 'True' | 'False', sv: string, en: string): Option => {
			const label = said(field(element, `label${which}`), main);
			const value = word(element, `value${which}`) ?? which.toLowerCase();
			return {
				value,
				label: label
					? draft.text(label, asked.id)
					: draft.text(
							new Map([
								['sv', sv],
								['en', en],
							]),
							asked.id,
						),
			};
		};
		const options = draft.options([one('True', 'Ja', 'Yes'), one('False', 'Nej', 'No')]);
		return [{ ...asked, type: 'single', options, ...fromStart(element) }];
	},
	rating: readRating,
	slider: (element, asked, { draft }) => {
		if (word(element, 'sliderType') === 'range') draft.lose('type', asked.id, 'slider range');
		const [min, max, step] = [number(element, 'min') ?? 0, number(element, 'max') ?? 100, number(element, 'step') ?? 1];
		if (step === 1 && Number.isInteger(min) && Number.isInteger(max) && max > min && max - min <= 10)
			return [{ ...asked, type: 'rating', min, max, ...fromStart(element) }];
		return [{ ...asked, type: 'number', min, max, ...fromStart(element) }];
	},
	matrix: readMatrix,
	text: readText,
	comment: (element, asked) => [
		{
			...asked,
			type: 'text',
			long: true,
			...given({ maxLength: positive(number(element, 'maxLength')) }),
			...fromStart(element),
		},
	],
	multipletext: (element, asked, reader) => {
		const { draft, main, names } = reader;
		return list(element, 'items').flatMap((one): Item[] => {
			const part = asRecord(one) ?? {};
			const name = word(part, 'name') ?? '';
			const id = draft.rowIdFor(asked.id, name);
			names.ids.set(`${word(element, 'name')}.${name}`, { id, many: false });
			const title = draft.text(said(field(part, 'title'), main) ?? new Map([[main, name]]), id);
			const text = partOf(asked.text, title);
			return readText(part, { ...asked, id, text, ...(isOn(part, 'isRequired') ? { required: true } : {}) }, reader);
		});
	},
	html: (_element, asked) => {
		const { required: _none, ...base } = asked;
		return [{ ...base, type: 'info' }];
	},
};
