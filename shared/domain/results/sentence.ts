import type { Language } from '#shared/contract/basics.ts';
import { formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { GroupResult, ItemResult } from './model.ts';
import { percentOf } from './stats.ts';

/** Numbers up to this are written as words, both of a pair or neither. */
const spelled = 20;
/** More groups than this are no longer "the lowest". */
const mostNamed = 3;

/**
 * One sentence for the report on the result of an item: the two most positive together, else the most common answer (of a ranking, what most put first), else the median. Groups that
 * stand out low are named, except those smaller than `smallestGroup`. Null when nobody answered, and for dates and open answers.
 */
export function sentenceOf(item: ItemResult, language: Language, smallestGroup: number): string | null {
	const words = messages[language].results.sentence;
	if (item.n === 0) return null;
	// The sentence has a full stop of its own.
	const label = item.label.replace(/(?<!\.)\.$/, '');
	const inWords = item.n <= spelled;
	const number = (value: number) => (inWords ? words.numberWord(value) : formatNumber(value, language));
	if (item.topTwo) {
		const [second, first] = item.options.slice(-2).map((option) => option.label);
		const lowest = lowestGroups(item, smallestGroup).map((group) => group.label);
		const start = words.topTwo(
			capital(number(item.topTwo.count)),
			number(item.n),
			formatPercent(item.topTwo.percent, language),
			words.or(second ?? '', first ?? ''),
			label,
		);
		return `${start}${lowest.length > 0 ? words.lowest(enumerate(lowest, words.and)) : ''}.`;
	}
	if (item.median !== null && item.mean !== null) {
		const decimal = (value: number) => formatNumber(value, language, 1);
		return `${words.middle(label, decimal(item.median), decimal(item.mean), formatNumber(item.n, language))}.`;
	}
	const { ranks } = item;
	if (ranks) {
		const [top] = item.options
			.map(({ label }, at) => ({ label, first: ranks[at]?.first ?? 0 }))
			.toSorted((a, b) => b.first - a.first);
		if (!top) return null;
		const percent = formatPercent(percentOf(top.first, item.n), language);
		return `${words.first(capital(number(top.first)), number(item.n), percent, top.label, label)}.`;
	}
	const most = item.options.toSorted((a, b) => b.count - a.count)[0];
	if (!most || most.count === 0) return null;
	const percent = formatPercent(most.percent, language);
	return `${words.most(capital(number(most.count)), number(item.n), percent, most.label, label)}.`;
}

/**
 * The groups in which at least half stand on the negative side of the scale, in their own order; where there are none or too many, the
 * lowest by share of positive answers if that is below the whole. At most three, none smaller than `smallestGroup`.
 */
export function lowestGroups(item: ItemResult, smallestGroup: number): GroupResult[] {
	const groups = (item.groups ?? []).filter((group) => group.n > 0 && group.size >= smallestGroup && group.topTwo);
	if (!item.topTwo || groups.length < 2) return [];
	const half = Math.floor(item.options.length / 2);
	const negative = (group: GroupResult) =>
		group.options.slice(0, half).reduce((sum, one) => sum + one.count, 0) / group.n;
	const turned = groups.filter((group) => negative(group) >= 0.5);
	if (turned.length > 0 && turned.length <= mostNamed && turned.length < groups.length) return turned;
	const least = Math.min(...groups.map((group) => group.topTwo?.percent ?? 100));
	const lowest = groups.filter((group) => group.topTwo?.percent === least);
	return least < item.topTwo.percent && lowest.length <= mostNamed ? lowest : [];
}

function enumerate(names: readonly string[], and: (all: string, last: string) => string): string {
	const last = names.at(-1) ?? '';
	return names.length < 2 ? last : and(names.slice(0, -1).join(', '), last);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
