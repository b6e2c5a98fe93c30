import type { Language } from '#shared/contract/basics.ts';
import type { Option } from './model.ts';
import { inLanguage } from './text.ts';

interface Family {
	name: 'agreement' | 'other';
	negative: RegExp;
	positive: RegExp;
}

const word = (source: string) => new RegExp(`(?<!\\p{L})(?:${source})`, 'iu');

/** Words of scales that have two sides. What has one (never–often, not at all–to a large extent) need not be balanced, and is not here. */
const families: Record<Language, readonly Family[]> = {
	sv: [
		{
			name: 'agreement',
			negative: word(
				'(?:stämmer|instämmer) (?:inte|ej|knappast)|tar (?:delvis |helt )?avstånd|inte (?:alls )?(?:överens|enig)',
			),
			positive: word('stämmer|instämmer|håller med'),
		},
		{ name: 'other', negative: word('missnöjd|inte (?:alls |särskilt )?nöjd'), positive: word('nöjd') },
		{
			name: 'other',
			negative: word('dålig|usel|undermålig|bristfällig|inte (?:alls |särskilt )?bra'),
			positive: word('bra|god|utmärkt'),
		},
		{ name: 'other', negative: word('sämre|försämra'), positive: word('bättre|förbättra') },
		{ name: 'other', negative: word('osannolik|inte (?:alls |särskilt )?sannolik'), positive: word('sannolik') },
		{ name: 'other', negative: word('svår'), positive: word('lätt|enkel') },
	],
	en: [
		{
			name: 'agreement',
			negative: word(
				'(?:strongly |partly |completely |mostly )?disagree|not (?:very |at all )?true|do not agree|not true',
			),
			positive: word('agree|(?:completely |partly )?true'),
		},
		{
			name: 'other',
			negative: word('dissatisfied|unsatisfied|not (?:at all |very )?satisfied'),
			positive: word('satisfied'),
		},
		{ name: 'other', negative: word('poor|bad|terrible|not (?:at all |very )?good'), positive: word('good|excellent') },
		{ name: 'other', negative: word('worse'), positive: word('better') },
		{ name: 'other', negative: word('unlikely|not (?:at all |very )?likely'), positive: word('likely') },
		{ name: 'other', negative: word('difficult|hard'), positive: word('easy') },
	],
};
const neutral: Record<Language, RegExp> = {
	sv: word('varken|neutral|oförändra|lika'),
	en: word('neither|neutral|unchanged|the same'),
};

/** What a scale's own words tell of it: how many of its points are on either side, and which end stands first. Null where they tell nothing. */
export interface ScaleSides {
	agreement: boolean;
	negative: number;
	positive: number;
	/** Whether the most positive point stands first. */
	reversed: boolean;
}

/** Reads a scale by its words. Points whose words belong to neither side nor the middle make it unreadable. */
export function sidesOf(options: readonly Option[], language: Language): ScaleSides | null {
	const labels = options.filter((one) => !one.missing).map((one) => inLanguage(one.label, language));
	for (const { name, negative, positive } of families[language]) {
		const sides = labels.map((label) =>
			neutral[language].test(label) ? 0 : negative.test(label) ? -1 : positive.test(label) ? 1 : null,
		);
		if (sides.some((side) => side === null)) continue;
		const count = (side: number) => sides.filter((one) => one === side).length;
		if (count(-1) === 0 || count(1) === 0) continue;
		const reversed = sides.indexOf(1) < sides.indexOf(-1);
		return { agreement: name === 'agreement', negative: count(-1), positive: count(1), reversed };
	}
	return null;
}

interface Span {
	from: number;
	to: number;
	label: string;
}

/** The numbers an alternative covers: "1–5", "mindre än 5", "10 eller fler", "över 10". Null where it is no such thing. */
function spanOf(label: string): Span | null {
	const plain = label.replace(/(?<=\d)[\s\u00a0](?=\d{3}(?!\d))/g, '').replace(/,(?=\d)/g, '.');
	const number = '(\\d+(?:\\.\\d+)?)';
	const match = (source: string) => new RegExp(source, 'iu').exec(plain);
	const both = match(`^\\D{0,12}${number}\\s*(?:[–—-]|till|to)\\s*${number}`);
	if (both) return { from: Number(both[1]), to: Number(both[2]), label };
	const below = match(`(?:mindre än|färre än|under|less than|fewer than|below)\\s*${number}`);
	if (below) return { from: -Infinity, to: Number(below[1]) - 1, label };
	const atMost = match(
		`(?:högst|upp till|at most|up to)\\s*${number}|${number}[^\\d]*(?:eller (?:mindre|färre|yngre)|or (?:less|fewer|younger))`,
	);
	if (atMost) return { from: -Infinity, to: Number(atMost[1] ?? atMost[2]), label };
	const above = match(`(?:mer än|fler än|över|more than|over|above)\\s*${number}`);
	if (above) return { from: Number(above[1]) + 1, to: Infinity, label };
	const atLeast = match(
		`(?:minst|at least)\\s*${number}|${number}[^\\d]*(?:eller (?:mer|fler|äldre|längre)|or (?:more|older|longer)|\\+)`,
	);
	return atLeast ? { from: Number(atLeast[1] ?? atLeast[2]), to: Infinity, label } : null;
}

/** Two alternatives that cover the same number, or leave one out between them. */
export interface RangeFault {
	kind: 'options-overlap' | 'options-gap';
	first: string;
	second: string;
}

/** Where the alternatives that are ranges of numbers cover a number twice, or leave some out: the two alternatives, and which it is. */
export function rangeFaults(options: readonly Option[], language: Language): RangeFault[] {
	const spans = options
		.filter((one) => !one.missing)
		.flatMap((one) => spanOf(inLanguage(one.label, language)) ?? [])
		.sort((a, b) => a.from - b.from || a.to - b.to);
	if (spans.length < 2) return [];
	return spans.slice(1).flatMap((next, at): RangeFault[] => {
		const before = spans[at] as Span;
		const pair = { first: before.label, second: next.label };
		if (next.from <= before.to) return [{ kind: 'options-overlap', ...pair }];
		const whole = [before.to, next.from].every(Number.isInteger);
		return whole && next.from > before.to + 1 ? [{ kind: 'options-gap', ...pair }] : [];
	});
}

/** Whether the alternatives are ranges of numbers, which cover everything if they do not leave gaps. */
export function areRanges(options: readonly Option[], language: Language): boolean {
	return options.filter((one) => !one.missing).every((one) => spanOf(inLanguage(one.label, language)) !== null);
}
