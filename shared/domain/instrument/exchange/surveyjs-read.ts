import { isIsoDate } from '../answer.ts';
import type { Condition, Item, LocalText, Option, Validation } from '../model.ts';
import { type Resolve, readCondition } from './condition.ts';
import { allOf, type Draft, given, type Said, startDraft } from './draft.ts';
import { asScale, isOutside, recogniseScale } from './known-scales.ts';
import type { Reading } from './model.ts';
import { asRecord, type Foreign, field, isOn, list, number, records, word } from './record.ts';

/** The deepest nesting of panels that is followed. */
const deepest = 20;

/** What each name of the file refers to, and how its values are called. */
interface Names {
	ids: Map<string, { id: string; many: boolean }>;
	resolve: Resolve;
}

interface Reader {
	draft: Draft;
	names: Names;
	main: string;
}

/** A survey of SurveyJS (its JSON, parsed) as a questionnaire. Pages and panels become sections. */
export function readSurveyJs(source: unknown, name: string): Reading | null {
	const survey = asRecord(source);
	if (!survey || !(Array.isArray(field(survey, 'pages')) || Array.isArray(field(survey, 'elements', 'questions'))))
		return null;
	const main = word(survey, 'locale') || 'en';
	const draft = startDraft(main, localesIn(survey));
	const ids: Names['ids'] = new Map();
	const resolve: Resolve = (one) => {
		const found = ids.get(one) ?? ids.get(one.replace(/-(?:Comment|comment)$/, ':other'));
		return found ? { id: found.id, many: found.many } : null;
	};
	const reader: Reader = { draft, names: { ids, resolve }, main };
	const pages = Array.isArray(field(survey, 'pages'))
		? records(survey, 'pages')
		: [{ elements: field(survey, 'elements', 'questions') }];
	const intro = introOf(survey, pages[0], main);
	const shifted = intro !== undefined && pages[0] !== undefined && list(pages[0], 'elements').length === 1;
	if (shifted) pages.shift();
	draft.reserve(pages.flatMap((page) => namesIn(page, 0)));
	for (const [at, page] of pages.entries()) {
		const elements = records(page, 'elements').slice(intro && at === 0 && !shifted ? 1 : 0);
		readPage({ ...page, elements }, reader, pages.length > 1);
	}
	noteRest(survey, '', surveySettings, draft);
	return draft.finish({
		key: name.replace(/\.json$/i, ''),
		title: said(field(survey, 'title'), main) ?? new Map([[main, name.replace(/\.json$/i, '')]]),
		...given<{ description: Said; intro: Said; thanks: Said }>({
			intro,
			description: said(field(survey, 'description'), main),
			thanks: said(field(survey, 'completedHtml'), main),
		}),
	});
}

/** What stands first on a page that starts the survey is its introduction. */
function introOf(survey: Foreign, page: Foreign | undefined, main: string): Said | undefined {
	const first = page && records(page, 'elements')[0];
	if (!isOn(survey, 'firstPageIsStartPage') || !first || word(first, 'type') !== 'html') return undefined;
	return said(field(first, 'html'), main);
}

/** A text of the file by language: one text, or one for each locale. */
function said(value: unknown, main: string): Said | undefined {
	if (typeof value === 'string' || typeof value === 'number') return new Map([[main, String(value)]]);
	const record = asRecord(value);
	if (!record) return undefined;
	const texts = Object.entries(record).filter((one): one is [string, string] => typeof one[1] === 'string');
	return new Map(texts.map(([locale, text]) => [locale === 'default' ? main : locale, text]));
}

function localesIn(value: unknown, found = new Set<string>(), depth = 0): Set<string> {
	if (depth > deepest || value === null || typeof value !== 'object') return found;
	const record = asRecord(value);
	const texts = record && 'default' in record && Object.values(record).every((one) => typeof one === 'string');
	if (texts) for (const key of Object.keys(record)) if (key !== 'default') found.add(key);
	for (const one of Object.values(value)) localesIn(one, found, depth + 1);
	return found;
}

function namesIn(container: Foreign, depth: number): string[] {
	if (depth > deepest) return [];
	return list(container, 'elements').flatMap((one) => {
		const element = asRecord(one);
		if (!element) return [];
		return word(element, 'type') === 'panel' ? namesIn(element, depth + 1) : (word(element, 'name') ?? []);
	});
}

function shownIf(element: Foreign, at: string, { draft, names }: Reader): Condition | null {
	const source = word(element, 'visibleIf');
	if (field(element, 'visible') === false) draft.lose('setting', at, 'visible: false');
	if (!source?.trim()) return null;
	const read = readCondition(source, names.resolve);
	if (!read) draft.lose('condition', at, source);
	return read;
}

function readPage(page: Foreign, reader: Reader, several: boolean): void {
	const { draft, main } = reader;
	const title = said(field(page, 'title'), main);
	const condition = shownIf(page, word(page, 'name') ?? '', reader);
	const shuffle = word(page, 'questionsOrder') === 'random' || word(page, 'questionOrder') === 'random';
	const elements = records(page, 'elements');
	if (title || condition || shuffle || (several && draft.items.some((one) => one.type === 'section'))) {
		addSection(page, condition, shuffle, reader);
	}
	readElements(elements, [], [condition], reader, 0);
}

function addSection(
	container: Foreign,
	condition: Condition | undefined | null,
	shuffle: boolean,
	{ draft, main }: Reader,
): void {
	const id = draft.idFor(word(container, 'name') ?? 'page');
	const help = said(field(container, 'description'), main);
	draft.add({
		type: 'section',
		id,
		text: draft.text(said(field(container, 'title'), main) ?? new Map(), id),
		...(help ? { help: draft.text(help, id) } : {}),
		...(condition ? { shownIf: condition } : {}),
		...(shuffle ? { shuffle } : {}),
	});
}

/** `own`: conditions of panels around, for each item; `page`: those that its section has already. */
function readElements(
	elements: readonly Foreign[],
	own: (Condition | null)[],
	page: (Condition | null)[],
	reader: Reader,
	depth: number,
): void {
	const { draft, main } = reader;
	if (depth > deepest) {
		draft.lose('item', '', 'panel');
		return;
	}
	for (const [at, element] of elements.entries()) {
		if (word(element, 'type') !== 'panel') {
			readQuestion(element, own, reader);
			continue;
		}
		const name = word(element, 'name') ?? '';
		const condition = shownIf(element, name, reader);
		const inner = records(element, 'elements');
		const title = said(field(element, 'title'), main);
		// A section goes on to the next: a panel can only be one where nothing but panels comes after it.
		const asSection =
			title && depth === 0 && elements.slice(at).every((one) => word(one, 'type') === 'panel' && field(one, 'title'));
		if (asSection) {
			addSection(element, allOf([...page, ...own, condition]), word(element, 'questionsOrder') === 'random', reader);
			readElements(inner, [], [...page, ...own, condition], reader, depth + 1);
			continue;
		}
		const conditions = [...own, condition];
		if (title) {
			const id = draft.idFor(name || 'panel');
			const holds = allOf(conditions);
			draft.add({ type: 'info', id, text: draft.text(title, id), ...(holds ? { shownIf: holds } : {}) });
		}
		readElements(inner, conditions, page, reader, depth + 1);
	}
}

function readQuestion(element: Foreign, conditions: readonly (Condition | null)[], reader: Reader): void {
	const { draft, names, main } = reader;
	const type = word(element, 'type') ?? '';
	const name = word(element, 'name') ?? '';
	const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
	if (!read) {
		draft.lose('item', name, type || '?');
		return;
	}
	const own = shownIf(element, name, reader);
	const id = draft.idFor(name || type);
	const title = said(field(element, 'title', 'html'), main) ?? new Map([[main, name]]);
	const help = said(field(element, 'description'), main);
	const holds = allOf([...conditions, own]);
	const base = {
		id,
		text: repeated(draft.text(title, id), names),
		...(help ? { help: repeated(draft.text(help, id), names) } : {}),
		...(holds ? { shownIf: holds } : {}),
	};
	const asked = { ...base, ...(isOn(element, 'isRequired') ? { required: true } : {}) };
	for (const item of read(element, asked, reader)) {
		if (item.type !== 'section' && item.type !== 'info') readValidators(element, item, reader);
		draft.add(item);
	}
	// Registered last, so that an item's rule of its own answer finds it, and an earlier one of the same name is found before.
	if (!names.ids.has(name))
		names.ids.set(name, { id, many: type === 'checkbox' || type === 'tagbox' || type === 'ranking' });
	noteRest(element, id, known, draft);
}

/** `{name}` in a text repeats an answer. */
function repeated(text: LocalText, { resolve }: Names): LocalText {
	const one = (words: string) =>
		words.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
			const found = resolve(name.trim());
			return found ? `{{${found.id}}}` : whole;
		});
	return { sv: one(text.sv), ...(text.en === undefined ? {} : { en: one(text.en) }) };
}

type Asked = { id: string; text: LocalText; help?: LocalText; shownIf?: Condition; required?: boolean };
type Read = (element: Foreign, asked: Asked, reader: Reader) => Item[];

const readers: Record<string, Read> = {
	radiogroup: readSingle,
	dropdown: readSingle,
	buttongroup: readSingle,
	imagepicker: (element, asked, reader) => {
		reader.draft.lose('type', asked.id, 'imagepicker');
		return isOn(element, 'multiSelect') ? readMultiple(element, asked, reader) : readSingle(element, asked, reader);
	},
	checkbox: readMultiple,
	tagbox: readMultiple,
	ranking: (element, asked, reader) => {
		const max = isOn(element, 'selectToRankEnabled') ? number(element, 'maxSelectedChoices') : undefined;
		return [
			{ ...asked, type: 'ranking', ...choicesOf(element, asked.id, reader), ...given({ max }), ...fromStart(element) },
		];
	},
	boolean: (element, asked, { draft, main }) => {
		const one = (which: 'True' | 'False', sv: string, en: string): Option => {
			const label = said(field(element, `label${which}`), main);
			const value = word(element, `value${which}`) ?? which.toLowerCase();
			return {
				value,
				label: label
					? draft.text(label, asked.id)
					: draft.text(
							new Map([
								['sv', sv],
								['en', en],
							]),
							asked.id,
						),
			};
		};
		const options = draft.options([one('True', 'Ja', 'Yes'), one('False', 'Nej', 'No')]);
		return [{ ...asked, type: 'single', options, ...fromStart(element) }];
	},
	rating: readRating,
	slider: (element, asked, { draft }) => {
		if (word(element, 'sliderType') === 'range') draft.lose('type', asked.id, 'slider range');
		const [min, max, step] = [number(element, 'min') ?? 0, number(element, 'max') ?? 100, number(element, 'step') ?? 1];
		if (step === 1 && Number.isInteger(min) && Number.isInteger(max) && max > min && max - min <= 10)
			return [{ ...asked, type: 'rating', min, max }];
		return [{ ...asked, type: 'number', min, max }];
	},
	matrix: readMatrix,
	text: readText,
	comment: (element, asked) => [
		{
			...asked,
			type: 'text',
			long: true,
			...given({ maxLength: positive(number(element, 'maxLength')) }),
			...fromStart(element),
		},
	],
	multipletext: (element, asked, reader) => {
		const { draft, main, names } = reader;
		return list(element, 'items').flatMap((one): Item[] => {
			const part = asRecord(one) ?? {};
			const name = word(part, 'name') ?? '';
			const id = draft.rowIdFor(asked.id, name);
			names.ids.set(`${word(element, 'name')}.${name}`, { id, many: false });
			const title = draft.text(said(field(part, 'title'), main) ?? new Map([[main, name]]), id);
			const text = {
				sv: `${asked.text.sv} – ${title.sv}`,
				...(title.en === undefined ? {} : { en: `${asked.text.en ?? asked.text.sv} – ${title.en}` }),
			};
			return readText(part, { ...asked, id, text, ...(isOn(part, 'isRequired') ? { required: true } : {}) }, reader);
		});
	},
	html: (_element, asked) => {
		const { required: _none, ...base } = asked;
		return [{ ...base, type: 'info' }];
	},
};

const positive = (value: number | undefined) =>
	value !== undefined && Number.isInteger(value) && value > 0 ? value : undefined;

function fromStart(element: Foreign): { default?: string | number | string[] } {
	const value = field(element, 'defaultValue');
	if (typeof value === 'string' || typeof value === 'number') return { default: value };
	if (typeof value === 'boolean') return { default: String(value) };
	return Array.isArray(value) ? { default: value.map(String) } : {};
}

function readSingle(element: Foreign, asked: Asked, reader: Reader): Item[] {
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

function readMultiple(element: Foreign, asked: Asked, reader: Reader): Item[] {
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

function choicesOf(element: Foreign, id: string, reader: Reader): { options: Option[]; shuffleOptions?: boolean } {
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

function choiceOf(source: unknown, id: string, { draft, main }: Reader): Option {
	const record = asRecord(source);
	if (!record) return { value: String(source), label: draft.text(new Map([[main, String(source)]]), id) };
	const value = word(record, 'value') ?? '';
	for (const name of ['visibleIf', 'enableIf'])
		if (word(record, name)) draft.lose('condition', id, word(record, name) ?? '');
	if (field(record, 'imageLink')) draft.lose('markup', id, 'img');
	const label = draft.text(said(field(record, 'text'), main) ?? new Map([[main, value]]), id);
	return { value, label, ...(isOutside(label.sv) ? { missing: true } : {}) };
}

function readRating(element: Foreign, asked: Asked, reader: Reader): Item[] {
	const { draft, main } = reader;
	const values = list(element, 'rateValues').map((one) => choiceOf(one, asked.id, reader));
	const numbers = values.map((one) => Number(one.value));
	const asNumbers = values.every((one, at) => one.value === one.label.sv && numbers[at] === (numbers[0] ?? 0) + at);
	const end = (name: string) => {
		const words = said(field(element, name), main);
		return words && draft.text(words, asked.id);
	};
	const labels = given({ minLabel: end('minRateDescription'), maxLabel: end('maxRateDescription') });
	if (values.length > 1 && !(asNumbers && Number.isInteger(numbers[0]))) {
		const known = recogniseScale(values);
		if (known?.turned) draft.guess('turned', asked.id, known.id);
		const start = fromStart(element).default;
		const scale = draft.scaleFor({ options: asScale(draft.options(values), known?.turned ?? false) });
		return [{ ...asked, type: 'scale', scale, ...(start === undefined ? {} : { default: String(start) }) }];
	}
	const step = number(element, 'rateStep') ?? 1;
	if (step !== 1) draft.lose('setting', asked.id, `rateStep: ${step}`);
	const min = Math.trunc((values.length > 1 ? numbers[0] : number(element, 'rateMin')) ?? 1);
	const count = number(element, 'rateCount');
	const max = Math.trunc(
		(values.length > 1 ? numbers.at(-1) : number(element, 'rateMax')) ?? (count ? min + count - 1 : 5),
	);
	const kind = word(element, 'rateType', 'rateDisplayMode');
	const look = kind === 'stars' ? 'stars' : kind === 'smileys' ? 'faces' : undefined;
	return [
		{
			...asked,
			type: 'rating',
			min,
			max,
			...labels,
			...given({ look: look as 'stars' | 'faces' | undefined }),
			...fromStart(element),
		} as Item,
	];
}

function readMatrix(element: Foreign, asked: Asked, reader: Reader): Item[] {
	const { draft, main, names } = reader;
	const options = draft.options(list(element, 'columns').map((one) => choiceOf(one, asked.id, reader)));
	const known = recogniseScale(options);
	if (known) draft.guess('scale', asked.id, known.id);
	if (known?.turned) draft.guess('turned', asked.id, known.id);
	const rows = list(element, 'rows').map((one) => {
		const record = asRecord(one);
		const value = record ? (word(record, 'value') ?? '') : String(one);
		if (record && word(record, 'visibleIf')) draft.lose('condition', asked.id, word(record, 'visibleIf') ?? '');
		const id = draft.rowIdFor(asked.id, value);
		names.ids.set(`${word(element, 'name')}.${value}`, { id, many: false });
		return {
			id,
			text: draft.text(said(record ? field(record, 'text') : undefined, main) ?? new Map([[main, value]]), id),
		};
	});
	if (isOn(element, 'cellType') || list(element, 'cells').length > 0) draft.lose('setting', asked.id, 'cells');
	const { required: _all, ...rest } = asked;
	const required = isOn(element, 'eachRowRequired', 'isAllRowRequired');
	if (asked.required && !required) draft.lose('setting', asked.id, 'isRequired');
	const shuffle = word(element, 'rowOrder', 'rowsOrder') === 'random';
	return [
		{
			...rest,
			...(required ? { required } : {}),
			type: 'matrix',
			scale: draft.scaleFor({ options: asScale(options, known?.turned ?? false) }),
			rows,
			...(shuffle ? { shuffleRows: true } : {}),
		},
	];
}

function readText(element: Foreign, asked: Asked, { draft }: Reader): Item[] {
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

function readValidators(
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

/** The fields that are read, or that change only how a question looks on a page. */
const known = new Set(
	'type name title html description visibleIf visible isRequired choices columns rows items rateValues rateMin rateMax rateStep rateCount rateType rateDisplayMode minRateDescription maxRateDescription inputType min max step maxLength validators defaultValue choicesOrder rowsOrder rowOrder showOtherItem hasOther otherText showNoneItem hasNone noneText showDontKnowItem dontKnowText showRefuseItem refuseText showSelectAllItem hasSelectAll selectToRankEnabled minSelectedChoices maxSelectedChoices eachRowRequired isAllRowRequired labelTrue labelFalse valueTrue valueFalse multiSelect startWithNewLine titleLocation descriptionLocation colCount width minWidth maxWidth indent hideNumber placeholder placeHolder displayMode autoGrow rowsCount cols questionTitleLocation separateSpecialChoices optionsCaption textUpdateMode showNumber useDisplayValuesInDynamicTexts elements sliderType otherPlaceholder rateColorMode scaleColorMode selectToRankAreasLayout requiredErrorText showCommentArea_'.split(
		' ',
	),
);
const surveySettings = new Set(
	'title description pages elements questions locale completedHtml showProgressBar progressBarLocation progressBarType widthMode width firstPageIsStartPage startSurveyText showQuestionNumbers showTitle showPageTitles showPageNumbers showPrevButton completeText pageNextText pagePrevText questionErrorLocation questionTitleLocation questionDescriptionLocation checkErrorsMode logo logoPosition logoFit logoWidth logoHeight requiredText questionsOnPageMode focusFirstQuestionAutomatic headerView theme fitToContainer $schema showCompletedPage questionStartIndex questionTitlePattern textUpdateMode'.split(
		' ',
	),
);

function noteRest(record: Foreign, at: string, read: Set<string>, draft: Draft): void {
	for (const name of Object.keys(record).slice(0, 200)) {
		const value = record[name];
		if (
			read.has(name) ||
			value === false ||
			value === null ||
			value === '' ||
			(Array.isArray(value) && value.length === 0)
		)
			continue;
		const isRule = (name === 'enableIf' || name === 'requiredIf') && typeof value === 'string';
		draft.lose(isRule ? 'condition' : 'setting', at, isRule ? `${name}: ${value}` : name);
	}
}
