import { formatDate, formatNumber, formatPercent } from '#shared/i18n/format.ts';
import { sameScale } from '../figure/build.ts';
import { shortName } from '../instrument/text.ts';
import type { Analysis, ItemResult } from '../results/model.ts';
import { type Args, type Filling, findItems, findRound, isYes, report, splitList } from './filling.ts';
import type { LookupRound } from './lookup.ts';
import type { Table } from './model.ts';
import type { measures } from './specs.ts';

/** A table with what stands above and below it. */
export interface FilledTable {
	kind: 'table';
	table: Table;
	caption: string;
	note: string;
}

type Column = Table['columns'][number];
type Row = Table['rows'][number];
type Measure = (typeof measures)[number];

const left = (label: string, width: number): Column => ({ label, align: 'left', width });
const right = (label: string, width: number): Column => ({ label, align: 'right', width });

/** `response-rate`: the named rounds, or all, with how many were invited and answered. */
export function fillRates(filling: Filling, args: Args): FilledTable | null {
	const { words, language, lookup } = filling;
	const given = args.get('rounds');
	const rounds = given
		? splitList(given.value, '|').map((name) =>
				findRound(filling, { place: args.place, get: () => ({ ...given, value: name }) }),
			)
		: lookup.rounds();
	const found = rounds.filter((round): round is LookupRound => round !== null);
	if (found.length < rounds.length) return null;
	if (found.length === 0) return report(filling, args.place, 'no-answers', args.place.name);
	return {
		kind: 'table',
		caption: words.captionRates,
		note: '',
		table: {
			columns: [
				left(words.round, 40),
				left(words.date, 18),
				right(words.invited, 14),
				right(words.answered, 14),
				right(words.rate, 14),
			],
			rows: found.map(({ name, date, invited, answered }) => ({
				kind: 'normal',
				indent: 0,
				cells: [
					name,
					date ? formatDate(date, language, 'month') : words.unknown,
					invited === null ? words.unknown : filling.number(invited),
					filling.number(answered),
					invited ? formatPercent((100 * answered) / invited, language) : words.unknown,
				],
			})),
		},
	};
}

/** `item-table`: many items of a round in the chosen order under headings, matrix rows indented under their lead-in. */
export function fillItems(filling: Filling, args: Args): FilledTable | null {
	const round = findRound(filling, args);
	if (!round) return null;
	const analysis = filling.lookup.analyse(round.id);
	const chosen = splitList(args.get('measure')?.value ?? 'top-two', ',') as Measure[];
	const positive = chosen.some((one) => one.startsWith('top-two'));
	const groups = groupsOf(filling, args, analysis, positive);
	if (!groups) return null;
	const items = groups.flat();
	const spread = chosen.find((one) => one === 'options' || one === 'options-percent');
	if (items.every((item) => item.n === 0)) return report(filling, args.place, 'no-answers', round.name);
	const place = args.get('items')?.place ?? args.place;
	const lacking = positive
		? items.filter((item) => !item.topTwo)
		: spread
			? items.filter((item) => item.options.length === 0)
			: [];
	if (lacking.length > 0) return report(filling, place, 'no-top-two', lacking.map((item) => item.id).join(', '));
	const note = noteOf(filling, items);
	if (spread && items.length === 1 && items[0]) return { kind: 'table', ...oneItem(filling, round, items[0]), note };
	const other = spread ? items.find((item) => items[0] && !sameScale(items[0], item)) : undefined;
	if (other) return report(filling, place, 'mixed-scales', `${items[0]?.id}, ${other.id}`);
	const columns = chosen.flatMap((measure) => columnsOf(filling, measure, items[0]));
	const headings = headingsOf(filling, args, groups, positive);
	const numbered = isYes(args, 'numbers');
	const width = Math.min(16, 62 / columns.length);
	const instrument = filling.lookup.instrumentOf(round.id);
	const leads = new Map(instrument.items.map((item) => [item.id, shortName(item, filling.language)]));
	const rows = groups.flatMap((group, at): Row[] => [
		...(headings[at] ? [{ kind: 'section', indent: 0, cells: [headings[at]] } satisfies Row] : []),
		...rowsOf(group, leads, numbered, columns),
	]);
	return {
		kind: 'table',
		caption: spread ? filling.words.captionOptions(round.name) : filling.words.captionTopTwo(round.name),
		note,
		table: {
			columns: [
				left(filling.words.item, 100 - width * columns.length),
				...columns.map(({ label }) => right(label, width)),
			],
			rows,
		},
	};
}

interface Measured {
	label: string;
	cellOf: (item: ItemResult) => string;
}

function columnsOf({ words, language, number }: Filling, measure: Measure, first: ItemResult | undefined): Measured[] {
	const percent = (value: number) => formatPercent(value, language);
	if (measure === 'top-two') return [{ label: words.count, cellOf: (item) => number(item.topTwo?.count ?? 0) }];
	if (measure === 'top-two-percent') {
		return [
			{ label: words.percent, cellOf: (item) => (item.n > 0 ? percent(item.topTwo?.percent ?? 0) : words.unknown) },
		];
	}
	if (measure === 'n') return [{ label: words.valid, cellOf: (item) => number(item.n) }];
	if (measure === 'median') {
		return [{ label: words.median, cellOf: (item) => (item.median === null ? words.unknown : number(item.median)) }];
	}
	return (first?.options ?? []).map((option, at) => ({
		label: option.label,
		cellOf: (item) => {
			const one = item.options[at];
			return measure === 'options' ? number(one?.count ?? 0) : percent(one?.percent ?? 0);
		},
	}));
}

/** The items as grouped by `|`; without a list, those of a scale together, in the questionnaire's order. */
function groupsOf(filling: Filling, args: Args, analysis: Analysis, positive: boolean): ItemResult[][] | null {
	const given = args.get('items');
	if (given) {
		const groups = given.value.split('|').map((text) => findItems(filling, analysis, text, given.place));
		if (groups.some((group) => group === null)) return null;
		const found = groups.filter((group): group is ItemResult[] => group !== null && group.length > 0);
		return found.length > 0 ? found : report(filling, given.place, 'bad-value', given.value);
	}
	const groups = groupByScale(
		analysis.items.filter((item) => (positive ? item.topTwo !== null : item.type === 'scale')),
	);
	return groups.length > 0 ? groups : report(filling, args.place, 'no-answers', analysis.round);
}

/** Items that are answered with the same options, together, in the order in which their scales first come. */
export function groupByScale(items: readonly ItemResult[]): ItemResult[][] {
	const groups: ItemResult[][] = [];
	for (const item of items) {
		const group = groups.find(([first]) => first && sameScale(first, item));
		if (group) group.push(item);
		else groups.push([item]);
	}
	return groups;
}

/** The headings as written, else what the two most positive alternatives are called. */
function headingsOf(filling: Filling, args: Args, groups: ItemResult[][], positive: boolean): string[] {
	const given = args.get('headings');
	if (given) return given.value.split('|').map((one) => one.trim());
	return positive ? groups.map(([first]) => (first ? topTwoName(filling, first) : '')) : [];
}

/** "Stämmer helt eller stämmer delvis". */
function topTwoName({ words }: Pick<Filling, 'words'>, item: ItemResult): string {
	const [second, first] = item.options.slice(-2).map((option) => option.label);
	if (!first || !second) return '';
	return words.or(first, second.charAt(0).toLowerCase() + second.slice(1));
}

function rowsOf(
	group: readonly ItemResult[],
	leads: Map<string, string>,
	numbered: boolean,
	columns: Measured[],
): Row[] {
	const rows: Row[] = [];
	let matrix: string | null = null;
	for (const item of group) {
		if (item.matrix !== null && item.matrix !== matrix) {
			const lead = leads.get(item.matrix) ?? item.matrix;
			const label = numbered ? `${item.matrix}. ${lead}` : lead;
			rows.push({ kind: 'normal', indent: 0, cells: [label, ...columns.map(() => '')] });
		}
		matrix = item.matrix;
		const label = numbered ? `${item.id}. ${item.label}` : item.label;
		rows.push({
			kind: 'normal',
			indent: matrix === null ? 0 : 1,
			cells: [label, ...columns.map(({ cellOf }) => cellOf(item))],
		});
	}
	return rows;
}

/** One item alone stands with its options as rows; of a ranking with how they were ranked. */
function oneItem(
	{ words, number, language }: Filling,
	round: LookupRound,
	item: ItemResult,
): Pick<FilledTable, 'table' | 'caption'> {
	const { ranks } = item;
	if (ranks) {
		const mean = (value: number | null | undefined) =>
			typeof value === 'number' ? formatNumber(value, language, 1) : words.unknown;
		return {
			caption: words.captionItem(round.name, item.label),
			table: {
				columns: [left(words.option, 52), right(words.ranked, 16), right(words.first, 16), right(words.meanRank, 16)],
				rows: item.options.map(({ label, count }, at) => ({
					kind: 'normal',
					indent: 0,
					cells: [label, number(count), number(ranks[at]?.first ?? 0), mean(ranks[at]?.mean)],
				})),
			},
		};
	}
	return {
		caption: words.captionItem(round.name, item.label),
		table: {
			columns: [left(words.option, 68), right(words.count, 16), right(words.percent, 16)],
			rows: item.options.map(({ label, count, percent }) => ({
				kind: 'normal',
				indent: 0,
				cells: [label, number(count), formatPercent(percent, language)],
			})),
		},
	};
}

/** "n = 14"; where the items differ, from the smallest to the largest. */
export function noteOf({ words, number }: Filling, items: readonly ItemResult[]): string {
	const counts = items.map((item) => item.n);
	const least = Math.min(...counts);
	const most = Math.max(...counts);
	return least === most ? words.n(number(least)) : words.nRange(number(least), number(most));
}
