import type { Item, Option } from '../../model.ts';
import { type Asked, given } from '../draft.ts';
import { asScale, isOutside, recogniseScale } from '../known-scales.ts';
import { asRecord, type Foreign, field, isOn, list, number, word } from '../record.ts';
import { fromStart, positive, type Reader, repeated, said } from './reader.ts';

/** One of several; a scale where the words are those of a common one. */
export function readSingle(element: Foreign, asked: Asked, reader: Reader): Item[] {
	const { draft } = reader;
	const choices = choicesOf(element, asked.id, reader);
	const start = fromStart(element);
	const common = {
		...asked,
		...(start.default === undefined
			? {}
			: { default: Array.isArray(start.default) ? start.default : String(start.default) }),
	};
	const known = choices.options.some((one) => one.other) ? null : recogniseScale(choices.options);
	if (!known || choices.shuffleOptions) return [{ ...common, type: 'single', ...choices }];
	draft.guess('scale', asked.id, known.id);
	if (known.turned) draft.guess('turned', asked.id, known.id);
	return [
		{ ...common, type: 'scale', scale: draft.scaleFor({ options: asScale(plain(choices.options), known.turned) }) },
	];
}

/** Options as they stand in a scale, where none goes with others. */
const plain = (options: readonly Option[]) => options.map(({ exclusive: _none, ...one }) => one);

/** Several choices. */
export function readMultiple(element: Foreign, asked: Asked, reader: Reader): Item[] {
	const start = fromStart(element).default;
	return [
		{
			...asked,
			type: 'multiple',
			...choicesOf(element, asked.id, reader),
			...given({
				min: positive(number(element, 'minSelectedChoices')),
				max: positive(number(element, 'maxSelectedChoices')),
			}),
			...(start === undefined ? {} : { default: Array.isArray(start) ? start : [String(start)] }),
		},
	];
}

/** The choices of a question with those that SurveyJS has settings for: none, other, don’t know. */
export function choicesOf(
	element: Foreign,
	id: string,
	reader: Reader,
): { options: Option[]; shuffleOptions?: boolean } {
	const { draft, main } = reader;
	const options: Option[] = list(element, 'choices').map((one) => choiceOf(one, id, reader));
	const extra = (value: string, source: unknown, sv: string, en: string, marks: Partial<Option>) => {
		const label =
			said(source, main) ??
			new Map([['sv', sv], ['en', en], ...(main === 'sv' || main === 'en' ? [] : ([[main, en]] as const))]);
		options.push({ value, label: draft.text(label, id), ...marks });
	};
	if (isOn(element, 'showNoneItem', 'hasNone'))
		extra('none', field(element, 'noneText'), 'Inget av detta', 'None', { exclusive: true });
	if (isOn(element, 'showRefuseItem'))
		extra('refused', field(element, 'refuseText'), 'Vill inte svara', 'Prefer not to answer', {
			exclusive: true,
			missing: true,
		});
	if (isOn(element, 'showDontKnowItem'))
		extra('dontknow', field(element, 'dontKnowText'), 'Vet inte', "Don't know", { exclusive: true, missing: true });
	if (isOn(element, 'showOtherItem', 'hasOther'))
		extra('other', field(element, 'otherText'), 'Annat', 'Other', { other: true });
	if (isOn(element, 'showSelectAllItem', 'hasSelectAll')) draft.lose('setting', id, 'showSelectAllItem');
	const order = word(element, 'choicesOrder');
	if (order === 'asc' || order === 'desc') draft.lose('setting', id, `choicesOrder: ${order}`);
	return { options: draft.options(options), ...(order === 'random' ? { shuffleOptions: true } : {}) };
}

/** One choice, whichever way it is written. */
export function choiceOf(source: unknown, id: string, { draft, main, names }: Reader): Option {
	const record = asRecord(source);
	if (!record) return { value: String(source), label: draft.text(new Map([[main, String(source)]]), id) };
	const value = word(record, 'value') ?? '';
	for (const name of ['visibleIf', 'enableIf'])
		if (word(record, name)) draft.lose('condition', id, word(record, name) ?? '');
	if (field(record, 'imageLink')) draft.lose('markup', id, 'img');
	const label = repeated(draft.text(said(field(record, 'text'), main) ?? new Map([[main, value]]), id), names);
	return { value, label, ...(isOutside(label.sv) ? { missing: true } : {}) };
}
