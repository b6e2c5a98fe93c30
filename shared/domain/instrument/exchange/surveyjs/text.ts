import { isIsoDate } from '../../answer.ts';
import type { Item } from '../../model.ts';
import { type Asked, given } from '../draft.ts';
import { type Foreign, number, word } from '../record.ts';
import { fromStart, positive, type Reader } from './reader.ts';

/** A line to write on: a number, a day or words. */
export function readText(element: Foreign, asked: Asked, { draft }: Reader): Item[] {
	const kind = word(element, 'inputType') ?? 'text';
	const start = fromStart(element);
	if (kind === 'number' || kind === 'range') {
		const value = start.default === undefined ? undefined : Number(start.default);
		const step = number(element, 'step');
		const decimals = step === 1 ? 0 : undefined;
		return [
			{
				...asked,
				type: 'number',
				...given({ min: number(element, 'min'), max: number(element, 'max'), decimals, default: value }),
			},
		];
	}
	if (kind === 'date') {
		const day = (name: string) => {
			const value = word(element, name);
			return value !== undefined && isIsoDate(value) ? value : undefined;
		};
		return [{ ...asked, type: 'date', ...given({ from: day('min'), to: day('max') }), ...start }];
	}
	if (kind !== 'text') draft.lose('setting', asked.id, `inputType: ${kind}`);
	return [
		{ ...asked, type: 'text', long: false, ...given({ maxLength: positive(number(element, 'maxLength')) }), ...start },
	];
}
