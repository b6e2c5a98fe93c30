import type { Item } from '../../model.ts';
import { type Asked, given, isRating } from '../draft.ts';
import { asScale, recogniseScale } from '../known-scales.ts';
import { asRecord, type Foreign, field, isOn, list, number, word } from '../record.ts';
import { choiceOf } from './choices.ts';
import { fromStart, type Reader, repeated, said } from './reader.ts';

/** A rating: numbers, or a scale where its steps have words. */
export function readRating(element: Foreign, asked: Asked, reader: Reader): Item[] {
	const { draft, main } = reader;
	const values = list(element, 'rateValues').map((one) => choiceOf(one, asked.id, reader));
	const numbers = values.map((one) => Number(one.value));
	const asNumbers = values.every((one, at) => one.value === one.label.sv && numbers[at] === (numbers[0] ?? 0) + at);
	const end = (name: string) => {
		const words = said(field(element, name), main);
		return words && draft.text(words, asked.id);
	};
	const labels = given({ minLabel: end('minRateDescription'), maxLabel: end('maxRateDescription') });
	if (values.length > 1 && !(asNumbers && Number.isInteger(numbers[0]))) {
		const known = recogniseScale(values);
		if (known?.turned) draft.guess('turned', asked.id, known.id);
		const start = fromStart(element).default;
		const scale = draft.scaleFor({ options: asScale(draft.options(values), known?.turned ?? false) });
		return [{ ...asked, type: 'scale', scale, ...(start === undefined ? {} : { default: String(start) }) }];
	}
	const step = number(element, 'rateStep') ?? 1;
	if (step !== 1) draft.lose('setting', asked.id, `rateStep: ${step}`);
	const min = Math.trunc((values.length > 1 ? numbers[0] : number(element, 'rateMin')) ?? 1);
	const count = number(element, 'rateCount');
	const max = Math.trunc(
		(values.length > 1 ? numbers.at(-1) : number(element, 'rateMax')) ?? (count ? min + count - 1 : 5),
	);
	if (!isRating(min, max)) {
		draft.lose('type', asked.id, 'rating');
		return [{ ...asked, type: 'number', decimals: 0, ...given({ min, max }), ...fromStart(element) }];
	}
	const kind = word(element, 'rateType', 'rateDisplayMode');
	const look = kind === 'stars' ? 'stars' : kind === 'smileys' ? 'faces' : undefined;
	return [
		{
			...asked,
			type: 'rating',
			min,
			max,
			...labels,
			...given({ look: look as 'stars' | 'faces' | undefined }),
			...fromStart(element),
		} as Item,
	];
}

/** A matrix with one answer a row. */
export function readMatrix(element: Foreign, asked: Asked, reader: Reader): Item[] {
	const { draft, main, names } = reader;
	const options = draft.options(list(element, 'columns').map((one) => choiceOf(one, asked.id, reader)));
	const known = recogniseScale(options);
	if (known) draft.guess('scale', asked.id, known.id);
	if (known?.turned) draft.guess('turned', asked.id, known.id);
	const rows = list(element, 'rows').map((one) => {
		const record = asRecord(one);
		const value = record ? (word(record, 'value') ?? '') : String(one);
		if (record && word(record, 'visibleIf')) draft.lose('condition', asked.id, word(record, 'visibleIf') ?? '');
		const id = draft.rowIdFor(asked.id, value);
		names.ids.set(`${word(element, 'name')}.${value}`, { id, many: false });
		return {
			id,
			text: repeated(
				draft.text(said(record ? field(record, 'text') : undefined, main) ?? new Map([[main, value]]), id),
				names,
			),
		};
	});
	if (isOn(element, 'cellType') || list(element, 'cells').length > 0) draft.lose('setting', asked.id, 'cells');
	const { required: _all, ...rest } = asked;
	const required = isOn(element, 'eachRowRequired', 'isAllRowRequired');
	if (asked.required && !required) draft.lose('setting', asked.id, 'isRequired');
	const shuffle = word(element, 'rowOrder', 'rowsOrder') === 'random';
	return [
		{
			...rest,
			...(required ? { required } : {}),
			type: 'matrix',
			scale: draft.scaleFor({ options: asScale(options, known?.turned ?? false) }),
			rows,
			...(shuffle ? { shuffleRows: true } : {}),
		},
	];
}
