import type { Answers, AnswerValue, Condition, Instrument } from './model.ts';
import { hasOptions, otherId, questionsOf } from './questions.ts';

/** Whether a condition holds over the answers. An item without an answer satisfies only `answered: false` and a `not`. */
export function holds(condition: Condition, answers: Answers): boolean {
	if ('all' in condition) return condition.all.every((one) => holds(one, answers));
	if ('any' in condition) return condition.any.some((one) => holds(one, answers));
	if ('not' in condition) return !holds(condition.not, answers);
	const answer = Object.hasOwn(answers, condition.item) ? answers[condition.item] : undefined;
	if ('answered' in condition) return isAnswer(answer) === condition.answered;
	if (answer === undefined) return false;
	if ('is' in condition) return chosen(answer).some((value) => condition.is.includes(value));
	if ('chosenAtLeast' in condition) return chosen(answer).length >= condition.chosenAtLeast;
	const number = typeof answer === 'number' ? answer : Number(answer);
	if (Array.isArray(answer) || answer === '' || Number.isNaN(number)) return false;
	return 'atLeast' in condition ? number >= condition.atLeast : number <= condition.atMost;
}

/** Whether a value says anything: not an empty text or an empty choice. */
export function isAnswer(answer: AnswerValue | undefined): boolean {
	if (answer === undefined) return false;
	return typeof answer === 'number' || answer.length > 0;
}

function chosen(answer: AnswerValue): string[] {
	if (Array.isArray(answer)) return answer;
	return answer === '' ? [] : [String(answer)];
}

/**
 * What a respondent with these answers is shown: ids of items (sections, information and matrices too), of matrix rows and of the words to "other: …". Worked out in
 * the questionnaire's order: the answer to a hidden item counts as none, so what depends on it hides as well. A hidden section hides
 * all that stands under it.
 */
export function shownIds(instrument: Instrument, answers: Answers): Set<string> {
	const shown = new Set<string>();
	const counted: Answers = {};
	let sectionShown = true;
	for (const item of instrument.items) {
		const own = !item.shownIf || holds(item.shownIf, counted);
		if (item.type === 'section') sectionShown = own;
		if (!own || !sectionShown) continue;
		shown.add(item.id);
		const ids = item.type === 'matrix' ? item.rows.map((row) => row.id) : [item.id];
		for (const id of ids) {
			shown.add(id);
			const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
			if (answer !== undefined) counted[id] = answer;
		}
		const other = hasOptions(item) ? item.options.find((one) => one.other) : undefined;
		if (other && holds({ item: item.id, is: [other.value] }, counted)) shown.add(otherId(item.id));
	}
	return shown;
}

/** The answers that stand under items that are shown and say something, in the questionnaire's order; the rest is left out. */
export function pruneAnswers(instrument: Instrument, answers: Answers): Answers {
	const shown = shownIds(instrument, answers);
	const kept: Answers = {};
	for (const { id } of questionsOf(instrument)) {
		const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
		if (shown.has(id) && answer !== undefined && isAnswer(answer)) kept[id] = answer;
	}
	return kept;
}

/** How far a respondent has come: questions shown, answered, and required ones that still lack an answer. */
export function progressOf(
	instrument: Instrument,
	answers: Answers,
): { shown: number; answered: number; lacking: string[] } {
	const shown = shownIds(instrument, answers);
	const asked = questionsOf(instrument).filter((question) => shown.has(question.id));
	const isAnswered = (id: string) => Object.hasOwn(answers, id) && isAnswer(answers[id]);
	return {
		shown: asked.length,
		answered: asked.filter((question) => isAnswered(question.id)).length,
		lacking: asked.filter((question) => question.required && !isAnswered(question.id)).map((question) => question.id),
	};
}
