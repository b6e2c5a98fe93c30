import type { Item, LocalText, Option } from '../../model.ts';
import { otherId } from '../../questions.ts';
import { given, isRating, otherWords } from '../draft.ts';
import { asScale, isOutside, recogniseScale } from '../known-scales.ts';
import { noteOwnRelevance, refer, repeated } from './conditions.ts';
import { attribute, attributeText, type Context, get, groupedBy, type LssRow, rowsOf, type Survey } from './survey.ts';

/** Each text by which options are named, and what the file's codes become. */
export function answersOf(qid: string, id: string, survey: Survey, scale = '0') {
	const { answers, draft } = survey;
	const all = (answers.get(qid) ?? []).filter((row) => (get(row, 'scale_id') || '0') === scale);
	const byCode = groupedBy(all, 'code');
	const codes = [...byCode.keys()];
	const rowsOf = [...byCode.values()];
	const weights = rowsOf.map((rows) => Number(get(rows[0] as LssRow, 'assessment_value')) || 0);
	const options = draft.options(
		rowsOf.map((rows, at) => {
			const said = survey.texts('answer_l10ns', 'aid', rows, get(rows[0] as LssRow, 'aid'), 'answer');
			const label = repeated(draft.text(said, id), survey, id);
			return { value: codes[at] ?? '', label, ...(isOutside(label.sv) ? { missing: true } : {}) };
		}),
	);
	return { options, weights, values: new Map(codes.map((code, at) => [code, options[at]?.value ?? code])) };
}

/** Options with weights that rise from one step to the next are a scale; those without weight stand outside. */
export function weighted(options: readonly Option[], weights: readonly number[]): Option[] | null {
	const real = weights.filter((one) => one !== 0);
	if (real.length < 2 || !real.every((one, at) => at === 0 || one > (real[at - 1] ?? 0))) return null;
	return options.map((one, at) => (weights[at] === 0 ? { ...one, missing: true } : one));
}

/** Whether what one chooses among comes in another order to each. */
export const shuffled = (qid: string, survey: Survey) =>
	attribute(qid, 'random_order', survey) === '1' ||
	['random', 'answer_order'].includes(attribute(qid, 'answer_order', survey)) ||
	attribute(qid, 'subquestion_order', survey) === 'random'
		? { shuffleOptions: true }
		: {};

function otherOption({ qid, row, asked, survey }: Context): Option[] {
	if (get(row, 'other') !== 'Y') return [];
	const said = attributeText(qid, 'other_replace_text', asked.id, survey);
	return [
		{
			value: 'other',
			label: said ?? survey.draft.text(otherWords(survey.main), asked.id),
			other: true,
		},
	];
}

/** LimeSurvey names the field for the words to an "other": it is filled in where that is chosen. */
function referToOther({ code, asked, survey }: Context): void {
	survey.refers.set(`${code}_other`, { id: asked.id, option: 'other', words: otherId(asked.id) });
}

/** One of several: a scale where the weights or the words say so, whole numbers in a row as a rating, else plain alternatives. */
export function readList(context: Context): Item[] {
	const { qid, code, asked, survey } = context;
	const { draft } = survey;
	const { options, weights, values } = answersOf(qid, asked.id, survey);
	refer(survey, code, new Map([...values, ['-oth-', 'other']]), asked.id);
	const other = otherOption(context);
	if (other.length > 0) referToOther(context);
	const steps = other.length === 0 ? weighted(options, weights) : null;
	if (steps) return [{ ...asked, type: 'scale', scale: draft.scaleFor({ options: steps }) }];
	const rating = other.length === 0 ? asRating(options) : null;
	if (rating) return [{ ...asked, type: 'rating', ...rating }];
	const known = other.length === 0 ? recogniseScale(options) : null;
	if (!known)
		return [{ ...asked, type: 'single', options: draft.options([...options, ...other]), ...shuffled(qid, survey) }];
	draft.guess('scale', asked.id, known.id);
	if (known.turned) draft.guess('turned', asked.id, known.id);
	return [{ ...asked, type: 'scale', scale: draft.scaleFor({ options: asScale(options, known.turned) }) }];
}

/** Whole numbers in a row, with words at the ends at most. */
function asRating(
	options: readonly Option[],
): { min: number; max: number; minLabel?: LocalText; maxLabel?: LocalText } | null {
	const numbers = options.map((one) => Number(one.value));
	const [first = Number.NaN] = numbers;
	if (
		options.length < 3 ||
		!isRating(first, first + options.length - 1) ||
		!numbers.every((one, at) => one === first + at)
	)
		return null;
	const end = ({ value, label }: Option): LocalText | null | undefined => {
		const rest = (text: string) =>
			text === value ? '' : (new RegExp(`^${value}\\s*[–:.=-]?\\s+(.+)$`).exec(text)?.[1] ?? null);
		const sv = rest(label.sv);
		if (sv === null) return null;
		return sv === '' ? undefined : { sv, ...(label.en === undefined ? {} : { en: rest(label.en) ?? label.en }) };
	};
	const ends = options.map(end);
	if (ends.some((one, at) => one === null || (one !== undefined && at > 0 && at < options.length - 1))) return null;
	const [minLabel, maxLabel] = [ends[0], ends.at(-1)];
	return {
		min: first,
		max: first + options.length - 1,
		...(minLabel ? { minLabel } : {}),
		...(maxLabel ? { maxLabel } : {}),
	};
}

/** Several choices: its subquestions are the options. */
export function readMultiple(context: Context): Item[] {
	const { qid, code, row, asked, survey } = context;
	const { draft, refers } = survey;
	const exclusive = new Set(
		attribute(qid, 'exclude_all_others', survey)
			.split(/[;,\s]+/)
			.filter(Boolean),
	);
	const subs = rowsOf(qid, survey);
	const options = draft.options([
		...subs.map((rows) => {
			const own = get(rows[0] as LssRow, 'title').trim();
			noteOwnRelevance(rows[0] as LssRow, asked.id, survey);
			const said = survey.texts('question_l10ns', 'qid', rows, get(rows[0] as LssRow, 'qid'), 'question');
			const label = repeated(draft.text(said, asked.id), survey, asked.id);
			return {
				value: own,
				label,
				...(exclusive.has(own) ? { exclusive: true } : {}),
				...(isOutside(label.sv) ? { missing: true } : {}),
			};
		}),
		...otherOption(context),
	]);
	for (const [at, rows] of subs.entries()) {
		const own = get(rows[0] as LssRow, 'title').trim();
		const referred = { id: asked.id, option: options[at]?.value };
		refers.set(`${code}_${own}`, referred);
		refers.set(`${survey.sid}X${get(row, 'gid')}X${qid}${own}`, referred);
	}
	if (options.some((one) => one.other)) referToOther(context);
	const count = (name: string) => {
		const value = Number(attribute(qid, name, survey));
		return Number.isInteger(value) && value > 0 ? value : undefined;
	};
	return [
		{
			...asked,
			type: 'multiple',
			options,
			...shuffled(qid, survey),
			...given({ min: count('min_answers'), max: count('max_answers') }),
		},
	];
}

/** Answers that LimeSurvey brings itself: value, Swedish, English. */
export function fixedOptions(
	all: readonly (readonly [string, string, string])[],
	id: string,
	{ draft, main }: Survey,
): Option[] {
	return all.map(([value, sv, en]) => ({
		value,
		label: draft.text(
			new Map([
				[main, en],
				['sv', sv],
				['en', en],
			]),
			id,
		),
	}));
}

/** One of several that LimeSurvey brings itself. */
export function fixedChoice({ asked, survey }: Context, all: readonly (readonly [string, string, string])[]): Item[] {
	return [{ ...asked, type: 'single', options: fixedOptions(all, asked.id, survey) }];
}
