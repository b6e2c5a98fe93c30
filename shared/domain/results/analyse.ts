import type { Language } from '#shared/contract/basics.ts';
import type { Answers, Instrument } from '#shared/domain/instrument/model.ts';
import { type Question, questionsOf } from '#shared/domain/instrument/questions.ts';
import { inLanguage, shortName } from '#shared/domain/instrument/text.ts';
import { askedOf } from './asked.ts';
import { canGroup } from './breakdown.ts';
import { type AnswerColumns, columnsOf } from './columns.ts';
import { type Groups, groupsOf } from './groups.ts';
import type { Analysis, GroupResult, ItemResult, OptionCount } from './model.ts';
import { type Counted, meanNumber, medianNumber, medianPosition, percentOf } from './stats.ts';

export interface RoundFacts {
	id: number;
	name: string;
	invited: number | null;
	partial: number;
}
export interface AnalysisOptions {
	/** A `single` or `multiple` item to break every item down by. @see `canGroup` */
	by?: string | undefined;
	/** Groups hold only the people who are in one group alone. The totals are of everybody all the same. */
	singleGroupOnly?: boolean | undefined;
	language: Language;
}

/** The results of a round from its responses, one `Answers` each. */
export function analyse(
	instrument: Instrument,
	round: RoundFacts,
	responses: readonly Answers[],
	options: AnalysisOptions,
): Analysis {
	return analyseColumns(instrument, round, columnsOf(responses), options);
}

/**
 * The results of a round. Percent is of valid answers and not rounded; `n + missing + notAsked` of an item is the number who answered.
 * @throws RangeError when `by` is not an item that can group
 */
export function analyseColumns(
	instrument: Instrument,
	round: RoundFacts,
	columns: AnswerColumns,
	{ by, singleGroupOnly = false, language }: AnalysisOptions,
): Analysis {
	const questions = questionsOf(instrument);
	const asked = askedOf(instrument, questions, columns);
	const grouping = questions.find((question) => question.id === by);
	if (by !== undefined && !canGroup(grouping)) throw new RangeError('by');
	const groups = grouping ? groupsOf(grouping, columns, asked(grouping.id), singleGroupOnly) : null;
	return {
		round: round.name,
		roundId: round.id,
		instrument: inLanguage(instrument.title, language),
		invited: round.invited,
		answered: columns.size,
		partial: round.partial,
		responseRate: round.invited ? percentOf(columns.size, round.invited) : null,
		by: grouping
			? { id: grouping.id, label: shortName(grouping, language), inSeveral: groups?.inSeveral ?? 0, singleGroupOnly }
			: null,
		items: questions.map((question) => itemOf(question, columns, asked(question.id), groups, language)),
	};
}

/** Counts of one question: in all, and in each group; an array for each option, then one for all valid answers. */
interface Tally {
	options: number[];
	n: number;
}

function itemOf(
	question: Question,
	columns: AnswerColumns,
	asked: Uint8Array | null,
	groups: Groups | null,
	language: Language,
): ItemResult {
	const options = optionsOf(question, language);
	const places = new Map(options.map((option, at) => [option.value, at]));
	const outside = new Set(question.options.filter((option) => option.missing).map((option) => option.value));
	const all: Tally = { options: options.map(() => 0), n: 0 };
	const perGroup: Tally[] = groups ? groups.list.map(() => ({ options: options.map(() => 0), n: 0 })) : [];
	const valid = new Uint8Array(columns.size);
	const numbers: Counted[] = [];
	const ranks = options.map(() => ({ first: 0, sum: 0 }));
	const notApplicable = new Set<number>();
	for (const { value, responses, ranks: own } of columns.items.get(question.id) ?? []) {
		const at = places.get(value);
		if (outside.has(value)) {
			for (let i = 0; i < responses.length; i++) {
				const place = responses[i] ?? 0;
				if (!asked || asked[place]) notApplicable.add(place);
			}
			continue;
		}
		if (at === undefined && !isOwnValid(question, value)) continue;
		let count = 0;
		for (let i = 0; i < responses.length; i++) {
			const place = responses[i] ?? 0;
			if (asked && !asked[place]) continue;
			count++;
			const ranked = at === undefined ? undefined : ranks[at];
			if (ranked && own) {
				ranked.sum += own[i] ?? 0;
				if (own[i] === 1) ranked.first++;
			}
			const isNew = valid[place] === 0;
			if (isNew) {
				valid[place] = 1;
				all.n++;
			}
			if (!groups) continue;
			for (let k = groups.starts[place] ?? 0; k < (groups.starts[place + 1] ?? 0); k++) {
				const tally = perGroup[groups.members[k] ?? 0];
				if (!tally) continue;
				if (isNew) tally.n++;
				if (at !== undefined) tally.options[at] = (tally.options[at] ?? 0) + 1;
			}
		}
		if (at !== undefined) all.options[at] = count;
		if (isNumeric(question)) numbers.push({ value: Number(value), count });
	}
	const askedCount = asked ? asked.reduce((sum, one) => sum + one, 0) : columns.size;
	const shared = (tally: Tally) => ({
		options: options.map((option, at): OptionCount => {
			const count = tally.options[at] ?? 0;
			return { ...option, count, percent: percentOf(count, tally.n) };
		}),
		topTwo: topTwoOf(question, tally),
	});
	return {
		id: question.id,
		label: shortName(question, language),
		text: inLanguage(question.text, language),
		type: question.type,
		scale: question.scale,
		matrix: question.matrix,
		section: question.section,
		n: all.n,
		missing: askedCount - all.n,
		notApplicable: [...notApplicable].filter((place) => valid[place] === 0).length,
		notAsked: columns.size - askedCount,
		...shared(all),
		...(question.type === 'ranking' && {
			ranks: ranks.map(({ first, sum }, at) => ({ first, mean: all.options[at] ? sum / all.options[at] : null })),
		}),
		median: question.type === 'number' ? medianNumber(numbers) : medianOf(question, all),
		mean: isNumeric(question) ? meanNumber(numbers) : null,
		...(groups && {
			groups: groups.list.map(({ value, label, size, inSeveral }, at): GroupResult => {
				const tally = perGroup[at] ?? { options: [], n: 0 };
				return {
					value,
					label: inLanguage(label, language),
					n: tally.n,
					size,
					inSeveral,
					...shared(tally),
					median: medianOf(question, tally),
				};
			}),
		}),
	};
}

/** The options that are counted, in order: those of the scale, or the whole numbers of a rating with the words at its ends. */
function optionsOf(question: Question, language: Language): { value: string; label: string }[] {
	if (question.item.type !== 'rating') {
		return question.options
			.filter((option) => !option.missing)
			.map((option) => ({ value: option.value, label: inLanguage(option.label, language) }));
	}
	const { min, max, minLabel, maxLabel } = question.item;
	return Array.from({ length: max - min + 1 }, (_, at) => {
		const end = at === 0 ? minLabel : at === max - min ? maxLabel : undefined;
		const value = String(min + at);
		return { value, label: end ? `${value} (${inLanguage(end, language)})` : value };
	});
}

const isNumeric = (question: Question) => question.type === 'number' || question.type === 'rating';

/** Whether a value is an answer to a question without options. */
function isOwnValid(question: Question, value: string): boolean {
	if (question.type === 'text' || question.type === 'date') return value !== '';
	return question.type === 'number' && value.trim() !== '' && Number.isFinite(Number(value));
}

/** The last two of an ordered scale; of two options in all, both would say nothing. */
function topTwoOf(question: Question, { options, n }: Tally) {
	if (question.type !== 'scale' || options.length < 3) return null;
	const count = options.slice(-2).reduce((sum, one) => sum + one, 0);
	return { count, percent: percentOf(count, n) };
}

/** A scale's as a position from 1, a rating's as the number itself. */
function medianOf(question: Question, { options }: Tally): number | null {
	if (question.type === 'scale') return medianPosition(options);
	if (question.type !== 'rating') return null;
	return medianNumber(options.map((count, at) => ({ value: (question.min ?? 0) + at, count })));
}
