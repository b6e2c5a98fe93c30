import { figureOfGroups, figureOfItems, sameScale } from '../figure/build.ts';
import type { Figure } from '../figure/model.ts';
import { altTextOf, numbersOf } from '../figure/words.ts';
import { noteOf } from './fill-table.ts';
import { type Args, type Filling, findItems, findRound, isYes, report } from './filling.ts';
import type { Table } from './model.ts';

/** A figure with its words and its numbers. */
export interface FilledFigure {
	kind: 'figure';
	figure: Figure;
	alt: string;
	table: Table;
	caption: string;
	note: string;
}

function choicesOf(args: Args): { unit?: Figure['unit']; kind?: Figure['kind'] } {
	const unit = args.get('unit')?.value as Figure['unit'] | undefined;
	const kind = args.get('kind')?.value as Figure['kind'] | undefined;
	return { ...(unit && { unit }), ...(kind && { kind }) };
}

function finish(figure: Figure, caption: string, note: string): FilledFigure {
	return { kind: 'figure', figure, alt: altTextOf(figure, caption), table: numbersOf(figure), caption, note };
}

/** `item-figure`: items of one scale, a bar each. */
export function fillItemFigure(filling: Filling, args: Args): FilledFigure | null {
	const round = findRound(filling, args);
	const given = args.get('items');
	if (!round || !given) return null;
	const analysis = filling.lookup.analyse(round.id);
	const items = findItems(filling, analysis, given.value.replaceAll('|', ','), given.place);
	const first = items?.[0];
	if (!items) return null;
	if (!first) return report(filling, given.place, 'bad-value', given.value);
	const other = items.find((item) => !sameScale(first, item));
	if (other) return report(filling, given.place, 'mixed-scales', `${first.id}, ${other.id}`);
	const ids = items.map((item) => item.id);
	const figure = figureOfItems(analysis, ids, filling.language, choicesOf(args));
	if (!figure) {
		const empty = items.every((item) => item.n === 0);
		return report(filling, given.place, empty ? 'no-answers' : 'bad-value', ids.join(', '));
	}
	const { words } = filling;
	const caption = args.get('caption')?.value;
	const usual = items.length === 1 ? words.captionItem(round.name, first.label) : words.captionOptions(round.name);
	return finish(figure, caption ?? usual, noteOf(filling, items));
}

/** `group-figure`: one item by group. Groups smaller than the project promises to report are left out, and the note says so. */
export function fillGroupFigure(filling: Filling, args: Args): FilledFigure | null {
	const { lookup, words, number } = filling;
	const round = findRound(filling, args);
	const given = args.get('item');
	const by = args.get('by');
	if (!round || !given || !by) return null;
	const plain = lookup.analyse(round.id);
	const items = findItems(filling, plain, given.value, given.place);
	const groupings = plain.items.filter((item) => item.type === 'single' || item.type === 'multiple');
	const grouping = groupings.find((item) => item.id.toLowerCase() === by.value.trim().toLowerCase());
	if (!grouping) {
		const known = groupings.map((item) => item.id);
		return report(filling, by.place, 'no-group', by.value, known);
	}
	const item = items?.[0];
	if (!items) return null;
	if (!item || items.length > 1) return report(filling, given.place, 'bad-value', given.value);
	if (item.type === 'multiple' || item.options.length === 0)
		return report(filling, given.place, 'bad-value', given.value);
	const single = isYes(args, 'single-group-only');
	const analysis = lookup.analyse(round.id, grouping.id, single);
	const result = analysis.items.find((one) => one.id === item.id);
	const groups = result?.groups ?? [];
	if (!result || groups.every((group) => group.n === 0)) return report(filling, args.place, 'no-answers', round.name);
	const least = lookup.project.smallestGroup;
	if (groups.every((group) => group.size < least)) return report(filling, by.place, 'small-groups', grouping.label);
	const figure = figureOfGroups(analysis, item.id, filling.language, {
		...choicesOf(args),
		smallestGroup: least,
		withAll: isYes(args, 'with-all'),
	});
	if (!figure) return report(filling, args.place, 'no-answers', round.name);
	const several = analysis.by?.inSeveral ?? 0;
	const counted = single
		? words.singleOnly(number(result.n))
		: several > 0
			? `${words.ofWhomSeveral(number(result.n), number(several))}. ${words.severalNote}`
			: words.n(number(result.n));
	const hidden = groups.some((group) => group.size > 0 && group.size < least) ? words.hiddenGroups(number(least)) : '';
	const caption = args.get('caption')?.value ?? words.captionGroups(item.label, grouping.label.toLowerCase());
	return finish(figure, caption, [counted, hidden].filter(Boolean).join(counted.endsWith('.') ? ' ' : '. '));
}
