import { isIsoDate } from '../answer.ts';
import type { Condition, Item, LocalText, Option } from '../model.ts';
import { type Referred, type Resolve, readCondition } from './condition.ts';
import { allOf, type Draft, given, startDraft } from './draft.ts';
import { asScale, isOutside, recogniseScale } from './known-scales.ts';
import type { Reading } from './model.ts';

/** The tables of a .lss by name: rows of fields, an absent field is empty. */
export type LssTables = ReadonlyMap<string, readonly LssRow[]>;
export type LssRow = ReadonlyMap<string, string>;

const get = (row: LssRow, name: string) => row.get(name) ?? '';

interface Survey {
	tables: LssTables;
	main: string;
	draft: Draft;
	sid: string;
	/** By qid: the rows of a question, its subquestions and answers, in their order. */
	subquestions: Map<string, LssRow[]>;
	answers: Map<string, LssRow[]>;
	attributes: Map<string, LssRow[]>;
	/** What each name in an expression refers to, as far as the questionnaire has come. */
	refers: Map<string, Referred>;
	texts: (table: string, key: string, own: readonly LssRow[], id: string, field: string) => Map<string, string>;
}

/** A survey of LimeSurvey as a questionnaire: groups become sections. Both forms of the file, texts in the rows or in tables of their own. */
export function readLss(tables: LssTables, name: string): Reading | null {
	const rows = (table: string) => tables.get(table) ?? [];
	const survey = rows('surveys')[0];
	if (!survey || rows('questions').length === 0) return null;
	const main = get(survey, 'language') || 'en';
	const languages = get(survey, 'additional_languages').split(/\s+/).filter(Boolean);
	const draft = startDraft(main, languages);
	const byParent = (table: string, key: string, order: string) => {
		const grouped = new Map<string, LssRow[]>();
		for (const row of rows(table)) grouped.set(get(row, key), [...(grouped.get(get(row, key)) ?? []), row]);
		for (const group of grouped.values()) group.sort((a, b) => Number(get(a, order)) - Number(get(b, order)));
		return grouped;
	};
	const l10n = new Map(
		['group_l10ns', 'question_l10ns', 'answer_l10ns'].map((table) => {
			const key = { group_l10ns: 'gid', question_l10ns: 'qid', answer_l10ns: 'aid' }[table] ?? 'id';
			return [table, byParent(table, key, 'id')] as const;
		}),
	);
	const made: Survey = {
		tables,
		main,
		draft,
		sid: get(survey, 'sid'),
		subquestions: byParent('subquestions', 'parent_qid', 'question_order'),
		answers: byParent('answers', 'qid', 'sortorder'),
		attributes: byParent('question_attributes', 'qid', 'qaid'),
		refers: new Map(),
		texts: (table, _key, own, id, field) => {
			const apart = l10n.get(table)?.get(id) ?? [];
			return new Map(
				[...own, ...apart]
					.filter((row) => row.has(field))
					.map((row) => [get(row, 'language') || main, get(row, field)]),
			);
		},
	};
	const settings = rows('surveys_languagesettings');
	const setting = (field: string) =>
		new Map(settings.map((row) => [get(row, 'surveyls_language') || main, get(row, field)]));
	const title = setting('surveyls_title');
	draft.reserve(rows('questions').map((row) => get(row, 'title').trim()));
	const groups = byParent('groups', 'gid', 'group_order');
	const inOrder = [...groups.values()].sort(
		(a, b) => Number(get(a[0] as LssRow, 'group_order')) - Number(get(b[0] as LssRow, 'group_order')),
	);
	const questions = byParent('questions', 'gid', 'question_order');
	for (const [at, group] of inOrder.entries()) readGroup(group, at, questions, title, made);
	const known = new Set(rows('questions').map((row) => get(row, 'qid')));
	for (const row of rows('subquestions'))
		if (!known.has(get(row, 'parent_qid'))) draft.lose('item', get(row, 'title'), 'subquestion');
	for (const row of rows('answers')) if (!known.has(get(row, 'qid'))) draft.lose('item', get(row, 'code'), 'answer');
	for (const table of ['quota', 'defaultvalues', 'assessments'])
		for (const row of rows(table))
			draft.lose(
				table === 'defaultvalues' ? 'default' : 'setting',
				codeOf(rows('questions'), get(row, 'qid')),
				table === 'defaultvalues' ? get(row, 'defaultvalue') : table,
			);
	return draft.finish({
		key: name.replace(/\.lss$/i, ''),
		title,
		description: setting('surveyls_description'),
		intro: setting('surveyls_welcometext'),
		thanks: setting('surveyls_endtext'),
	});
}

const codeOf = (questions: readonly LssRow[], qid: string) =>
	get(questions.find((row) => get(row, 'qid') === qid) ?? new Map(), 'title');

function readGroup(
	group: readonly LssRow[],
	at: number,
	questions: Map<string, LssRow[]>,
	surveyTitle: Map<string, string>,
	survey: Survey,
): void {
	const { draft, main } = survey;
	const row = group[0] as LssRow;
	const gid = get(row, 'gid');
	const said = survey.texts('group_l10ns', 'gid', group, gid, 'group_name');
	const help = survey.texts('group_l10ns', 'gid', group, gid, 'description');
	const condition = relevance(get(row, 'grelevance'), `g${gid}`, survey);
	// The questions of a group, each once whatever the number of languages.
	const rows = questions.get(gid) ?? [];
	const own = [...new Set(rows.map((one) => get(one, 'qid')))]
		.map((qid) => rows.filter((one) => get(one, 'qid') === qid))
		.filter((one) => ['', '0'].includes(get(one[0] as LssRow, 'parent_qid')));
	const blocks = own.map((one) => attribute(get(one[0] as LssRow, 'qid'), 'random_group', survey));
	const shuffle = blocks.length > 1 && blocks[0] !== '' && blocks.every((one) => one === blocks[0]);
	const name = said.get(main)?.trim() ?? '';
	const isFirst = at === 0 && (name === '' || name === surveyTitle.get(main)?.trim());
	if (!(isFirst && !condition && !shuffle)) {
		const id = draft.idFor(`g${gid}`);
		const words = draft.text(help, id);
		draft.add({
			type: 'section',
			id,
			text: draft.text(said, id),
			...(words.sv ? { help: words } : {}),
			...(condition ? { shownIf: condition } : {}),
			...(shuffle ? { shuffle } : {}),
		});
	}
	for (const one of own) readQuestion(one, survey);
}

/** An attribute of a question, in the survey's own language where it has one. */
function attribute(qid: string, name: string, { attributes, main }: Survey): string {
	const rows = (attributes.get(qid) ?? []).filter((row) => get(row, 'attribute') === name);
	return get(rows.find((row) => [main, ''].includes(get(row, 'language'))) ?? rows[0] ?? new Map(), 'value').trim();
}

function attributeText(
	qid: string,
	name: string,
	at: string,
	{ attributes, main, draft }: Survey,
): LocalText | undefined {
	const rows = (attributes.get(qid) ?? []).filter(
		(row) => get(row, 'attribute') === name && get(row, 'value').trim() !== '',
	);
	if (rows.length === 0) return undefined;
	return draft.text(new Map(rows.map((row) => [get(row, 'language') || main, get(row, 'value')])), at);
}

function relevance(source: string, at: string, { refers, draft }: Survey): Condition | undefined {
	const text = source.trim();
	if (text === '' || text === '1' || text === '(1)') return undefined;
	const read = readCondition(text, resolveIn(refers));
	if (!read) draft.lose('condition', at, text);
	return read ?? undefined;
}

const resolveIn =
	(refers: Map<string, Referred>): Resolve =>
	(name) =>
		refers.get(name.replace(/\.(?:NAOK|code|value|valueNAOK|shown)$/i, '')) ?? null;

/** Conditions as older files have them, in a table of their own: any scenario, in it all questions, of each any value. */
function fromTable(qid: string, at: string, { tables, refers, draft, sid }: Survey): Condition | undefined {
	const rows = (tables.get('conditions') ?? []).filter((row) => get(row, 'qid') === qid);
	const scenarios = new Map<string, Map<string, Condition[]>>();
	for (const row of rows) {
		const field = get(row, 'cfieldname').replace(/^\+/, '');
		const method = get(row, 'method').trim() || '==';
		const condition = readCondition(
			`${`{${field}}`} ${method} "${get(row, 'value').replace(/"/g, '')}"`,
			resolveIn(refers),
		);
		if (!condition) {
			draft.lose('condition', at, `${field.replace(`${sid}X`, '')} ${method} ${get(row, 'value')}`);
			return undefined;
		}
		const scenario = scenarios.get(get(row, 'scenario')) ?? new Map<string, Condition[]>();
		scenario.set(field, [...(scenario.get(field) ?? []), condition]);
		scenarios.set(get(row, 'scenario'), scenario);
	}
	const all = [...scenarios.values()].map((scenario) =>
		allOf([...scenario.values()].map((any) => (any.length > 1 ? { any } : any[0]))),
	);
	const real = all.filter((one) => one !== undefined);
	return real.length > 1 ? { any: real } : real[0];
}

type Asked = { id: string; text: LocalText; help?: LocalText; shownIf?: Condition; required?: boolean };
interface Context {
	qid: string;
	code: string;
	type: string;
	row: LssRow;
	asked: Asked;
	survey: Survey;
}

function readQuestion(rows: readonly LssRow[], survey: Survey): void {
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

/** `{code.NAOK}` or `{code.shown}` in a text repeats an answer. */
function repeated(text: LocalText, { refers, draft }: Survey, at: string): LocalText {
	const one = (words: string) =>
		words.replace(/\{(?:INSERTANS:)?([A-Za-z0-9_.]+)\}/g, (whole, name: string) => {
			const found = resolveIn(refers)(name);
			if (!found) draft.lose('markup', at, whole);
			return found ? `{{${found.id}}}` : whole;
		});
	return { sv: one(text.sv), ...(text.en === undefined ? {} : { en: one(text.en) }) };
}

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

/** Each text by which options are named, and what the file's codes become. */
function answersOf(qid: string, id: string, survey: Survey, scale = '0') {
	const { answers, draft } = survey;
	const all = (answers.get(qid) ?? []).filter((row) => (get(row, 'scale_id') || '0') === scale);
	const codes = [...new Set(all.map((row) => get(row, 'code')))];
	const rowsOf = codes.map((code) => all.filter((row) => get(row, 'code') === code));
	const weights = rowsOf.map((rows) => Number(get(rows[0] as LssRow, 'assessment_value')) || 0);
	const options = draft.options(
		rowsOf.map((rows, at) => {
			const label = draft.text(survey.texts('answer_l10ns', 'aid', rows, get(rows[0] as LssRow, 'aid'), 'answer'), id);
			return { value: codes[at] ?? '', label, ...(isOutside(label.sv) ? { missing: true } : {}) };
		}),
	);
	return { options, weights, values: new Map(codes.map((code, at) => [code, options[at]?.value ?? code])) };
}

/** Options with weights that rise from one step to the next are a scale; those without weight stand outside. */
function weighted(options: readonly Option[], weights: readonly number[]): Option[] | null {
	const real = weights.filter((one) => one !== 0);
	if (real.length < 2 || !real.every((one, at) => at === 0 || one > (real[at - 1] ?? 0))) return null;
	return options.map((one, at) => (weights[at] === 0 ? { ...one, missing: true } : one));
}

function refer(
	{ refers }: Survey,
	code: string,
	values: Map<string, string>,
	id: string,
	more: Partial<Referred> = {},
): void {
	if (!refers.has(code)) refers.set(code, { id, value: (foreign) => values.get(foreign) ?? foreign, ...more });
}

const shuffled = (qid: string, survey: Survey) =>
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
			label:
				said ??
				survey.draft.text(
					new Map([
						['sv', 'Annat'],
						['en', 'Other'],
						[survey.main, survey.main === 'sv' ? 'Annat' : 'Other'],
					]),
					asked.id,
				),
			other: true,
		},
	];
}

function readList(context: Context): Item[] {
	const { qid, code, asked, survey } = context;
	const { draft } = survey;
	const { options, weights, values } = answersOf(qid, asked.id, survey);
	refer(survey, code, new Map([...values, ['-oth-', 'other']]), asked.id);
	const other = otherOption(context);
	if (other.length > 0) survey.refers.set(`${code}_other`, { id: `${asked.id}:other` });
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
export function asRating(
	options: readonly Option[],
): { min: number; max: number; minLabel?: LocalText; maxLabel?: LocalText } | null {
	const numbers = options.map((one) => Number(one.value));
	const [first = Number.NaN] = numbers;
	if (options.length < 3 || !Number.isInteger(first) || !numbers.every((one, at) => one === first + at)) return null;
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

function readMultiple(context: Context): Item[] {
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
			const label = draft.text(
				survey.texts('question_l10ns', 'qid', rows, get(rows[0] as LssRow, 'qid'), 'question'),
				asked.id,
			);
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

/** The rows of each subquestion, one for each language in older files. */
function rowsOf(qid: string, { subquestions }: Survey, scale = '0'): LssRow[][] {
	const all = (subquestions.get(qid) ?? []).filter((row) => (get(row, 'scale_id') || '0') === scale);
	return [...new Set(all.map((row) => get(row, 'qid')))].map((one) => all.filter((row) => get(row, 'qid') === one));
}

function noteOwnRelevance(row: LssRow, at: string, { draft }: Survey): void {
	const source = get(row, 'relevance').trim();
	if (source !== '' && source !== '1') draft.lose('condition', at, source);
}

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

function readArray(context: Context): Item[] {
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

function fixedOptions(
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

function fixedArray(context: Context, all: readonly (readonly [string, string, string])[]): Item[] {
	const { qid, asked, survey } = context;
	const scale = survey.draft.scaleFor({ options: fixedOptions(all, asked.id, survey) });
	return [{ ...asked, type: 'matrix', scale, rows: matrixRows(context, new Map()), ...shuffledRows(qid, survey) }];
}

function fixedChoice({ asked, survey }: Context, all: readonly (readonly [string, string, string])[]): Item[] {
	return [{ ...asked, type: 'single', options: fixedOptions(all, asked.id, survey) }];
}

/** An array of two scales becomes one for each. */
function readDual(context: Context): Item[] {
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
function parts(context: Context, make: (asked: Asked, context: Context) => Item): Item[] {
	const { code, asked, survey } = context;
	return rowsOf(context.qid, survey).map((rows) => {
		const own = get(rows[0] as LssRow, 'title').trim();
		const id = survey.draft.rowIdFor(asked.id, `${asked.id}_${own}`);
		survey.refers.set(`${code}_${own}`, { id });
		const title = survey.draft.text(
			survey.texts('question_l10ns', 'qid', rows, get(rows[0] as LssRow, 'qid'), 'question'),
			id,
		);
		const text = {
			sv: `${asked.text.sv} – ${title.sv}`,
			...(title.en === undefined ? {} : { en: `${asked.text.en ?? asked.text.sv} – ${title.en}` }),
		};
		return make({ ...asked, id, text }, context);
	});
}

function readValidation(item: Exclude<Item, { type: 'section' | 'info' }>, { qid, row, code, survey }: Context): void {
	const { draft, refers } = survey;
	const message = attributeText(qid, 'em_validation_q_tip', item.id, survey) ?? { sv: '' };
	const rule = attribute(qid, 'em_validation_q', survey);
	const pattern = /^\/(.+)\/[a-z]*$/s.exec(get(row, 'preg').trim())?.[1];
	const resolve: Resolve = (name) => {
		const bare = name.replace(/\.NAOK$/i, '');
		return bare === 'this' || bare === code ? { id: item.id } : resolveIn(refers)(name);
	};
	const condition = rule === '' ? null : readCondition(rule, resolve);
	if (rule !== '' && !condition) draft.lose('rule', item.id, rule);
	const whole =
		pattern && (/^\^\(\?:(.*)\)\$$/s.exec(pattern)?.[1] ?? /^\^(.*)\$$/s.exec(pattern)?.[1] ?? `.*(?:${pattern}).*`);
	if (whole && (item.type !== 'text' || whole.length > 500)) draft.lose('rule', item.id, pattern ?? '');
	const kept = whole && item.type === 'text' && whole.length <= 500 ? { pattern: whole } : {};
	if (condition || 'pattern' in kept) item.validation = { ...kept, ...(condition ? { rule: condition } : {}), message };
}
