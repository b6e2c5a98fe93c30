import type { Language } from '#shared/contract/basics.ts';
import { areRanges, rangeFaults, sidesOf } from './advice-options.ts';
import { asksForFact, asksWhoOneIs, wordingFaults } from './advice-wording.ts';
import { estimatedMinutes } from './duration.ts';
import { languagesOf, textsOf } from './languages.ts';
import { lix, wordsOf } from './lix.ts';
import type { Instrument, LocalText, Option } from './model.ts';
import { type Question, questionsOf } from './questions.ts';
import { inLanguage } from './text.ts';

/** Every kind of advice, in the order it is told for one item. Its words, with reason and source, are in `advice` of the messages. */
export const adviceKinds = [
	'double-barrelled',
	'double-negation',
	'negated',
	'leading',
	'absolute',
	'long-text',
	'hard-to-read',
	'no-dont-know',
	'unbalanced',
	'reversed-scale',
	'mixed-directions',
	'agree-disagree',
	'options-overlap',
	'options-gap',
	'no-other',
	'long-matrix',
	'translation',
	'maybe-identifying',
	'identifying',
	'too-long',
	'many-open',
	'hard-as-a-whole',
] as const;
export type AdviceKind = (typeof adviceKinds)[number];

/** One piece of advice: it stops nothing. */
export interface Advice {
	kind: AdviceKind;
	/** The item it is about; null for the questionnaire as a whole. What is set aside is kept on this item (`adviceSeen`). */
	itemId: string | null;
	/** The row of a matrix, where it is about one. */
	row?: string;
	/** What its words are made of. */
	values: Readonly<Record<string, string | number>>;
}

export interface AdviceOptions {
	/** How many will be asked; null where it is not known, and then nothing is said of who can be recognised. */
	invited: number | null;
	/** The language whose words are read. */
	language: Language;
}

/** Where advice begins. */
const adviceLimits = {
	/** Minutes to answer. */
	minutes: 15,
	/** Open questions with several lines that everyone is asked. */
	open: 5,
	/** Rows of a matrix. */
	rows: 10,
	/** LIX of one question with at least so many words, and of all together with at least so many. */
	lixItem: 60,
	lixWords: 12,
	lixWhole: 50,
	lixWordsWhole: 40,
	/** Statements on agreement, all worded the same way. */
	agreement: 4,
	/** People to each combination of who one is, on average. */
	perCell: 5,
} as const;

/** All advice on an instrument, by item in its order and then of the whole; what the author has set aside is left out. */
export function adviseOn(instrument: Instrument, { invited, language }: AdviceOptions): Advice[] {
	const questions = questionsOf(instrument).filter((one) => one.otherOf === null);
	const seen = new Map(instrument.items.map((one) => [one.id, new Set(one.adviceSeen)]));
	const order = new Map(instrument.items.map((one, at) => [one.id, at]));
	const asked = (instrument.kind ?? 'questionnaire') === 'questionnaire';
	const advice = [
		...questions.flatMap((one) => onWords(one, language)),
		...(asked ? questions.flatMap((one) => onOptions(one, language)) : []),
		...onScales(instrument, questions, language),
		...onTranslation(instrument),
		...(asked ? [...onMatrices(instrument), ...onWho(questions, invited, language)] : []),
		...onWhole(instrument, questions, language, asked),
	];
	const place = (one: Advice) => (one.itemId === null ? Number.MAX_SAFE_INTEGER : (order.get(one.itemId) ?? 0));
	return advice
		.filter(({ kind, itemId }) => itemId === null || !seen.get(itemId)?.has(kind))
		.sort((a, b) => place(a) - place(b) || adviceKinds.indexOf(a.kind) - adviceKinds.indexOf(b.kind));
}

const about = (question: Question) => ({
	itemId: question.item.id,
	...(question.matrix === null ? {} : { row: question.id }),
});

function onWords(question: Question, language: Language): Advice[] {
	const text = inLanguage(question.text, language);
	const { type } = question;
	const kind =
		type === 'scale' || type === 'rating'
			? 'statement'
			: type === 'single' || type === 'multiple' || type === 'ranking'
				? 'choice'
				: 'open';
	const advice: Advice[] = wordingFaults(text, language, kind).map((fault) => ({
		kind: fault.kind,
		...about(question),
		values: { word: fault.value },
	}));
	const ease = wordsOf(text).length >= adviceLimits.lixWords ? lix(text) : null;
	if (ease !== null && ease > adviceLimits.lixItem)
		advice.push({ kind: 'hard-to-read', ...about(question), values: { lix: Math.round(ease) } });
	return advice;
}

/** Whether an alternative is for what the others leave out. */
const isRest = (label: string) => /^(?:annat|annan|andra|övrig|other|another|something else)/i.test(label.trim());

function onOptions(question: Question, language: Language): Advice[] {
	const { options, type } = question;
	const text = inLanguage(question.text, language);
	const advice: Advice[] = [];
	const choice = type === 'single' || type === 'multiple';
	const wayOut = options.some(
		(one) => one.missing || one.other || one.exclusive || isRest(inLanguage(one.label, language)),
	);
	if ((type === 'scale' || type === 'single') && !wayOut && asksForFact(text, language))
		advice.push({ kind: 'no-dont-know', ...about(question), values: {} });
	if (!choice) return advice;
	for (const { kind, first, second } of rangeFaults(options, language))
		advice.push({ kind, ...about(question), values: { first, second } });
	const many = options.length >= (type === 'multiple' ? 3 : 5);
	if (many && !wayOut && !areRanges(options, language))
		advice.push({ kind: 'no-other', ...about(question), values: { count: options.length } });
	return advice;
}

/** On the scales, each told at the first item that uses it. */
function onScales(instrument: Instrument, questions: readonly Question[], language: Language): Advice[] {
	const used = instrument.scales.flatMap((scale) => {
		const first = questions.find((one) => one.scale === scale.id);
		const sides = sidesOf(scale.options, language);
		return first && sides ? [{ scale, itemId: first.item.id, sides }] : [];
	});
	const mixed = new Set(used.map(({ sides }) => sides.reversed)).size > 1;
	const advice = used.flatMap(({ itemId, sides }): Advice[] => [
		...(sides.negative === sides.positive
			? []
			: [{ kind: 'unbalanced' as const, itemId, values: { negative: sides.negative, positive: sides.positive } }]),
		...(sides.reversed
			? [{ kind: mixed ? ('mixed-directions' as const) : ('reversed-scale' as const), itemId, values: {} }]
			: []),
	]);
	const agreement = new Set(used.filter(({ sides }) => sides.agreement).map(({ scale }) => scale.id));
	const statements = questions.filter((one) => one.scale !== null && agreement.has(one.scale));
	const [first] = statements;
	if (first && statements.length >= adviceLimits.agreement && !statements.some((one) => one.reverse))
		advice.push({ kind: 'agree-disagree', itemId: first.item.id, values: { count: statements.length } });
	return advice;
}

/** Texts of an item that are there in one of the instrument's languages and not in another. */
function onTranslation(instrument: Instrument): Advice[] {
	const languages = languagesOf(instrument);
	if (languages.length < 2) return [];
	const scaleAt = new Map<string, string>();
	for (const item of instrument.items)
		if ('scale' in item && !scaleAt.has(item.scale)) scaleAt.set(item.scale, item.id);
	const lacking = (texts: (LocalText | undefined)[]) =>
		texts.filter((text) => text && new Set(languages.map((one) => !text[one]?.trim())).size > 1).length;
	const labels = (options: readonly Option[]) => options.map((one) => one.label);
	return instrument.items.flatMap((item): Advice[] => {
		const scale = 'scale' in item && scaleAt.get(item.scale) === item.id ? item.scale : null;
		const count = lacking([
			...textsOf(item),
			...(scale === null ? [] : labels(instrument.scales.find((one) => one.id === scale)?.options ?? [])),
		]);
		return count > 0 ? [{ kind: 'translation', itemId: item.id, values: { count } }] : [];
	});
}

function onMatrices({ items }: Instrument): Advice[] {
	return items.flatMap((item): Advice[] =>
		item.type === 'matrix' && item.rows.length > adviceLimits.rows
			? [{ kind: 'long-matrix', itemId: item.id, values: { rows: item.rows.length } }]
			: [],
	);
}

/** On questions of who one is: those that are not marked so, and those that together leave few people to each combination. */
function onWho(questions: readonly Question[], invited: number | null, language: Language): Advice[] {
	const marked = (one: Question) => 'identifying' in one.item && one.item.identifying === true;
	const unmarked = questions
		.filter((one) => !marked(one) && one.matrix === null && asksWhoOneIs(inLanguage(one.text, language), language))
		.map((one): Advice => ({ kind: 'maybe-identifying', ...about(one), values: {} }));
	const identifying = questions.filter(marked);
	const [first] = identifying;
	if (!first || invited === null) return unmarked;
	const cells = identifying.reduce((product, one) => product * Math.max(1, categoriesOf(one, invited)), 1);
	if (cells * adviceLimits.perCell <= invited) return unmarked;
	const values = { cells, invited, questions: identifying.length };
	return [...unmarked, { kind: 'identifying', ...about(first), values }];
}

/** How many kinds of people a question tells apart; words, days and open numbers may tell each from the other. */
function categoriesOf(question: Question, invited: number): number {
	const { options, min, max } = question;
	if (options.length > 0) return options.filter((one) => !one.missing).length;
	return min !== null && max !== null ? Math.min(invited, max - min + 1) : invited;
}

function onWhole(instrument: Instrument, questions: readonly Question[], language: Language, asked: boolean): Advice[] {
	const advice: Advice[] = [];
	const minutes = Math.round(estimatedMinutes(instrument, language));
	if (asked && minutes > adviceLimits.minutes) advice.push({ kind: 'too-long', itemId: null, values: { minutes } });
	const open = questions.filter(
		({ item, conditions }) => item.type === 'text' && item.long !== false && conditions.length === 0,
	).length;
	if (asked && open > adviceLimits.open) advice.push({ kind: 'many-open', itemId: null, values: { count: open } });
	const all = questions.map((one) => inLanguage(one.text, language)).join('\n');
	const whole = wordsOf(all).length >= adviceLimits.lixWordsWhole ? lix(all) : null;
	if (whole !== null && whole > adviceLimits.lixWhole)
		advice.push({ kind: 'hard-as-a-whole', itemId: null, values: { lix: Math.round(whole) } });
	return advice;
}
