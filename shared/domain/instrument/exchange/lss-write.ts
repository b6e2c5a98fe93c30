import type { Instrument, Item, LocalText, Option } from '../model.ts';
import { questionsOf } from '../questions.ts';
import { type Dialect, never, writeCondition } from './condition.ts';
import type { Loss } from './model.ts';
import { escapeHtml } from './plain-text.ts';
import {
	inOne,
	type Lose,
	languagesOf,
	namesFor,
	noteOutside,
	noteOwn,
	scaleOptions,
	startLosses,
} from './write-shared.ts';

/** One table of a .lss: its rows by field, all with the same fields. */
export interface LssTable {
	name: string;
	rows: Record<string, string>[];
}

const sid = '617291';

/** What the parts of a survey are gathered in, table by table. */
interface Writer {
	instrument: Instrument;
	languages: ('sv' | 'en')[];
	lose: Lose;
	tables: Map<string, Record<string, string>[]>;
	/** Our ids as codes that LimeSurvey allows; an option's value by `id value`. */
	code: (id: string) => string;
	value: (id: string, value: string) => string;
	dialect: Dialect;
	next: () => string;
}

/** A questionnaire as a survey of LimeSurvey (structure version 5 and later), and what it can't hold. */
export function writeLss(instrument: Instrument): { languages: string[]; tables: LssTable[]; losses: Loss[] } {
	const { losses, lose } = startLosses();
	const languages = languagesOf(instrument);
	let id = 0;
	const next = () => String(++id);
	const tables: Writer['tables'] = new Map();
	const writer: Writer = { instrument, languages, lose, tables, next, ...namesOf(instrument, lose) };
	put(writer, 'surveys', {
		sid,
		language: languages[0],
		additional_languages: languages.slice(1).join(' '),
		active: 'N',
		anonymized: 'Y',
		datestamp: 'N',
		ipaddr: 'N',
		refurl: 'N',
		format: 'G',
	});
	for (const language of languages) {
		const html = (text: LocalText | undefined) => escapeHtml(inOne(text, language, languages));
		put(writer, 'surveys_languagesettings', {
			surveyls_survey_id: sid,
			surveyls_language: language,
			surveyls_title: inOne(instrument.title, language, languages),
			surveyls_description: html(instrument.description),
			surveyls_welcometext: html(instrument.intro),
			surveyls_endtext: html(instrument.thanks),
			surveyls_dateformat: language === 'sv' ? '6' : '1',
			surveyls_numberformat: language === 'sv' ? '1' : '0',
		});
	}
	for (const { id } of instrument.indexes ?? []) lose('setting', '', `index ${id}`);
	let group = 0;
	let order = 0;
	let block = '';
	for (const item of instrument.items) {
		if (item.type === 'section' || group === 0) {
			group++;
			order = 0;
			block = item.type === 'section' && item.shuffle ? `b${group}` : '';
			writeGroup(item.type === 'section' ? item : null, String(group), writer);
			if (item.type === 'section') continue;
		}
		writeQuestion(item as Question, String(group), ++order, block, writer);
	}
	return { languages, tables: [...tables].map(([name, rows]) => ({ name, rows })), losses };
}

type Question = Exclude<Item, { type: 'section' }>;

function put({ tables }: Writer, table: string, row: Record<string, string>): void {
	tables.set(table, [...(tables.get(table) ?? []), row]);
}

/** Names as LimeSurvey allows them: questions of letters and digits, a letter first; answers of five letters and digits at most. */
function namesOf(instrument: Instrument, lose: Lose): Pick<Writer, 'code' | 'value' | 'dialect'> {
	const asCode = (id: string) => {
		const plain = id.replace(/[^A-Za-z0-9]/g, '');
		return /^[A-Za-z]/.test(plain) ? plain : `Q${plain}`;
	};
	const asked = instrument.items.filter((item) => item.type !== 'section');
	const codes = namesFor(
		asked.map((item) => item.id),
		asCode,
		20,
		lose,
	);
	const rows = namesFor(
		asked.flatMap((item) => (item.type === 'matrix' ? item.rows.map((row) => row.id) : [])),
		asCode,
		20,
		lose,
	);
	const values = new Map<string, Map<string, string>>();
	for (const item of asked) {
		if (!('options' in item) && !('scale' in item)) continue;
		const options =
			'options' in item ? item.options : (instrument.scales.find((one) => one.id === item.scale)?.options ?? []);
		const most = item.type === 'multiple' ? 20 : 5;
		const ranked = item.type === 'ranking';
		const plain = options.filter((one) => ranked || !one.other).map((one) => one.value);
		const named = namesFor(
			plain,
			(value) => value.replace(/[^A-Za-z0-9]/g, '') || 'A',
			most,
			lose,
			codes.get(item.id) ?? item.id,
		);
		for (const one of options)
			if (one.other && !ranked) {
				named.set(one.value, '-oth-');
				if (one.value !== 'other') lose('renamed', codes.get(item.id) ?? item.id, `${one.value} → other`);
			}
		values.set(item.id, named);
		if (item.type === 'matrix') for (const row of item.rows) values.set(row.id, named);
	}
	const questions = new Map(questionsOf(instrument).map((one) => [one.id, one]));
	const name = (id: string) => {
		const question = questions.get(id);
		if (question?.otherOf) return `${codes.get(question.otherOf)}_other.NAOK`;
		return question?.matrix ? `${codes.get(question.matrix)}_${rows.get(id)}.NAOK` : `${codes.get(id)}.NAOK`;
	};
	const value = (id: string, one: string) => values.get(id)?.get(one) ?? one;
	const options = (id: string) => questions.get(id)?.options ?? [];
	const chosen = (id: string, one: string) =>
		value(id, one) === '-oth-'
			? `!is_empty(${codes.get(id)}_other.NAOK)`
			: `${codes.get(id)}_${value(id, one)}.NAOK == "Y"`;
	const dialect: Dialect = {
		answered: (id) => {
			const type = questions.get(id)?.type;
			if (type === 'ranking') return null;
			if (type === 'multiple')
				return `(${options(id)
					.map((one) => chosen(id, one.value))
					.join(' or ')})`;
			return `!is_empty(${name(id)})`;
		},
		is: (id, all) => {
			const question = questions.get(id);
			if (question?.type === 'ranking' || all.some((one) => one.includes('"'))) return null;
			const each = all.map((one) =>
				question?.type === 'multiple' ? chosen(id, one) : `${name(id)} == "${value(id, one)}"`,
			);
			return each.length === 1 ? (each[0] ?? null) : `(${each.join(' or ')})`;
		},
		chosenAtLeast: (id, count) => {
			const type = questions.get(id)?.type;
			if (type === 'ranking') return null;
			if (type === 'multiple') return `count(that.${codes.get(id)}.NAOK) >= ${count}`;
			return count === 1 ? dialect.answered(id) : never(id, dialect);
		},
		compare: (id, sign, number) => {
			const type = questions.get(id)?.type;
			return type === 'multiple' || type === 'ranking'
				? never(id, dialect)
				: `(!is_empty(${name(id)}) and ${name(id)} ${sign} ${number})`;
		},
		not: (inner) => `!(${inner})`,
	};
	return { code: (id) => codes.get(id) ?? rows.get(id) ?? id, value, dialect };
}

function relevance(item: Item, { dialect, lose }: Writer): string {
	if (!item.shownIf) return '1';
	const written = writeCondition(item.shownIf, dialect);
	if (written === null) lose('condition', item.id, item.id);
	return written ?? '1';
}

function writeGroup(section: Extract<Item, { type: 'section' }> | null, gid: string, writer: Writer): void {
	const { languages, lose, instrument } = writer;
	if (section) {
		noteOwn(section, lose);
		if (section.id !== `g${gid}`) lose('renamed', '', `${section.id} → g${gid}`);
	}
	put(writer, 'groups', {
		gid,
		sid,
		group_order: gid,
		randomization_group: '',
		grelevance: section?.shownIf ? relevance(section, writer) : '',
	});
	for (const language of languages) {
		put(writer, 'group_l10ns', {
			id: writer.next(),
			gid,
			// A survey must name its groups: the first is called as the survey where it has no heading.
			group_name: inOne(section?.text ?? instrument.title, language, languages),
			description: escapeHtml(inOne(section?.help, language, languages)),
			language,
		});
	}
}

/** Answers that are repeated in a text, as LimeSurvey writes them. */
function words(text: LocalText | undefined, language: 'sv' | 'en', { languages, code }: Writer): string {
	return escapeHtml(inOne(text, language, languages)).replace(
		/\{\{\s*([^{}\s]+)\s*\}\}/g,
		(_whole, id: string) => `{${code(id)}.shown}`,
	);
}

function addRow(
	table: 'questions' | 'subquestions',
	fields: Record<string, string>,
	texts: { text: LocalText; help?: LocalText | undefined },
	writer: Writer,
): string {
	const qid = writer.next();
	put(writer, table, {
		qid,
		parent_qid: '0',
		sid,
		preg: '',
		other: 'N',
		mandatory: 'N',
		encrypted: 'N',
		scale_id: '0',
		same_default: '0',
		relevance: '1',
		question_theme_name: '',
		...fields,
	});
	for (const language of writer.languages) {
		put(writer, 'question_l10ns', {
			id: writer.next(),
			qid,
			question: words(texts.text, language, writer),
			help: words(texts.help, language, writer),
			script: '',
			language,
		});
	}
	return qid;
}

function writeQuestion(item: Question, gid: string, order: number, block: string, writer: Writer): void {
	const { lose, code } = writer;
	noteOwn(item, lose);
	const { type, theme } = typeOf(item, writer);
	const other = (item.type === 'single' || item.type === 'multiple') && item.options.some((one) => one.other);
	if (other && !item.options.at(-1)?.other) lose('setting', code(item.id), 'order');
	const asked = item.type === 'info' ? null : item;
	const { pattern } = asked?.validation ?? {};
	const qid = addRow(
		'questions',
		{
			gid,
			type,
			title: code(item.id),
			preg: pattern ? `/^(?:${pattern})$/u` : '',
			other: other ? 'Y' : 'N',
			mandatory: asked?.required ? 'Y' : 'N',
			question_order: String(order),
			relevance: relevance(item, writer),
			question_theme_name: theme,
		},
		item,
		writer,
	);
	const attribute = (name: string, value: string | number | undefined, language = '') => {
		if (value !== undefined && value !== '')
			put(writer, 'question_attributes', { qid, attribute: name, value: String(value), language });
	};
	const local = (name: string, text: LocalText | undefined) => {
		if (text)
			for (const language of writer.languages) attribute(name, inOne(text, language, writer.languages), language);
	};
	attribute('random_group', block);
	if (asked?.default !== undefined) lose('default', item.id, String(asked.default));
	if (asked?.validation?.rule) {
		const rule = writeCondition(asked.validation.rule, writer.dialect);
		if (rule === null) lose('rule', item.id, 'rule');
		else attribute('em_validation_q', rule);
	}
	if (asked?.validation)
		local('em_validation_q_tip', asked.validation.message.sv === '' ? undefined : asked.validation.message);
	writeParts(item, qid, gid, attribute, local, writer);
}

function typeOf(item: Question, { lose }: Writer): { type: string; theme: string } {
	switch (item.type) {
		case 'info':
			return { type: 'X', theme: 'boilerplate' };
		case 'scale':
		case 'single':
			return { type: 'L', theme: 'listradio' };
		case 'multiple':
			return { type: 'M', theme: 'multiplechoice' };
		case 'ranking':
			return { type: 'R', theme: 'ranking' };
		case 'matrix':
			return { type: 'F', theme: 'arrays/array' };
		case 'rating':
			if (item.min < 0) {
				lose('type', item.id, 'rating');
				return { type: 'N', theme: 'numerical' };
			}
			if (item.min === 1 && item.max === 5 && !item.minLabel && !item.maxLabel)
				return { type: '5', theme: '5pointchoice' };
			return { type: 'L', theme: 'listradio' };
		case 'number':
			return { type: 'N', theme: 'numerical' };
		case 'date':
			return { type: 'D', theme: 'date' };
		case 'text':
			return item.long === false ? { type: 'S', theme: 'shortfreetext' } : { type: 'T', theme: 'longfreetext' };
	}
}

function writeParts(
	item: Question,
	qid: string,
	gid: string,
	attribute: (name: string, value: string | number | undefined, language?: string) => void,
	local: (name: string, text: LocalText | undefined) => void,
	writer: Writer,
): void {
	const { instrument, lose, code, value } = writer;
	const answer = (text: LocalText, own: string, at: number, weight: number) => {
		const aid = writer.next();
		put(writer, 'answers', {
			aid,
			qid,
			code: own,
			sortorder: String(at),
			assessment_value: String(weight),
			scale_id: '0',
		});
		for (const language of writer.languages)
			put(writer, 'answer_l10ns', {
				id: writer.next(),
				aid,
				answer: escapeHtml(inOne(text, language, writer.languages)),
				language,
			});
	};
	const sub = (text: LocalText, own: string, at: number) =>
		addRow(
			'subquestions',
			{ gid, parent_qid: qid, type: item.type === 'matrix' ? 'F' : 'M', title: own, question_order: String(at) },
			{ text },
			writer,
		);
	if (item.type === 'scale' || item.type === 'matrix') {
		let weight = 0;
		for (const [at, one] of scaleOptions(instrument, item, lose).entries())
			answer(one.label, value(item.id, one.value), at, one.missing ? 0 : ++weight);
	}
	if (item.type === 'matrix') {
		for (const [at, row] of item.rows.entries()) sub(row.text, code(row.id), at);
		if (item.shuffleRows) attribute('random_order', 1);
	}
	if (item.type === 'single' || item.type === 'multiple' || item.type === 'ranking') {
		const exclusive: string[] = [];
		for (const [at, one] of item.options.entries()) {
			if (!one.other) noteOption(one, item, exclusive, writer);
			if (one.other && item.type === 'ranking') lose('setting', code(item.id), `other: ${one.value}`);
			if (one.other && item.type !== 'ranking') local('other_replace_text', one.label);
			else if (item.type === 'multiple') sub(one.label, value(item.id, one.value), at);
			else answer(one.label, value(item.id, one.value), at, 0);
		}
		attribute('exclude_all_others', exclusive.join(';'));
		if (item.shuffleOptions) attribute('random_order', 1);
	}
	if (item.type === 'multiple') attribute('min_answers', item.min);
	if (item.type === 'multiple' || item.type === 'ranking') attribute('max_answers', item.max);
	if (item.type === 'rating' && item.min < 0) {
		attribute('min_num_value_n', item.min);
		attribute('max_num_value_n', item.max);
		attribute('num_value_int_only', 1);
	} else if (item.type === 'rating' && (item.min !== 1 || item.max !== 5 || item.minLabel || item.maxLabel)) {
		for (let at = item.min; at <= item.max; at++) {
			const end = at === item.min ? item.minLabel : at === item.max ? item.maxLabel : undefined;
			const label = end
				? { sv: `${at} ${end.sv}`, ...(end.en === undefined ? {} : { en: `${at} ${end.en}` }) }
				: { sv: String(at), en: String(at) };
			answer(label, String(at), at - item.min, 0);
		}
	}
	if (item.type === 'number') {
		attribute('min_num_value_n', item.min);
		attribute('max_num_value_n', item.max);
		if (item.decimals === 0) attribute('num_value_int_only', 1);
		if (item.decimals) lose('setting', item.id, 'decimals');
		local('suffix', item.unit);
	}
	if (item.type === 'date') {
		attribute('date_format', 'yyyy-mm-dd');
		attribute('date_min', item.from);
		attribute('date_max', item.to);
	}
	if (item.type === 'text') attribute('maximum_chars', item.maxLength);
}

function noteOption(option: Option, item: Question, exclusive: string[], { lose, value, code }: Writer): void {
	noteOutside(option, code(item.id), lose);
	if (!option.exclusive) return;
	if (item.type === 'multiple') exclusive.push(value(item.id, option.value));
	else lose('setting', code(item.id), `exclusive: ${option.value}`);
}
