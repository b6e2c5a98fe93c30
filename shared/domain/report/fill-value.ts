import { formatPercent } from '#shared/i18n/format.ts';
import { sourcesOf } from './fill-material.ts';
import { argsOfValue, type Filling, findCode, findItems, findRound, report } from './filling.ts';
import type { Inline } from './model.ts';
import { isValueName, valueNames, valueSpecs } from './specs.ts';
import type { ValueUse } from './values.ts';

/** What a reference may point at: by id, the words for it and its place in the document. */
export type Labels = ReadonlyMap<string, { text: string; anchor: string }>;

/** A live value filled from the data; null, with the reason noted, where it cannot be. */
export function fillValue(filling: Filling, use: ValueUse, labels: Labels): Inline | null {
	const { words, language, number, lookup } = filling;
	const place = { name: use.name, line: use.line, column: use.column, length: use.raw.length };
	if (!isValueName(use.name)) return report(filling, place, 'unknown-value', use.name, valueNames);
	const args = argsOfValue(filling, use, valueSpecs[use.name]);
	if (!args) return null;
	const live = (text: string): Inline => ({ text, live: true });
	if (use.name === 'ref') {
		const id = (args.get('id')?.value ?? '').toLowerCase();
		const label = labels.get(id);
		if (!label) return report(filling, place, 'no-reference', id, [...labels.keys()]);
		return { ...live(label.text), href: `#${label.anchor}` };
	}
	if (use.name === 'codings' || use.name === 'sources') {
		const code = findCode(filling, args);
		if (!code) return null;
		const excerpts = lookup.excerpts(code.id);
		return live(number(use.name === 'codings' ? excerpts.length : sourcesOf(excerpts)));
	}
	const round = findRound(filling, args);
	if (!round) return null;
	if (use.name === 'answered') return live(number(round.answered));
	if (use.name === 'invited' || use.name === 'response-rate') {
		if (!round.invited) return report(filling, place, 'no-invited', round.name);
		return live(
			use.name === 'invited' ? number(round.invited) : formatPercent((100 * round.answered) / round.invited, language),
		);
	}
	const given = args.get('item');
	const items = given && findItems(filling, lookup.analyse(round.id), given.value, given.place);
	const item = items?.[0];
	if (!items || !given) return null;
	if (!item || items.length > 1) return report(filling, place, 'bad-value', given.value);
	if (use.name === 'n') return live(number(item.n));
	if (!item.topTwo) return report(filling, place, 'no-top-two', item.id);
	if (item.n === 0) return report(filling, place, 'no-answers', item.id);
	const { count, percent } = item.topTwo;
	return live(use.name === 'top-two' ? words.of(number(count), number(item.n)) : formatPercent(percent, language));
}
