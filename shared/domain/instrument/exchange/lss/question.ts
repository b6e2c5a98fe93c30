import { isIsoDate } from '../../answer.ts';
import type { Item } from '../../model.ts';
import { type Asked, given } from '../draft.ts';
import { fixedArray, parts, readArray, readDual } from './arrays.ts';
import { answersOf, fixedChoice, readList, readMultiple, shuffled } from './choices.ts';
import { fromTable, refer, relevance, repeated } from './conditions.ts';
import { attribute, attributeText, type Context, get, type LssRow, type Survey } from './survey.ts';
import { readValidation } from './validation.ts';

/** A question in all languages as the items it becomes. `rows`: the same question, one for each language in older files. */
export function readQuestion(rows: readonly LssRow[], survey: Survey): void {
	const { draft, refers, sid } = survey;
	const row = rows[0] as LssRow;
	const qid = get(row, 'qid');
	const code = get(row, 'title').trim();
	const type = get(row, 'type');
	const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
	if (!read) {
		draft.lose('item', code, typeNames[type] ?? type);
		return;
	}
	const source = get(row, 'relevance').trim();
	const condition =
		relevance(source, code, survey) ?? (source === '' || source === '1' ? fromTable(qid, code, survey) : undefined);
	const id = draft.idFor(code);
	const help = repeated(draft.text(survey.texts('question_l10ns', 'qid', rows, qid, 'help'), id), survey, id);
	const asked: Asked = {
		id,
		text: repeated(draft.text(survey.texts('question_l10ns', 'qid', rows, qid, 'question'), id), survey, id),
		...(help.sv ? { help } : {}),
		...(condition ? { shownIf: condition } : {}),
		...(['Y', 'S'].includes(get(row, 'mandatory')) ? { required: true } : {}),
	};
	const context: Context = { qid, code, type, row, asked, survey };
	for (const item of read(context)) {
		if (item.type !== 'section' && item.type !== 'info' && item.id === id) readValidation(item, context);
		draft.add(item);
	}
	if (!refers.has(code)) refers.set(code, { id, many: type === 'M' || type === 'P' || type === 'R' });
	const main = refers.get(code) ?? { id };
	refers.set(`${sid}X${get(row, 'gid')}X${qid}`, main);
	for (const name of lostAttributes) {
		const value = attribute(qid, name, survey);
		if (value !== '' && value !== '0' && value !== 'N') draft.lose('setting', id, `${name}: ${value}`);
	}
}

/** Attributes that change what is asked or answered. What concerns looks alone is not among them. */
const lostAttributes = [
	'hidden',
	'array_filter',
	'array_filter_exclude',
	'equals_num_value',
	'em_validation_sq',
	'time_limit',
	'prefix',
	'code_filter',
	'other_numbers_only',
	'other_comment_mandatory',
	'slider_layout',
	'numbers_only',
	'min_num_value',
	'max_num_value',
	'parent_order',
	'exclude_all_others_auto',
];

const typeNames: Record<string, string> = {
	I: 'language switch',
	'|': 'file upload',
	'*': 'equation',
	':': 'array (numbers)',
	';': 'array (texts)',
};

const readers: Record<string, (context: Context) => Item[]> = {
	L: readList,
	'!': readList,
	O: (context) => {
		const { id, text, shownIf } = context.asked;
		const made = context.survey.draft.rowIdFor(id, `${id}_comment`);
		return [
			...readList(context),
			{
				type: 'text',
				id: made,
				text: { sv: `${text.sv} –`, ...(text.en === undefined ? {} : { en: `${text.en} –` }) },
				...(shownIf ? { shownIf } : {}),
			},
		];
	},
	M: readMultiple,
	P: (context) => {
		context.survey.draft.lose('setting', context.asked.id, 'comments');
		return readMultiple(context);
	},
	R: ({ qid, asked, survey }) => {
		const { options, values } = answersOf(qid, asked.id, survey);
		const max = Number(attribute(qid, 'max_answers', survey));
		refer(survey, asked.id, values, asked.id);
		return [
			{
				...asked,
				type: 'ranking',
				options,
				...shuffled(qid, survey),
				...(Number.isInteger(max) && max > 0 ? { max } : {}),
			},
		];
	},
	F: readArray,
	H: readArray,
	A: (context) => fixedArray(context, numbers(5)),
	B: (context) => fixedArray(context, numbers(10)),
	C: (context) =>
		fixedArray(context, [
			['N', 'Nej', 'No'],
			['U', 'Osäker', 'Uncertain'],
			['Y', 'Ja', 'Yes'],
		]),
	E: (context) =>
		fixedArray(context, [
			['D', 'Minskat', 'Decrease'],
			['S', 'Oförändrat', 'Same'],
			['I', 'Ökat', 'Increase'],
		]),
	1: readDual,
	5: ({ asked }) => [{ ...asked, type: 'rating', min: 1, max: 5 }],
	Y: (context) =>
		fixedChoice(context, [
			['Y', 'Ja', 'Yes'],
			['N', 'Nej', 'No'],
		]),
	G: (context) =>
		fixedChoice(context, [
			['F', 'Kvinna', 'Female'],
			['M', 'Man', 'Male'],
		]),
	N: ({ qid, asked, survey }) => [{ ...asked, type: 'number', ...numberBounds(qid, asked.id, survey) }],
	K: (context) =>
		parts(context, (asked, { qid, survey }) => ({ ...asked, type: 'number', ...numberBounds(qid, asked.id, survey) })),
	Q: (context) =>
		parts(context, (asked, { qid, survey }) => ({ ...asked, type: 'text', long: false, ...maxLength(qid, survey) })),
	S: ({ qid, asked, survey }) => [{ ...asked, type: 'text', long: false, ...maxLength(qid, survey) }],
	T: ({ qid, asked, survey }) => [{ ...asked, type: 'text', long: true, ...maxLength(qid, survey) }],
	U: ({ qid, asked, survey }) => [{ ...asked, type: 'text', long: true, ...maxLength(qid, survey) }],
	D: ({ qid, asked, survey }) => {
		const day = (name: string) => {
			const value = attribute(qid, name, survey).slice(0, 10);
			return isIsoDate(value) ? value : undefined;
		};
		if (/[hHM]:|HH/.test(attribute(qid, 'date_format', survey))) survey.draft.lose('setting', asked.id, 'date_format');
		return [{ ...asked, type: 'date', ...given({ from: day('date_min'), to: day('date_max') }) }];
	},
	X: ({ asked: { required: _none, ...base } }) => [{ ...base, type: 'info' }],
};

const numbers = (count: number) =>
	Array.from({ length: count }, (_, at) => [String(at + 1), String(at + 1), String(at + 1)] as const);

function maxLength(qid: string, survey: Survey) {
	const value = Number(attribute(qid, 'maximum_chars', survey));
	return Number.isInteger(value) && value > 0 ? { maxLength: Math.min(value, 100_000) } : {};
}

function numberBounds(qid: string, id: string, survey: Survey) {
	const value = (name: string) => {
		const text = attribute(qid, name, survey);
		return text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
	};
	const unit = attributeText(qid, 'suffix', id, survey);
	const decimals = attribute(qid, 'num_value_int_only', survey) === '1' ? 0 : undefined;
	return given({ min: value('min_num_value_n'), max: value('max_num_value_n'), decimals, unit });
}
