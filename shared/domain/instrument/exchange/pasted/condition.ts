import { fold } from '../known-scales.ts';
import type { Asked, Memory } from './asked.ts';

/** "Om ja, …", "If you answered no to question 3": what the words at the beginning say of an earlier answer. */
export function conditionIn(text: string, { asked }: Pick<Memory, 'asked'>): Asked['condition'] {
	const found =
		/^\(?(?:om|if)\s+[^?.]{1,120}?(?:[,:)]|(?=\?)|$)/i.exec(text) ??
		/^(?:du|you)\b[^.?]{1,60}\b(?:flera|several|more than one)\b[^.?]{0,40}(?=\.)/i.exec(text);
	if (!found) return null;
	const said = found[0].replace(/^\(|[,:)]$/g, '');
	const number = /(?:fråga|question|q)\s*(\d{1,3}[a-z]?)/i.exec(said)?.[1]?.toLowerCase();
	const before = asked.toReversed();
	if (number === undefined && /\b(?:flera|several|more than one|fler än e)/i.test(said)) {
		const multiple = before.find(({ item }) => item.type === 'multiple')?.item;
		return multiple ? { holds: { item: multiple.id, chosenAtLeast: 2 }, words: said } : null;
	}
	const target =
		number === undefined
			? before.find(({ item }) => item.type === 'single' || item.type === 'multiple')
			: before.find((one) => one.number === number);
	if (!target || (target.item.type !== 'single' && target.item.type !== 'multiple')) return null;
	const folded = ` ${fold(said)} `;
	const chosen = target.item.options.filter((one) => {
		const label = fold(one.label.sv);
		return (
			label !== '' &&
			(folded.includes(` ${label} `) ||
				(/^(?:ja|nej|yes|no)\b/.test(label) && folded.includes(` ${label.split(' ')[0]} `)))
		);
	});
	return chosen.length > 0
		? { holds: { item: target.item.id, is: chosen.map((one) => one.value) }, words: said }
		: null;
}
