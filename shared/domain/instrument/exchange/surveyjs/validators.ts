import type { Item, Validation } from '../../model.ts';
import { type Resolve, readCondition } from '../condition.ts';
import { given } from '../draft.ts';
import { asRecord, type Foreign, field, list, number, word } from '../record.ts';
import { positive, type Reader, said } from './reader.ts';

/** Validators: bounds become the item’s own, the rest rules. */
export function readValidators(
	element: Foreign,
	item: Exclude<Item, { type: 'section' | 'info' }>,
	{ draft, names, main }: Reader,
): void {
	for (const one of list(element, 'validators')) {
		const validator = asRecord(one) ?? {};
		const type = word(validator, 'type') ?? '';
		const message = draft.text(said(field(validator, 'text'), main) ?? new Map(), item.id);
		const put = (rule: Omit<Validation, 'message'>) => {
			item.validation = { ...item.validation, ...rule, message };
		};
		const [min, max] = [number(validator, 'minValue'), number(validator, 'maxValue')];
		const regex = word(validator, 'regex');
		const expression = word(validator, 'expression');
		// The rule is over the answer itself too.
		const resolve: Resolve = (name) => (name === word(element, 'name') ? { id: item.id } : names.resolve(name));
		const rule = expression === undefined ? null : readCondition(expression, resolve);
		const isBound = { numeric: 'number', text: 'text', answercount: 'multiple' }[type] === item.type;
		// Of what becomes the item's own bounds the program tells in words of its own.
		if (isBound && message.sv !== '') draft.lose('setting', item.id, 'message');
		if (type === 'numeric' && item.type === 'number')
			Object.assign(item, given({ min: min ?? item.min, max: max ?? item.max }));
		else if (type === 'numeric' && item.type === 'text') draft.lose('rule', item.id, type);
		else if (type === 'text' && item.type === 'text' && number(validator, 'minLength') === undefined)
			Object.assign(item, given({ maxLength: positive(number(validator, 'maxLength')) ?? item.maxLength }));
		else if (type === 'answercount' && item.type === 'multiple')
			Object.assign(
				item,
				given({
					min: positive(number(validator, 'minCount')) ?? item.min,
					max: positive(number(validator, 'maxCount')) ?? item.max,
				}),
			);
		else if (type === 'regex' && item.type === 'text' && regex && regex.length <= 500) put({ pattern: regex });
		else if (rule) put({ rule });
		else draft.lose('rule', item.id, regex ?? expression ?? type);
	}
}
