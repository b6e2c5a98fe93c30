import type { Language } from '#shared/contract/basics.ts';
import { messages } from '#shared/i18n/messages.ts';
import { numberText } from '#shared/i18n/respondent.ts';
import type { Condition } from './model.ts';
import { optionName } from './option-name.ts';
import type { Question } from './questions.ts';

/**
 * A condition as one reads it: "fråga 3 är Ja, absolut eller Ja, ganska, och fråga 5 är besvarad". Groups within groups stand in parentheses. A question
 * or option that is not there is named by its id or value.
 */
export function conditionWords(condition: Condition, questions: readonly Question[], language: Language): string {
	const words = messages[language].editor.condition;
	const inner = (one: Condition): string => {
		const text = conditionWords(one, questions, language);
		return ('all' in one && one.all.length > 1) || ('any' in one && one.any.length > 1) ? `(${text})` : text;
	};
	if ('all' in condition) return joined(condition.all.map(inner), words.and, words.listAnd);
	if ('any' in condition) return joined(condition.any.map(inner), words.or, words.listOr);
	if ('not' in condition) {
		const leaf = condition.not;
		if ('is' in leaf) return leafWords(leaf, true);
		return words.not(conditionWords(leaf, questions, language));
	}
	return leafWords(condition, false);

	function leafWords(
		leaf: Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>,
		negated: boolean,
	): string {
		const question = questions.find((one) => one.id === leaf.item);
		const name = words.question(leaf.item);
		const several = question?.type === 'multiple' || question?.type === 'ranking';
		if ('answered' in leaf) return leaf.answered ? words.answered(name) : words.unanswered(name);
		if ('chosenAtLeast' in leaf) return words.chosenAtLeast(name, leaf.chosenAtLeast);
		if ('atLeast' in leaf) return words.atLeast(name, numberText(leaf.atLeast, language));
		if ('atMost' in leaf) return words.atMost(name, numberText(leaf.atMost, language));
		const labels = leaf.is.map((value) => words.quoted(optionName(question?.options ?? [], value, language)));
		const list = joined(labels, words.or, words.or);
		if (several) return negated ? words.containsNot(name, list) : words.contains(name, list);
		return negated ? words.isNot(name, list) : words.is(name, list);
	}
}

/** "a", "a och b", "a, b och c"; `list` joins the last of longer ones, where the parts have commas of their own. */
function joined(parts: readonly string[], two: string, list: string): string {
	const last = parts.at(-1) ?? '';
	if (parts.length < 2) return last;
	return `${parts.slice(0, -1).join(', ')}${parts.length > 2 ? list : two}${last}`;
}

/** The ids of the questions that a condition at an item may be about: those that stand before it, and in a rule over the answer the item itself. */
export function earlierQuestions(
	questions: readonly Question[],
	itemId: string,
	items: readonly { id: string }[],
	itself: boolean,
): Question[] {
	const place = items.findIndex((one) => one.id === itemId);
	const before = new Set(items.slice(0, itself ? place + 1 : place).map((one) => one.id));
	return questions.filter((one) => before.has(one.item.id) && one.otherOf === null);
}
