import type { Language } from '#shared/contract/basics.ts';
import type { Analysis, ItemResult, OptionCount } from '#shared/domain/results/model.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { Figure, FigureRow } from './model.ts';

export interface FigureChoices {
	kind?: Figure['kind'];
	unit?: Figure['unit'];
	/** Groups with fewer people than this are left out. */
	smallestGroup?: number;
	/** A first row with everyone, above the groups. */
	withAll?: boolean;
}

/** Up to this many people a count says what there is, and a percent more than there is. */
const mostCounted = 50;

const orderedTypes = new Set<ItemResult['type']>(['scale', 'rating']);
/** Their options do not add up to a whole. */
const severalTypes = new Set<ItemResult['type']>(['multiple', 'ranking']);

/**
 * The results of `ids` (items; a matrix stands for its rows) as one figure, a bar each in that order. A single `multiple` or
 * `ranking` item gives a bar for each of its options. Null where they cannot share a figure: different scales, no options, nobody answered, or no such item.
 */
export function figureOfItems(
	analysis: Analysis,
	ids: readonly string[],
	language: Language,
	choices: FigureChoices = {},
): Figure | null {
	const items = itemsOf(analysis, ids);
	const first = items[0];
	if (!first || first.options.length === 0 || items.some((item) => !sameScale(first, item))) return null;
	if (severalTypes.has(first.type)) return items.length > 1 ? null : figureOfChoices(first, language, choices);
	const rows = items.map((item) => ({ label: item.label, no: item.id, counts: countsOf(item.options), n: item.n }));
	return figureOf(first, rows, language, choices);
}

/** The result of one item by group, a bar each. Null without groups, and for items that a stacked bar cannot show. */
export function figureOfGroups(
	analysis: Analysis,
	id: string,
	language: Language,
	choices: FigureChoices = {},
): Figure | null {
	const item = analysis.items.find((one) => one.id === id);
	if (!item?.groups || item.options.length === 0 || severalTypes.has(item.type)) return null;
	const rows: FigureRow[] = item.groups
		.filter((group) => group.size >= (choices.smallestGroup ?? 0))
		.map((group) => ({ label: group.label, no: '', counts: countsOf(group.options), n: group.n }));
	if (choices.withAll) {
		const all = messages[language].results.figure.all;
		rows.unshift({ label: all, no: '', counts: countsOf(item.options), n: item.n });
	}
	return figureOf(item, rows, language, choices);
}

/** The items that ids stand for, in that order: a matrix's id stands for its rows. Unknown ids give nothing. */
export function itemsOf(analysis: Analysis, ids: readonly string[]): ItemResult[] {
	return ids.flatMap((id) => {
		const own = analysis.items.filter((item) => item.id === id);
		return own.length > 0 ? own : analysis.items.filter((item) => item.matrix === id);
	});
}

/** Whether two items are answered with the very same options, so that they can share a legend. */
export function sameScale(one: ItemResult, other: ItemResult): boolean {
	if (one.type !== other.type || one.scale !== other.scale || one.options.length !== other.options.length) return false;
	return one.options.every((option, at) => {
		const match = other.options[at];
		return match?.value === option.value && match.label === option.label;
	});
}

function figureOf(item: ItemResult, rows: FigureRow[], language: Language, choices: FigureChoices): Figure | null {
	if (rows.every((row) => row.n === 0)) return null;
	const ordered = orderedTypes.has(item.type);
	return {
		kind: ordered ? (choices.kind ?? (item.type === 'scale' ? 'diverging' : 'stacked')) : 'stacked',
		unit: choices.unit ?? usualUnit(rows),
		options: item.options.map(({ value, label }) => ({ value, label })),
		ordered,
		rows,
		language,
	};
}

/** Several choices do not add up to a whole, so each option is a bar of its own: how many chose it, of a ranking how many put it first. */
function figureOfChoices(item: ItemResult, language: Language, choices: FigureChoices): Figure | null {
	const { figure: words } = messages[language].results;
	const rows = item.options.map(({ label, count }, at) => ({
		label,
		no: '',
		counts: [item.ranks?.[at]?.first ?? count],
		n: item.n,
	}));
	if (item.n === 0) return null;
	return {
		kind: 'stacked',
		unit: choices.unit ?? usualUnit(rows),
		options: [{ value: 'chosen', label: item.ranks ? words.first : words.chosen }],
		ordered: false,
		rows,
		language,
	};
}

const countsOf = (options: OptionCount[]) => options.map((option) => option.count);

const usualUnit = (rows: FigureRow[]): Figure['unit'] =>
	Math.max(...rows.map((row) => row.n)) <= mostCounted ? 'count' : 'percent';
