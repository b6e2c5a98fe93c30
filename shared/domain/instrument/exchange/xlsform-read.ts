import { isIsoDate } from '../answer.ts';
import type { Condition, Item, LocalText, Option } from '../model.ts';
import { type Referred, type Resolve, readCondition } from './condition.ts';
import { allOf, type Draft, given, type Said, startDraft } from './draft.ts';
import { asScale, isOutside, recogniseScale } from './known-scales.ts';
import { languageIn } from './language-in.ts';
import type { Reading } from './model.ts';

/** A workbook as texts, sheet by sheet. */
export interface Workbook {
	sheets: readonly { name: string; rows: readonly (readonly string[])[] }[];
}

/** A row of a sheet by its headings, small and with one kind of separator: `label::english (en)`. */
type Row = ReadonlyMap<string, string>;

interface Form {
	draft: Draft;
	main: string;
	lists: Map<string, Row[]>;
	refers: Map<string, Referred>;
	/** The groups around the row at hand. */
	open: Group[];
	skipped: number;
}

interface Group {
	kind: 'section' | 'table' | 'plain' | 'repeat';
	condition: Condition | undefined;
	matrix?: Extract<Item, { type: 'matrix' }>;
}

/** An XLSForm (ODK, Kobo) as a questionnaire: groups become sections, and matrices where they are tables. */
export function readXlsForm({ sheets }: Workbook, name: string): Reading | null {
	const sheet = (wanted: string) => rowsOf(sheets.find((one) => one.name.trim().toLowerCase() === wanted)?.rows ?? []);
	const survey = sheet('survey');
	if (!survey.some((row) => row.has('type'))) return null;
	const settings = sheet('settings')[0] ?? new Map<string, string>();
	const columns = [...new Set([...survey, ...sheet('choices'), settings].flatMap((row) => [...row.keys()]))];
	const languages = columns.flatMap((one) => languageOf(one) ?? []);
	const main = languageCode(settings.get('default_language') ?? '') ?? languages[0] ?? languageIn(labelsOf(survey));
	const draft = startDraft(main, languages);
	const lists = new Map<string, Row[]>();
	for (const row of sheet('choices')) {
		const list = row.get('list_name') ?? row.get('list name') ?? '';
		if (list !== '') lists.set(list, [...(lists.get(list) ?? []), row]);
	}
	const form: Form = { draft, main, lists, refers: new Map(), open: [], skipped: 0 };
	draft.reserve(
		survey.filter((row) => !/^(?:begin|end)/i.test(row.get('type') ?? '')).map((row) => row.get('name') ?? ''),
	);
	const note = (row: Row | undefined, wanted: string) =>
		row?.get('type') === 'note' && row.get('name') === wanted && row;
	const intro = note(survey[0], 'intro');
	const thanks = note(survey.at(-1), 'thanks');
	const asked = survey.slice(intro ? 1 : 0, thanks ? -1 : undefined);
	for (const [at, row] of asked.entries()) readRow(row, asked.slice(at + 1), form);
	const title = settings.get('form_title') || name.replace(/\.xlsx$/i, '');
	return draft.finish({
		key: settings.get('form_id') || name.replace(/\.xlsx$/i, ''),
		title: titleOf(title, settings, main),
		...(intro ? { intro: said(intro, 'label', main) } : {}),
		...(thanks ? { thanks: said(thanks, 'label', main) } : {}),
	});
}

const labelsOf = (rows: readonly Row[]) => rows.map((row) => row.get('label') ?? '').join('\n');

function titleOf(title: string, settings: Row, main: string): Said {
	const others = [...settings].filter(([key]) => key.startsWith('form_title::'));
	return new Map([[main, title], ...others.map(([key, text]) => [languageOf(key) ?? main, text] as const)]);
}

function rowsOf(rows: readonly (readonly string[])[]): Row[] {
	const head = (rows[0] ?? []).map((cell) =>
		cell
			.trim()
			.toLowerCase()
			.replace(/\s*:{1,2}\s*/, '::')
			.replace(/^bind::/, '')
			.replace(/^(?:caption|label)(?=$|::)/, 'label'),
	);
	return rows
		.slice(1, 20_001)
		.map(
			(row) =>
				new Map(row.flatMap((cell, at) => (cell.trim() !== '' && head[at] ? [[head[at], cell.trim()] as const] : []))),
		)
		.filter((row) => row.size > 0);
}

const languageNames: Record<string, string> = {
	english: 'en',
	engelska: 'en',
	swedish: 'sv',
	svenska: 'sv',
	french: 'fr',
	german: 'de',
	spanish: 'es',
	arabic: 'ar',
	default: '',
};

function languageCode(name: string): string | undefined {
	const short = name.trim().toLowerCase();
	if (short === '') return undefined;
	return (
		/\(([a-z]{2})(?:[-_][a-z]+)?\)\s*$/.exec(short)?.[1] ??
		(Object.hasOwn(languageNames, short)
			? languageNames[short]
			: /^[a-z]{2}(?:[-_][a-z]+)?$/.test(short)
				? short.slice(0, 2)
				: short)
	);
}

const texts = ['label', 'hint', 'constraint_message', 'required_message', 'form_title'];

function languageOf(column: string): string | undefined {
	const [field = '', language] = column.split('::');
	return language !== undefined && texts.includes(field) ? languageCode(language) : undefined;
}

/** A field's texts by language; the one without language is of the main one. */
function said(row: Row, field: string, main: string): Said {
	const all = [...row].filter(([key]) => key === field || key.startsWith(`${field}::`));
	return new Map(all.map(([key, text]) => [languageOf(key) ?? main, text]));
}

const isYes = (text: string | undefined) => /^(?:yes|true|true\(\)|1)$/i.test(text ?? '');

const resolveIn =
	(refers: Map<string, Referred>, self?: Referred): Resolve =>
	(name) =>
		name === '.' ? (self ?? null) : (refers.get(name) ?? null);

/** A condition as XPath writes it. Dates and numbers stand in functions of their own there. */
function condition(source: string | undefined, resolve: Resolve): Condition | null | undefined {
	if (!source || isYes(source)) return undefined;
	return readCondition(
		source
			.replace(/\b(?:date|number|int|string)\(\s*('[^']*'|"[^"]*"|\$\{[^}]*\}|\.|-?\d+(?:\.\d+)?)\s*\)/g, '$1')
			.replace(/\btrue\(\)/g, "'true'")
			.replace(/\bfalse\(\)/g, "'false'"),
		resolve,
	);
}

function relevant(row: Row, at: string, { draft, refers }: Form): Condition | undefined {
	const source = row.get('relevant');
	const read = condition(source, resolveIn(refers));
	if (read === null) draft.lose('condition', at, source ?? '');
	return read ?? undefined;
}

const metadata = new Set([
	'start',
	'end',
	'today',
	'deviceid',
	'subscriberid',
	'simserial',
	'phonenumber',
	'username',
	'email',
	'audit',
	'start-geopoint',
	'background-audio',
	'imei',
]);

function readRow(row: Row, rest: readonly Row[], form: Form): void {
	const { draft, open } = form;
	const type = (row.get('type') ?? '').toLowerCase().replace(/\s+/g, ' ').trim();
	const name = row.get('name') ?? '';
	if (type === '' || type.startsWith('#')) return;
	const begins = /^begin[ _](group|repeat|loop.*)$/.exec(type);
	if (begins) {
		beginGroup(begins[1] === 'group' ? 'group' : 'repeat', row, name, rest, form);
		return;
	}
	if (/^end[ _](?:group|repeat|loop)/.test(type)) {
		const closed = open.pop();
		if (closed?.kind === 'repeat') form.skipped--;
		if (closed?.matrix) {
			if (closed.matrix.rows.length > 0) draft.add(closed.matrix);
		}
		return;
	}
	if (form.skipped > 0) {
		draft.lose('item', name, type);
		return;
	}
	if (isYes(row.get('disabled'))) return;
	readQuestion(row, type, name, rest, form);
}

function beginGroup(kind: 'group' | 'repeat', row: Row, name: string, rest: readonly Row[], form: Form): void {
	const { draft, main, open } = form;
	if (kind === 'repeat' || form.skipped > 0) {
		if (kind === 'repeat') draft.lose('item', name, 'repeat');
		open.push({ kind: 'repeat', condition: undefined });
		form.skipped++;
		return;
	}
	const own = relevant(row, name, form);
	const label = said(row, 'label', main);
	const hint = said(row, 'hint', main);
	const appearance = row.get('appearance') ?? '';
	if (/table-list/.test(appearance)) {
		const id = draft.idFor(name || 'table');
		const holds = allOf([...plainConditions(open), own]);
		const help = draft.text(hint, id);
		const matrix: Group['matrix'] = {
			type: 'matrix',
			id,
			text: repeated(draft.text(label, id), form),
			...(help.sv ? { help } : {}),
			...(holds ? { shownIf: holds } : {}),
			scale: '',
			rows: [],
			...(/\brandomize/.test(appearance) ? { shuffleRows: true } : {}),
		};
		open.push({ kind: 'table', condition: own, matrix });
		return;
	}
	// A section goes on to the next: only what is followed by nothing but groups can be one.
	const isLast = open.length === 0 && onlyGroupsAfter(rest);
	if (!isLast || label.size === 0) {
		const holds = allOf([...plainConditions(open), own]);
		if (label.size > 0) {
			const id = draft.idFor(name || 'group');
			draft.add({
				type: 'info',
				id,
				text: repeated(draft.text(label, id), form),
				...(holds ? { shownIf: holds } : {}),
			});
		}
		open.push({ kind: 'plain', condition: own });
		return;
	}
	const id = draft.idFor(name || 'group');
	const help = draft.text(hint, id);
	draft.add({
		type: 'section',
		id,
		text: repeated(draft.text(label, id), form),
		...(help.sv ? { help } : {}),
		...(own ? { shownIf: own } : {}),
	});
	open.push({ kind: 'section', condition: own });
}

/** The conditions of the groups around that no section holds. */
const plainConditions = (open: readonly Group[]) =>
	open.filter((one) => one.kind === 'plain' || one.kind === 'table').map((one) => one.condition);

/** Whether nothing that one answers stands between the end of the group that begins and the next one's beginning. */
function onlyGroupsAfter(rest: readonly Row[]): boolean {
	let depth = 1;
	for (const row of rest) {
		const type = (row.get('type') ?? '').toLowerCase();
		if (/^begin/.test(type)) {
			if (depth === 0 && said(row, 'label', '').size === 0) return false;
			depth++;
		} else if (/^end[ _]/.test(type)) depth--;
		else if (depth === 0 && type !== '' && !metadata.has(type.trim())) return false;
	}
	return true;
}

/** `${name}` in a text repeats an answer. */
function repeated(text: LocalText, { refers, draft }: Form): LocalText {
	const one = (words: string) =>
		words.replace(/\$\{\s*([^{}]+?)\s*\}/g, (whole, name: string) => {
			const found = refers.get(name);
			if (!found) draft.lose('markup', '', whole);
			return found ? `{{${found.id}}}` : whole;
		});
	return { sv: one(text.sv), ...(text.en === undefined ? {} : { en: one(text.en) }) };
}

const lostTypes = new Set([
	'geopoint',
	'geotrace',
	'geoshape',
	'image',
	'audio',
	'video',
	'file',
	'barcode',
	'acknowledge',
	'trigger',
	'calculate',
	'hidden',
	'xml-external',
	'csv-external',
	'select_one_external',
	'photo',
	'gps',
	'location',
	'select_one_from_file',
	'select_multiple_from_file',
]);

function readQuestion(row: Row, type: string, name: string, _rest: readonly Row[], form: Form): void {
	const { draft, main, open, refers } = form;
	const table = open.at(-1)?.kind === 'table' ? open.at(-1)?.matrix : undefined;
	const select =
		/^(select[ _]one|select[ _]multiple|select all that apply|rank|select1|select|select_one_from_file|select_multiple_from_file)(?: (?:from )?(\S+))?(?: or[ _](?:specify[ _])?other)?$/.exec(
			type,
		);
	const kind = select
		? /multiple|all|^select$/.test(select[1] ?? '')
			? 'multiple'
			: select[1] === 'rank'
				? 'ranking'
				: 'single'
		: null;
	const base = type.split(' ')[0] ?? '';
	if (metadata.has(type) || lostTypes.has(base)) {
		draft.lose('item', name, base);
		return;
	}
	const own = relevant(row, name, form);
	if (table && kind === 'single') {
		readTableRow(row, name, select?.[2] ?? '', own, table, form);
		return;
	}
	if (isOtherField(row, name, form)) return;
	const id = draft.idFor(name || base);
	const holds = allOf([...plainConditions(open), own]);
	const hint = hintOf(draft.text(said(row, 'hint', main), id));
	const asked = {
		id,
		text: repeated(draft.text(said(row, 'label', main), id), form),
		...(hint.help.sv ? { help: repeated(hint.help, form) } : {}),
		...(holds ? { shownIf: holds } : {}),
		...(isYes(row.get('required')) ? { required: true } : {}),
	};
	if (
		row.get('required') &&
		!isYes(row.get('required')) &&
		!/^(?:no|false|false\(\)|0)$/i.test(row.get('required') ?? '')
	)
		draft.lose('rule', id, `required: ${row.get('required')}`);
	const item = kind
		? choice(kind, row, type, select?.[2] ?? '', asked, form)
		: typed(type, row, asked, hint.ends, form);
	if (!item) {
		draft.lose('item', name, type);
		return;
	}
	if (item.type !== 'section' && item.type !== 'info') {
		readConstraint(row, item, form);
		readDefault(row, item, form);
	}
	draft.add(item);
	const values = 'options' in item || item.type === 'scale';
	refers.set(name, { id, many: item.type === 'multiple' || item.type === 'ranking', ...(values ? {} : {}) });
	if (kind && / or[ _]/.test(type)) refers.set(`${name}_other`, { id: `${id}:other` });
	for (const lost of [
		'calculation',
		'choice_filter',
		'readonly',
		'read_only',
		'trigger',
		'media::image',
		'image',
		'audio',
		'video',
		'repeat_count',
		'guidance_hint',
	])
		if (row.get(lost))
			draft.lose(
				lost === 'choice_filter' ? 'condition' : 'setting',
				id,
				lost === 'choice_filter' ? (row.get(lost) ?? '') : lost,
			);
}

type Asked = { id: string; text: LocalText; help?: LocalText; shownIf?: Condition; required?: boolean };
type Ends = { minLabel?: LocalText; maxLabel?: LocalText };

/** The last line of a hint may tell the ends of a scale of numbers: "1 = not at all · 10 = very much". */
function hintOf(hint: LocalText): { help: LocalText; ends: Ends } {
	const read = (text: string) =>
		/^(?:([\s\S]*)\n)?(-?\d+) = (.+) · (-?\d+) = (.+)$/.exec(text) ?? /^(?:([\s\S]*)\n)?(-?\d+) = (.+)$/.exec(text);
	const sv = read(hint.sv);
	const en = hint.en === undefined ? null : read(hint.en);
	if (!sv) return { help: hint, ends: {} };
	const label = (at: number): LocalText | undefined =>
		sv[at] ? { sv: sv[at], ...(en?.[at] ? { en: en[at] } : {}) } : undefined;
	return {
		help: { sv: sv[1] ?? '', ...(en?.[1] ? { en: en[1] } : {}) },
		ends: given({ minLabel: label(3), maxLabel: label(5) }),
	};
}

/** A field for words right after a question with an option "other", asked of those who chose it, belongs to that. */
function isOtherField(row: Row, name: string, { draft, refers }: Form): boolean {
	const before = draft.items.at(-1);
	if (
		(row.get('type') ?? '').toLowerCase() !== 'text' ||
		!before ||
		(before.type !== 'single' && before.type !== 'multiple')
	)
		return false;
	const holds = condition(row.get('relevant'), resolveIn(refers));
	if (!holds || !('item' in holds) || !('is' in holds) || holds.item !== before.id || holds.is.length !== 1)
		return false;
	const option = before.options.find((one) => one.value === holds.is[0]);
	if (!option || !/^other|^annat|^_other|^96$/i.test(option.value) || !name.endsWith('_other')) return false;
	if (before.options.some((one) => one.other)) return false;
	option.other = true;
	refers.set(name, { id: `${before.id}:other` });
	return true;
}

function optionsOf(list: string, id: string, { lists, draft, main }: Form): Option[] {
	const rows = lists.get(list) ?? lists.get([...lists.keys()].find((one) => one.toLowerCase() === list) ?? '') ?? [];
	return draft.options(
		rows.map((row) => {
			const value = row.get('name') ?? row.get('value') ?? '';
			const texts = said(row, 'label', main);
			const label = draft.text(texts.size > 0 ? texts : new Map([[main, value]]), id);
			return {
				value,
				label,
				...(isYes(row.get('missing')) || isOutside(label.sv) ? { missing: true } : {}),
				...(isYes(row.get('exclusive')) ? { exclusive: true } : {}),
			};
		}),
	);
}

function choice(
	kind: 'single' | 'multiple' | 'ranking',
	row: Row,
	type: string,
	list: string,
	asked: Asked,
	form: Form,
): Item {
	const { draft, main } = form;
	const options = optionsOf(list, asked.id, form);
	if (/ or[ _](?:specify[ _])?other$/.test(type)) {
		const label = draft.text(
			new Map([
				['sv', 'Annat'],
				['en', 'Other'],
				[main, main === 'sv' ? 'Annat' : 'Other'],
			]),
			asked.id,
		);
		options.push({ value: 'other', label, other: true });
	}
	const parameters = row.get('parameters') ?? '';
	const shuffle = /randomize\s*=\s*true/i.test(parameters) ? { shuffleOptions: true } : {};
	if (kind !== 'single') return { ...asked, type: kind, options, ...shuffle };
	const likert = /\blikert\b/.test(row.get('appearance') ?? '');
	const known = options.some((one) => one.other) ? null : recogniseScale(options);
	if (!likert && (!known || 'shuffleOptions' in shuffle)) return { ...asked, type: 'single', options, ...shuffle };
	if (!likert && known) draft.guess('scale', asked.id, known.id);
	if (known?.turned) draft.guess('turned', asked.id, known.id);
	return { ...asked, type: 'scale', scale: draft.scaleFor({ options: asScale(options, known?.turned ?? false) }) };
}

function readTableRow(
	row: Row,
	name: string,
	list: string,
	own: Condition | undefined,
	matrix: NonNullable<Group['matrix']>,
	form: Form,
): void {
	const { draft, main, refers } = form;
	if (own) draft.lose('condition', name, row.get('relevant') ?? '');
	const options = optionsOf(list, matrix.id, form);
	const known = recogniseScale(options);
	const scale = draft.scaleFor({ options: asScale(options, known?.turned ?? false) });
	if (matrix.scale !== '' && matrix.scale !== scale) draft.lose('setting', name, list);
	if (matrix.scale === '' && known?.turned) draft.guess('turned', matrix.id, known.id);
	matrix.scale ||= scale;
	const id = draft.idFor(name);
	if (isYes(row.get('required'))) matrix.required = true;
	matrix.rows.push({ id, text: repeated(draft.text(said(row, 'label', main), id), form) });
	refers.set(name, { id });
}

function typed(type: string, row: Row, asked: Asked, ends: Ends, { draft }: Form): Item | null {
	const appearance = row.get('appearance') ?? '';
	const parameter = (name: string) => {
		const text = new RegExp(`\\b${name}\\s*=\\s*(-?\\d+(?:\\.\\d+)?)`).exec(row.get('parameters') ?? '')?.[1];
		return text === undefined ? undefined : Number(text);
	};
	switch (type) {
		case 'note': {
			const { required: _none, ...base } = asked;
			return { ...base, type: 'info' };
		}
		case 'text':
		case 'string':
			return { ...asked, type: 'text', long: /multiline/.test(appearance) };
		case 'integer':
		case 'int':
		case 'phone number':
			return type === 'phone number'
				? { ...asked, type: 'text', long: false }
				: { ...asked, type: 'number', decimals: 0 };
		case 'decimal':
		case 'percentage':
			return { ...asked, type: 'number' };
		case 'date':
			return { ...asked, type: 'date' };
		case 'time':
		case 'datetime':
		case 'datetime ':
			draft.lose('type', asked.id, type);
			return { ...asked, type: 'text', long: false };
		case 'range': {
			const [min, max, step] = [parameter('start') ?? 0, parameter('end') ?? 10, parameter('step') ?? 1];
			if (step !== 1 || !Number.isInteger(min) || !Number.isInteger(max) || min >= max) {
				if (step !== 1) draft.lose('setting', asked.id, `step=${step}`);
				return { ...asked, type: 'number', min, max };
			}
			const look = /\brating\b/.test(appearance) ? ('stars' as const) : undefined;
			return { ...asked, type: 'rating', min, max, ...ends, ...given({ look }) };
		}
		default:
			return null;
	}
}

/** A constraint: bounds become the item's own, the rest a rule. */
function readConstraint(
	row: Row,
	item: Exclude<Item, { type: 'section' | 'info' }>,
	{ draft, main, refers }: Form,
): void {
	const source = row.get('constraint');
	if (!source) return;
	const message = draft.text(said(row, 'constraint_message', main), item.id);
	const rest: string[] = [];
	for (const part of source.split(/\s+and\s+(?![^(]*\))/i)) {
		const bound = /^\(?\s*\.\s*(>=|<=)\s*(?:date\(\s*)?['"]?(-?[\d.]+|\d{4}-\d{2}-\d{2})['"]?\s*\)?\s*\)?$/.exec(
			part.trim(),
		);
		const count = /^count-selected\(\s*\.\s*\)\s*(>=|<=|<|>)\s*(\d+)$/.exec(part.trim());
		const length = /^string-length\(\s*\.\s*\)\s*(<=|<)\s*(\d+)$/.exec(part.trim());
		const regex = /^regex\(\s*\.\s*,\s*(?:'([^']*)'|"([^"]*)")\s*\)$/.exec(part.trim());
		const exclusive =
			/^not\(\s*selected\(\s*\.\s*,\s*['"]([^'"]*)['"]\s*\) and count-selected\(\s*\.\s*\) > 1\s*\)$/.exec(part.trim());
		if (bound && item.type === 'number' && Number.isFinite(Number(bound[2])))
			Object.assign(item, { [bound[1] === '>=' ? 'min' : 'max']: Number(bound[2]) });
		else if (bound && item.type === 'date' && isIsoDate(bound[2] ?? ''))
			Object.assign(item, { [bound[1] === '>=' ? 'from' : 'to']: bound[2] });
		else if (count && item.type === 'multiple') {
			const number = Number(count[2]) + (count[1] === '>' ? 1 : count[1] === '<' ? -1 : 0);
			if (number >= 1) Object.assign(item, { [count[1]?.startsWith('>') ? 'min' : 'max']: number });
		} else if (count && item.type === 'ranking' && count[1] === '<=') item.max = Number(count[2]);
		else if (length && item.type === 'text')
			item.maxLength = Math.max(1, Number(length[2]) - (length[1] === '<' ? 1 : 0));
		else if (exclusive && item.type === 'multiple') {
			for (const one of item.options) if (one.value === exclusive[1]) one.exclusive = true;
		} else if (regex && item.type === 'text' && (regex[1] ?? regex[2] ?? '').length <= 500) {
			const whole = regex[1] ?? regex[2] ?? '';
			item.validation = {
				...item.validation,
				pattern: /^\^\(\?:(.*)\)\$$/s.exec(whole)?.[1] ?? /^\^(.*)\$$/s.exec(whole)?.[1] ?? whole,
				message,
			};
		} else rest.push(part);
	}
	if (rest.length === 0) return;
	const rule = condition(
		rest.join(' and '),
		resolveIn(refers, { id: item.id, many: item.type === 'multiple' || item.type === 'ranking' }),
	);
	if (rule) item.validation = { ...item.validation, rule, message };
	else draft.lose('rule', item.id, rest.join(' and '));
}

function readDefault(row: Row, item: Exclude<Item, { type: 'section' | 'info' }>, { draft }: Form): void {
	const text = row.get('default');
	if (text === undefined || item.type === 'matrix') return;
	if (item.type === 'multiple' || item.type === 'ranking') item.default = text.split(/\s+/);
	else if (item.type === 'number' || item.type === 'rating') {
		if (Number.isFinite(Number(text))) item.default = Number(text);
		else draft.lose('default', item.id, text);
	} else if (/[(${]/.test(text)) draft.lose('default', item.id, text);
	else item.default = text;
}
