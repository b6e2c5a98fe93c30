import type { Item } from '../../model.ts';
import type { Asked } from '../draft.ts';
import { asScale, recogniseScale } from '../known-scales.ts';
import { partOf } from '../local-text.ts';
import { answersOf, fixedOptions, shuffled, weighted } from './choices.ts';
import { noteOwnRelevance, repeated } from './conditions.ts';
import { attributeText, type Context, get, type LssRow, rowsOf, type Survey } from './survey.ts';

function matrixRows({ qid, code, row, asked, survey }: Context, values: Map<string, string>, suffix = '') {
	const { draft, refers } = survey;
	return rowsOf(qid, survey).map((rows) => {
		const own = get(rows[0] as LssRow, 'title').trim();
		noteOwnRelevance(rows[0] as LssRow, asked.id, survey);
		const id = draft.rowIdFor(asked.id, suffix === '' ? own : `${own}${suffix}`);
		const referred = { id, value: (foreign: string) => values.get(foreign) ?? foreign };
		refers.set(suffix === '' ? `${code}_${own}` : `${code}_${own}_${suffix === '_2' ? 1 : 0}`, referred);
		refers.set(`${survey.sid}X${get(row, 'gid')}X${qid}${own}`, referred);
		return {
			id,
			text: repeated(
				draft.text(survey.texts('question_l10ns', 'qid', rows, get(rows[0] as LssRow, 'qid'), 'question'), id),
				survey,
				id,
			),
		};
	});
}

const shuffledRows = (qid: string, survey: Survey) =>
	'shuffleOptions' in shuffled(qid, survey) ? { shuffleRows: true } : {};

/** An array with answers of its own: a matrix. */
export function readArray(context: Context): Item[] {
	const { qid, asked, survey } = context;
	const { draft } = survey;
	// A file that has its answers under another scale still means these.
	const first = (survey.answers.get(qid) ?? [])[0];
	const { options, weights, values } = answersOf(qid, asked.id, survey, first ? get(first, 'scale_id') || '0' : '0');
	const steps = weighted(options, weights);
	const known = steps ? null : recogniseScale(options);
	if (known) draft.guess('scale', asked.id, known.id);
	if (known?.turned) draft.guess('turned', asked.id, known.id);
	const scale = draft.scaleFor({ options: steps ?? asScale(options, known?.turned ?? false) });
	return [{ ...asked, type: 'matrix', scale, rows: matrixRows(context, values), ...shuffledRows(qid, survey) }];
}

/** An array whose answers LimeSurvey brings itself. */
export function fixedArray(context: Context, all: readonly (readonly [string, string, string])[]): Item[] {
	const { qid, asked, survey } = context;
	const scale = survey.draft.scaleFor({ options: fixedOptions(all, asked.id, survey) });
	return [{ ...asked, type: 'matrix', scale, rows: matrixRows(context, new Map()), ...shuffledRows(qid, survey) }];
}

/** An array of two scales becomes one for each. */
export function readDual(context: Context): Item[] {
	const { qid, asked, survey } = context;
	survey.draft.lose('type', asked.id, 'dual scale array');
	const one = (scale: string, id: string, suffix: string): Item => {
		const { options, values } = answersOf(qid, asked.id, survey, scale);
		const header = attributeText(qid, scale === '0' ? 'dualscale_headerA' : 'dualscale_headerB', id, survey);
		return {
			...asked,
			id,
			type: 'matrix',
			...(header ? { help: header } : {}),
			scale: survey.draft.scaleFor({ options: asScale(options, false) }),
			rows: matrixRows(context, values, suffix),
		};
	};
	return [one('0', asked.id, '_1'), one('1', survey.draft.rowIdFor(asked.id, `${asked.id}_2`), '_2')];
}

/** A question of several fields becomes one for each. */
export function parts(context: Context, make: (asked: Asked, context: Context) => Item): Item[] {
	const { code, asked, survey } = context;
	return rowsOf(context.qid, survey).map((rows) => {
		const own = get(rows[0] as LssRow, 'title').trim();
		const id = survey.draft.rowIdFor(asked.id, `${asked.id}_${own}`);
		survey.refers.set(`${code}_${own}`, { id });
		const title = survey.draft.text(
			survey.texts('question_l10ns', 'qid', rows, get(rows[0] as LssRow, 'qid'), 'question'),
			id,
		);
		const text = partOf(asked.text, title);
		return make({ ...asked, id, text }, context);
	});
}
