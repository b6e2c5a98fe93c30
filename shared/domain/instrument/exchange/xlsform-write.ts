import type { Instrument, Item, LocalText, Option } from '../model.ts';
import { questionsOf } from '../questions.ts';
import { type Dialect, never, writeCondition } from './condition.ts';
import { allOf } from './draft.ts';
import type { Loss } from './model.ts';
import { inOne, type Lose, languagesOf, namesFor, noteOwn, scaleOptions, startLosses } from './write-shared.ts';

/** A sheet to be written: the first row holds the headings. */
export interface WrittenSheet {
	name: string;
	rows: string[][];
}

const languageTitle = { sv: 'Svenska (sv)', en: 'English (en)' };

interface Writer {
	instrument: Instrument;
	languages: ('sv' | 'en')[];
	lose: Lose;
	survey: Record<string, string>[];
	choices: Record<string, string>[];
	lists: Map<string, string>;
	/** Our ids as XLSForm allows them; an option's value by the item's id. */
	name: (id: string) => string;
	value: (value: string) => string;
	dialect: Dialect;
}

/** A questionnaire as an XLSForm, and what it can't hold. */
export function writeXlsForm(instrument: Instrument): { sheets: WrittenSheet[]; losses: Loss[] } {
	const { losses, lose } = startLosses();
	const languages = languagesOf(instrument);
	const writer: Writer = {
		instrument,
		languages,
		lose,
		survey: [],
		choices: [],
		lists: new Map(),
		...namesOf(instrument, lose),
	};
	for (const { id } of instrument.indexes ?? []) lose('setting', '', `index ${id}`);
	if (instrument.description) lose('setting', '', 'description');
	// What is read first and last stands in notes of their own.
	if (instrument.intro)
		writer.survey.push({ type: 'note', name: 'intro', ...local('label', instrument.intro, writer) });
	let open = false;
	for (const item of instrument.items) {
		if (item.type === 'section') {
			if (open) writer.survey.push({ type: 'end_group' });
			open = true;
			noteOwn(item, lose);
			if (item.shuffle) lose('setting', item.id, 'shuffle');
			writer.survey.push({ type: 'begin_group', name: writer.name(item.id), ...shared(item, writer) });
		} else writeItem(item, writer);
	}
	if (open) writer.survey.push({ type: 'end_group' });
	if (instrument.thanks)
		writer.survey.push({ type: 'note', name: 'thanks', ...local('label', instrument.thanks, writer) });
	const title = Object.fromEntries(
		languages.slice(1).map((one) => [`form_title::${languageTitle[one]}`, inOne(instrument.title, one, languages)]),
	);
	const settings = {
		form_title: inOne(instrument.title, languages[0], languages),
		form_id: instrument.key,
		version: String(instrument.version),
		default_language: languageTitle[languages[0]],
		...title,
	};
	return {
		sheets: [asSheet('survey', writer.survey), asSheet('choices', writer.choices), asSheet('settings', [settings])],
		losses,
	};
}

function asSheet(name: string, rows: readonly Record<string, string>[]): WrittenSheet {
	const first = { survey: ['type', 'name'], choices: ['list_name', 'name'], settings: [] }[name] ?? [];
	const columns = [...new Set([...first, ...rows.flatMap((row) => Object.keys(row))])];
	return { name, rows: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))] };
}

function namesOf(instrument: Instrument, lose: Lose): Pick<Writer, 'name' | 'value' | 'dialect'> {
	const ids = instrument.items.flatMap((item) =>
		item.type === 'matrix' ? [item.id, ...item.rows.map((row) => row.id)] : [item.id],
	);
	const names = namesFor(
		ids,
		(id) => (id === 'intro' || id === 'thanks' || !/^[A-Za-z_]/.test(id) ? `q${id}` : id),
		60,
		lose,
	);
	const questions = new Map(questionsOf(instrument).map((one) => [one.id, one]));
	const many = (id: string) => ['multiple', 'ranking'].includes(questions.get(id)?.type ?? '');
	const name = (id: string) => (id.endsWith(':other') ? `${names.get(id.slice(0, -6))}_other` : (names.get(id) ?? id));
	// Choices of several are kept with a space between: no value may hold one.
	const value = (one: string) => one.replace(/\s+/g, '_');
	const quoted = (one: string) => (one.includes("'") ? `"${one}"` : `'${one}'`);
	const dialect: Dialect = {
		answered: (id) => `\${${name(id)}} != ''`,
		is: (id, all) => {
			if (all.some((one) => one.includes("'") && one.includes('"'))) return null;
			const words = questions.get(id)?.options.length ? all.map(value) : all;
			const each = words.map((one) =>
				many(id) ? `selected(\${${name(id)}}, ${quoted(one)})` : `\${${name(id)}} = ${quoted(one)}`,
			);
			return each.length === 1 ? (each[0] ?? null) : `(${each.join(' or ')})`;
		},
		chosenAtLeast: (id, count) => {
			if (many(id)) return `count-selected(\${${name(id)}}) >= ${count}`;
			return count === 1 ? dialect.answered(id) : never(id, dialect);
		},
		compare: (id, sign, number) => (many(id) ? never(id, dialect) : `\${${name(id)}} ${sign} ${number}`),
		not: (inner) => `not(${inner})`,
	};
	return { name, value, dialect };
}

/** A text in columns by language. */
function local(field: string, text: LocalText | undefined, { languages, name }: Writer): Record<string, string> {
	if (!text) return {};
	const piped = (words: string) =>
		words.replace(/\{\{\s*([^{}\s]+)\s*\}\}/g, (_whole, id: string) => `\${${name(id)}}`);
	return Object.fromEntries(
		languages
			.map((one) => [`${field}::${languageTitle[one]}`, piped(inOne(text, one, languages))] as const)
			.filter(([, words]) => words !== ''),
	);
}

function shared(item: Item, writer: Writer): Record<string, string> {
	const relevant = item.shownIf ? writeCondition(item.shownIf, writer.dialect) : undefined;
	if (relevant === null) writer.lose('condition', item.id, item.id);
	return {
		...local('label', item.text, writer),
		...local('hint', item.help, writer),
		...(relevant ? { relevant } : {}),
		...('required' in item && item.required ? { required: 'yes' } : {}),
	};
}

function listOf(options: readonly Option[], wish: string, writer: Writer): string {
	const { lists, choices, value, lose } = writer;
	const key = JSON.stringify(options);
	const known = lists.get(key);
	if (known) return known;
	const name = wish.replace(/[^A-Za-z0-9_]/g, '_');
	lists.set(key, name);
	for (const option of options) {
		if (value(option.value) !== option.value) lose('renamed', '', `${option.value} → ${value(option.value)}`);
		choices.push({
			list_name: name,
			name: value(option.value),
			...local('label', option.label, writer),
			...(option.missing ? { missing: 'yes' } : {}),
			...(option.exclusive ? { exclusive: 'yes' } : {}),
		});
	}
	return name;
}

function writeItem(item: Exclude<Item, { type: 'section' }>, writer: Writer): void {
	const { survey, name, lose, instrument, value } = writer;
	noteOwn(item, lose, item.type === 'rating' && item.look === 'stars' ? ['look'] : []);
	const row = { name: name(item.id), ...shared(item, writer) };
	if (item.type === 'info') {
		survey.push({ type: 'note', ...row });
		return;
	}
	const start: Record<string, string> =
		item.default === undefined
			? {}
			: { default: Array.isArray(item.default) ? item.default.map(value).join(' ') : String(item.default) };
	const more = (constraints: (string | undefined)[]): Record<string, string> => ({
		...constraint(item, constraints, writer),
		...start,
	});
	switch (item.type) {
		case 'matrix': {
			if (item.default !== undefined) lose('default', item.id, '');
			const list = listOf(scaleOptions(instrument, item, lose), item.scale, writer);
			const { required, ...group } = row as Record<string, string>;
			if (item.shuffleRows) lose('setting', item.id, 'shuffleRows');
			survey.push({ type: 'begin_group', appearance: 'table-list', ...group });
			for (const one of item.rows)
				survey.push({
					type: `select_one ${list}`,
					name: name(one.id),
					...local('label', one.text, writer),
					...(required ? { required } : {}),
				});
			survey.push({ type: 'end_group' });
			return;
		}
		case 'scale':
			survey.push({
				type: `select_one ${listOf(scaleOptions(instrument, item, lose), item.scale, writer)}`,
				...row,
				appearance: 'likert',
				...more([]),
			});
			return;
		case 'single':
		case 'multiple':
		case 'ranking':
			writeChoice(item, row, more, writer);
			return;
		case 'rating': {
			const ends = endsOf(item);
			const hint = ends ? local('hint', item.help ? joined(item.help, ends) : ends, writer) : {};
			const look: Record<string, string> = item.look === 'stars' ? { appearance: 'rating' } : {};
			survey.push({
				type: 'range',
				...row,
				...hint,
				...look,
				parameters: `start=${item.min} end=${item.max} step=1`,
				...more([]),
			});
			return;
		}
		case 'number':
			if (item.unit) lose('setting', item.id, 'unit');
			if (item.decimals) lose('setting', item.id, 'decimals');
			survey.push({
				type: item.decimals === 0 ? 'integer' : 'decimal',
				...row,
				...more([at('>=', item.min), at('<=', item.max)]),
			});
			return;
		case 'date':
			survey.push({ type: 'date', ...row, ...more([day('>=', item.from), day('<=', item.to)]) });
			return;
		case 'text':
			survey.push({
				type: 'text',
				...row,
				...((item.long === false ? {} : { appearance: 'multiline' }) as Record<string, string>),
				...more([item.maxLength === undefined ? undefined : `string-length(.) <= ${item.maxLength}`]),
			});
	}
}

const at = (sign: string, bound: number | undefined) => (bound === undefined ? undefined : `. ${sign} ${bound}`);
const day = (sign: string, bound: string | undefined) =>
	bound === undefined ? undefined : `. ${sign} date('${bound}')`;

/** The ends of a scale of numbers, which XLSForm has no place for, as the last line of the hint. */
function endsOf({ min, max, minLabel, maxLabel }: Extract<Item, { type: 'rating' }>): LocalText | undefined {
	if (!minLabel && !maxLabel) return undefined;
	const line = (low: string | undefined, high: string | undefined) =>
		[low && `${min} = ${low}`, high && `${max} = ${high}`].filter(Boolean).join(' · ');
	const en = minLabel?.en ?? maxLabel?.en;
	return {
		sv: line(minLabel?.sv, maxLabel?.sv),
		...(en === undefined ? {} : { en: line(minLabel?.en, maxLabel?.en) }),
	};
}

const joined = (first: LocalText, then: LocalText): LocalText => ({
	sv: `${first.sv}\n${then.sv}`,
	...(first.en === undefined && then.en === undefined ? {} : { en: `${first.en ?? first.sv}\n${then.en ?? then.sv}` }),
});

function writeChoice(
	item: Extract<Item, { type: 'single' | 'multiple' | 'ranking' }>,
	row: Record<string, string>,
	more: (constraints: (string | undefined)[]) => Record<string, string>,
	writer: Writer,
): void {
	const { survey, lose, value, name, dialect } = writer;
	const other = item.options.find((one) => one.other);
	const list = listOf(item.options, name(item.id), writer);
	const type = { single: 'select_one', multiple: 'select_multiple', ranking: 'rank' }[item.type];
	const shuffle: Record<string, string> = item.shuffleOptions ? { parameters: 'randomize=true' } : {};
	const constraints: (string | undefined)[] = [];
	if (item.type === 'multiple') {
		constraints.push(item.min === undefined ? undefined : `count-selected(.) >= ${item.min}`);
		constraints.push(item.max === undefined ? undefined : `count-selected(.) <= ${item.max}`);
		for (const one of item.options)
			if (one.exclusive) constraints.push(`not(selected(., '${value(one.value)}') and count-selected(.) > 1)`);
	}
	if (item.type === 'ranking')
		constraints.push(item.max === undefined ? undefined : `count-selected(.) <= ${item.max}`);
	survey.push({ type: `${type} ${list}`, ...row, ...shuffle, ...more(constraints) });
	if (!other) return;
	// A field of its own after it, as those who write XLSForms do: "or_other" knows no languages.
	const known = /^other|^annat|^_other|^96$/i.test(value(other.value));
	if (!known || item.type === 'ranking') lose('setting', item.id, `other: ${other.value}`);
	const relevant = writeCondition(
		allOf([{ item: item.id, is: [other.value] }]) ?? { item: item.id, answered: true },
		dialect,
	);
	if (item.type !== 'ranking' && known)
		survey.push({
			type: 'text',
			name: `${name(item.id)}_other`,
			...local('label', other.label, writer),
			...(relevant ? { relevant } : {}),
		});
}

function constraint(
	item: Exclude<Item, { type: 'section' | 'info' }>,
	own: (string | undefined)[],
	{ dialect, name, lose, languages }: Writer,
): Record<string, string> {
	const parts = own.filter((one) => one !== undefined);
	const { validation } = item;
	if (validation?.pattern !== undefined) {
		if (validation.pattern.includes("'")) lose('rule', item.id, validation.pattern);
		else parts.push(`regex(., '^(?:${validation.pattern})$')`);
	}
	if (validation?.rule) {
		const rule = writeCondition(validation.rule, dialect);
		if (rule === null) lose('rule', item.id, 'rule');
		else parts.push(rule.replaceAll(`\${${name(item.id)}}`, '.'));
	}
	if (parts.length === 0) return {};
	const message =
		validation &&
		Object.fromEntries(
			languages.map((one) => [`constraint_message::${languageTitle[one]}`, inOne(validation.message, one, languages)]),
		);
	return { constraint: parts.join(' and '), ...message };
}
