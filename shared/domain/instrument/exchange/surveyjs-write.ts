import type { Condition, Instrument, Item, LocalText, Option } from '../model.ts';
import { type Question, questionsOf } from '../questions.ts';
import { type Dialect, never, writeCondition } from './condition.ts';
import { recogniseScale } from './known-scales.ts';
import type { Loss } from './model.ts';
import type { Foreign } from './record.ts';
import { type Lose, languagesOf, noteOutside, noteOwn, scaleOptions, startLosses } from './write-shared.ts';

/** A questionnaire as a survey of SurveyJS, and what it can't hold. */
export function writeSurveyJs(instrument: Instrument): { survey: Foreign; losses: Loss[] } {
	const { losses, lose } = startLosses();
	const writer: Writer = {
		instrument,
		text: (text) => (text.en === undefined || text.en === text.sv ? text.sv : { default: text.sv, en: text.en }),
		lose,
		...conditionsOf(instrument),
	};
	const pages: { elements: Foreign[]; [field: string]: unknown }[] = [];
	for (const item of instrument.items) {
		if (item.type === 'section') {
			pages.push({
				name: item.id,
				title: writer.text(item.text),
				...(item.help ? { description: writer.text(item.help) } : {}),
				...rule(item, writer),
				...(item.shuffle ? { questionsOrder: 'random' } : {}),
				elements: [],
			});
			noteOwn(item, lose);
			continue;
		}
		if (pages.length === 0) pages.push({ name: 'page1', elements: [] });
		pages.at(-1)?.elements.push(element(item, writer));
	}
	const [locale] = languagesOf(instrument);
	for (const { id } of instrument.indexes ?? []) lose('setting', '', `index ${id}`);
	const survey: Foreign = {
		title: writer.text(instrument.title),
		...(instrument.description ? { description: writer.text(instrument.description) } : {}),
		locale,
		...(instrument.thanks ? { completedHtml: asHtml(writer.text(instrument.thanks)) } : {}),
		pages: instrument.intro ? [introPage(instrument.intro, writer), ...pages] : pages,
		...(instrument.intro ? { firstPageIsStartPage: true } : {}),
	};
	return { survey, losses };
}

/** The value that SurveyJS gives what it knows itself of options. */
const special = { other: 'other', none: 'none' } as const;

interface Writer {
	instrument: Instrument;
	text: (text: LocalText) => string | Foreign;
	lose: Lose;
	/** The name that expressions use. */
	name: (id: string) => string;
	dialect: Dialect;
}

function introPage(intro: LocalText, { text }: Writer): Foreign {
	return { name: 'intro', elements: [{ type: 'html', name: 'intro_text', html: asHtml(text(intro)) }] };
}

function asHtml(text: string | Foreign): string | Foreign {
	const one = (words: unknown) =>
		String(words).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');
	return typeof text === 'string'
		? one(text)
		: Object.fromEntries(Object.entries(text).map(([key, words]) => [key, one(words)]));
}

function conditionsOf(instrument: Instrument): Pick<Writer, 'name' | 'dialect'> {
	const questions = new Map(questionsOf(instrument).map((one) => [one.id, one]));
	const many = (id: string) => isMany(questions.get(id));
	const name = (id: string) => {
		const question = questions.get(id);
		if (question?.otherOf) return `${question.otherOf}-Comment`;
		return question?.matrix ? `${question.matrix}.${id}` : id;
	};
	const quoted = (value: string) => (value.includes("'") ? `"${value}"` : `'${value}'`);
	const dialect: Dialect = {
		answered: (id) => `{${name(id)}} notempty`,
		is: (id, given) => {
			const other = isRanking(questions.get(id))
				? undefined
				: questions.get(id)?.options.find((one) => one.other)?.value;
			const values = given.map((one) => (one === other ? special.other : one));
			if (values.some((one) => one.includes("'") && one.includes('"'))) return null;
			if (values.length > 1) return `{${name(id)}} anyof [${values.map(quoted).join(', ')}]`;
			return `{${name(id)}} ${many(id) ? 'contains' : '='} ${quoted(values[0] ?? '')}`;
		},
		chosenAtLeast: (id, count) => {
			if (many(id)) return `{${name(id)}.length} >= ${count}`;
			return count === 1 ? `{${name(id)}} notempty` : never(id, dialect);
		},
		compare: (id, sign, number) => (many(id) ? never(id, dialect) : `{${name(id)}} ${sign} ${number}`),
		not: (inner) => `!(${inner})`,
	};
	return { name, dialect };
}

const isRanking = (question: Question | undefined) => question?.type === 'ranking';
const isMany = (question: Question | undefined) => question?.type === 'multiple' || question?.type === 'ranking';

function rule(item: { id: string; shownIf?: Condition | undefined }, { dialect, lose }: Writer): Foreign {
	if (!item.shownIf) return {};
	const written = writeCondition(item.shownIf, dialect);
	if (written === null) lose('condition', item.id, item.id);
	return written === null ? {} : { visibleIf: written };
}

/** A text with the answers it repeats as SurveyJS writes them. */
function words(text: LocalText, { text: local, name }: Writer): string | Foreign {
	const one = (source: string) => source.replace(/\{\{\s*([^{}\s]+)\s*\}\}/g, (_whole, id: string) => `{${name(id)}}`);
	return local({ sv: one(text.sv), ...(text.en === undefined ? {} : { en: one(text.en) }) });
}

function element(item: Exclude<Item, { type: 'section' }>, writer: Writer): Foreign {
	const { lose } = writer;
	noteOwn(item, lose, ['look']);
	if (item.type === 'info') {
		if (item.help) lose('setting', item.id, 'help');
		return { type: 'html', name: item.id, html: asHtml(words(item.text, writer)), ...rule(item, writer) };
	}
	const { type, ...own } = ownFields(item, writer);
	const start = item.default === undefined ? {} : { defaultValue: item.default };
	return {
		type,
		name: item.id,
		title: words(item.text, writer),
		...(item.help ? { description: words(item.help, writer) } : {}),
		...rule(item, writer),
		...(item.required ? { isRequired: true } : {}),
		...own,
		...start,
		...validators(item, writer),
	};
}

function ownFields(
	item: Exclude<Item, { type: 'section' | 'info' }>,
	writer: Writer,
): { type: string; [field: string]: unknown } {
	const { instrument, text, lose } = writer;
	const choice = ({ value, label }: Option) => ({ value, text: text(label) });
	switch (item.type) {
		case 'scale': {
			const options = scaleOptions(instrument, item, lose);
			const outside = options.some((one) => one.missing);
			if (!outside)
				return { type: 'rating', displayMode: 'buttons', rateCount: options.length, rateValues: options.map(choice) };
			if (!recogniseScale(options)) lose('type', item.id, 'scale');
			for (const one of options) noteOutside(one, item.id, lose);
			return { type: 'radiogroup', choices: options.map(choice) };
		}
		case 'single':
		case 'multiple':
		case 'ranking': {
			const { options, extra } = choices(item, writer);
			const order = item.shuffleOptions ? { choicesOrder: 'random' } : {};
			const fields = { choices: options, ...extra, ...order };
			if (item.type === 'single') return { type: 'radiogroup', ...fields };
			if (item.type === 'ranking')
				return {
					type: 'ranking',
					...fields,
					...(item.max === undefined ? {} : { selectToRankEnabled: true, maxSelectedChoices: item.max }),
				};
			return {
				type: 'checkbox',
				...fields,
				...(item.min === undefined ? {} : { minSelectedChoices: item.min }),
				...(item.max === undefined ? {} : { maxSelectedChoices: item.max }),
			};
		}
		case 'matrix': {
			const options = scaleOptions(instrument, item, lose);
			for (const one of options) noteOutside(one, item.id, lose);
			return {
				type: 'matrix',
				columns: options.map(choice),
				rows: item.rows.map((row) => ({ value: row.id, text: words(row.text, writer) })),
				...(item.required ? { eachRowRequired: true } : {}),
				...(item.shuffleRows ? { rowOrder: 'random' } : {}),
			};
		}
		case 'rating':
			return {
				type: 'rating',
				rateMin: item.min,
				rateMax: item.max,
				...(item.look === 'stars' ? { rateType: 'stars' } : item.look === 'faces' ? { rateType: 'smileys' } : {}),
				...(item.minLabel ? { minRateDescription: text(item.minLabel) } : {}),
				...(item.maxLabel ? { maxRateDescription: text(item.maxLabel) } : {}),
			};
		case 'number': {
			if (item.unit) lose('setting', item.id, 'unit');
			if (item.decimals) lose('setting', item.id, 'decimals');
			const { min, max } = item;
			return {
				type: 'text',
				inputType: 'number',
				...(min === undefined ? {} : { min }),
				...(max === undefined ? {} : { max }),
				...(item.decimals === 0 ? { step: 1 } : {}),
			};
		}
		case 'date':
			return {
				type: 'text',
				inputType: 'date',
				...(item.from ? { min: item.from } : {}),
				...(item.to ? { max: item.to } : {}),
			};
		case 'text':
			return {
				type: item.long === false ? 'text' : 'comment',
				...(item.maxLength === undefined ? {} : { maxLength: item.maxLength }),
			};
	}
}

function choices(
	{ id, type, options }: Extract<Item, { type: 'single' | 'multiple' | 'ranking' }>,
	{ text, lose }: Writer,
): { options: Foreign[]; extra: Foreign } {
	const extra: Foreign = {};
	const rest: Foreign[] = [];
	for (const [at, option] of options.entries()) {
		const last = options.slice(at).every((one) => one.other || one.exclusive);
		if (option.other && type === 'ranking') lose('setting', id, `other: ${option.value}`);
		else if (option.other) {
			if (option.value !== special.other) lose('renamed', id, `${option.value} → ${special.other}`);
			if (at !== options.length - 1) lose('setting', id, 'order');
			Object.assign(extra, { showOtherItem: true, otherText: text(option.label) });
			continue;
		}
		if (option.exclusive && option.value === special.none && last) {
			Object.assign(extra, { showNoneItem: true, noneText: text(option.label) });
			continue;
		}
		if (option.exclusive) lose('setting', id, `exclusive: ${option.value}`);
		noteOutside(option, id, lose);
		rest.push({ value: option.value, text: text(option.label) });
	}
	return { options: rest, extra };
}

function validators(item: Exclude<Item, { type: 'section' | 'info' }>, writer: Writer): Foreign {
	const { validation } = item;
	if (!validation) return {};
	const message = { text: writer.text(validation.message) };
	const all: Foreign[] = [];
	if (validation.pattern) all.push({ type: 'regex', regex: validation.pattern, ...message });
	if (validation.rule) {
		const expression = writeCondition(validation.rule, writer.dialect);
		if (expression === null) writer.lose('rule', item.id, 'rule');
		else all.push({ type: 'expression', expression, ...message });
	}
	return all.length > 0 ? { validators: all } : {};
}
