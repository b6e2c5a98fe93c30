import type { Condition, Item, Option, Scale } from '../../model.ts';
import { fold } from '../known-scales.ts';
import type { Asked, Memory } from './asked.ts';
import { numbersSaid } from './numbers-said.ts';

/** What may be said of when a question is asked. */
const conditional = /^\(?(?:om|if)\s+[^?.]{1,120}?(?:[,:)]|(?=\?)|$)/i;

/**
 * "Om ja, …", "If you answered no to question 3", "Om du svarade 1–2 på fråga 3, …": what the words at the beginning say of an earlier answer.
 * Null where they say nothing, or nothing that is clear.
 * @param scales those of the questionnaire so far
 */
export function conditionIn(
	text: string,
	{ asked }: Pick<Memory, 'asked'>,
	scales: readonly Scale[],
): Asked['condition'] {
	const found =
		conditional.exec(text) ??
		/^(?:du|you)\b[^.?]{1,60}\b(?:flera|several|more than one)\b[^.?]{0,40}(?=\.)/i.exec(text);
	if (!found) return null;
	const said = wordsSaid(found[0]);
	const number = askedOf.exec(said)?.[1]?.toLowerCase();
	const before = asked.toReversed();
	if (number === undefined && /\b(?:flera|several|more than one|fler än e)/i.test(said)) {
		const multiple = before.find(({ item }) => item.type === 'multiple')?.item;
		return multiple ? { holds: { item: multiple.id, chosenAtLeast: 2 }, words: said } : null;
	}
	// Without its number it is the last one of choices, else the one right before.
	const targets =
		number === undefined
			? [before.find(({ item }) => item.type === 'single' || item.type === 'multiple'), before[0]]
			: [before.find((one) => one.number === number)];
	const holds = targets
		.map((one) => one && (chosenIn(one.item, said, scales) ?? numberIn(one.item, said, scales)))
		.find((one) => one);
	return holds ? { holds, words: said } : null;
}

/** Words that say that a question is asked of those who gave some answer, whatever it was; null where there are none. */
export function unclearCondition(text: string): string | null {
	const found = conditional.exec(text);
	const said = found && wordsSaid(found[0]);
	const isOfAnswer =
		said &&
		/\b(?:svara\w*|angav|angett|kryssa\w*|valde|valt|answer\w*|chose|ticked|selected)\b|\b(?:fråga|question)\s*\d/iu.test(
			said,
		);
	return isOfAnswer ? said : null;
}

const askedOf = /(?:fråga|question|q)\s*(\d{1,3}[a-z]?)/i;
const wordsSaid = (found: string) => found.replace(/^\(|[,:)]$/g, '');
/** Says the opposite of the answers it names. */
const negated = /\b(?:inte|ej|utom|annat än|not|except|other than|didnt|didn't)\b/i;

/** The alternatives of a question that are named in words; of a scale those with words of their own. */
function chosenIn(item: Item, said: string, scales: readonly Scale[]): Condition | null {
	const isList = item.type === 'single' || item.type === 'multiple';
	const options = isList ? item.options : optionsOf(item, scales).filter(({ label }) => !/^\d/.test(label.sv));
	const folded = ` ${fold(said)} `;
	const named = options.filter((one) => {
		const label = fold(one.label.sv);
		return (
			label !== '' &&
			(folded.includes(` ${label} `) ||
				(/^(?:ja|nej|yes|no)\b/.test(label) && folded.includes(` ${label.split(' ')[0]} `)))
		);
	});
	if (isList) return named.length > 0 ? { item: item.id, is: named.map((one) => one.value) } : null;
	// "Stämmer" also stands in "Stämmer helt"; and "inte" may belong to the label.
	const chosen = named.filter((one) => !named.some((other) => other !== one && within(one, other)));
	const rest = chosen.reduce((words, one) => words.replace(` ${fold(one.label.sv)} `, ' '), folded);
	return chosen.length > 0 && !negated.test(rest) ? { item: item.id, is: chosen.map((one) => one.value) } : null;
}

const within = (one: Option, other: Option) => ` ${fold(other.label.sv)} `.includes(` ${fold(one.label.sv)} `);

const optionsOf = (item: Item, scales: readonly Scale[]): readonly Option[] =>
	item.type === 'scale' ? (scales.find(({ id }) => id === item.scale)?.options ?? []) : [];

/** The numbers of a rating, or of a scale whose points have numbers. */
function numberIn(item: Item, said: string, scales: readonly Scale[]): Condition | null {
	const rest = said.replace(askedOf, '');
	if (negated.test(rest)) return null;
	if (item.type === 'rating') {
		const { min, max } = item;
		const numbers = numbersSaid(rest, { min, max });
		const [least, most] = [numbers?.[0], numbers?.at(-1)];
		if (!numbers || least === undefined || most === undefined) return null;
		if (numbers.length !== most - least + 1) return { any: numbers.map((one) => between(item.id, one, one, min, max)) };
		return between(item.id, least, most, min, max);
	}
	const points = optionsOf(item, scales)
		.filter((one) => !one.missing)
		.map(({ value, label }) => ({ value, number: Number(/^(\d{1,2})(?!\d)/.exec(label.sv)?.[1] ?? Number.NaN) }));
	if (points.length === 0 || points.some(({ number }) => Number.isNaN(number))) return null;
	const bounds = points.map(({ number }) => number);
	const numbers = numbersSaid(rest, { min: Math.min(...bounds), max: Math.max(...bounds) });
	return (
		numbers && { item: item.id, is: points.filter(({ number }) => numbers.includes(number)).map(({ value }) => value) }
	);
}

/** The end of the scale itself is no bound. */
function between(item: string, least: number, most: number, min: number, max: number): Condition {
	const parts: Condition[] = [
		...(least > min || most === max ? [{ item, atLeast: least }] : []),
		...(most < max ? [{ item, atMost: most }] : []),
	];
	return parts.length === 1 && parts[0] ? parts[0] : { all: parts };
}
