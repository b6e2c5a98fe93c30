import { asAnswer, isIsoDate } from './answer.ts';
import { choiceLimits } from './limits.ts';
import type { Answers, AnswerValue, Instrument, Item, LocalText } from './model.ts';
import { type Question, questionsOf } from './questions.ts';
import { holds, isAnswer, pruneAnswers, shownIds } from './shown.ts';

/** What is wrong with one answer while one answers. Its words are the respondent's: `shared/i18n/respondent.ts`. */
export type AnswerProblem = { id: string } & (
	| { kind: 'lacking' }
	/** What is written cannot be read as an answer at all. */
	| { kind: 'unreadable' }
	| { kind: 'too-few' | 'too-many'; chosen: number; limit: number }
	/** Something was chosen beside "none of these". */
	| { kind: 'exclusive' }
	| { kind: 'below' | 'above'; limit: number }
	| { kind: 'too-many-decimals'; limit: number }
	| { kind: 'before' | 'after'; day: string }
	| { kind: 'too-long'; length: number; limit: number }
	/** The author's own rule or pattern does not hold; in the author's words. */
	| { kind: 'rule'; message: LocalText }
);

/**
 * What is wrong with a set of answers, in the questionnaire's order and at most one thing a question. Only what is shown counts.
 * @param matches holds a text against a pattern: `matchesPattern` in a respondent's browser; nothing is held against patterns without it
 */
export function problemsOf(
	instrument: Instrument,
	answers: Answers,
	matches: (pattern: string, text: string) => boolean = () => true,
): AnswerProblem[] {
	const shown = shownIds(instrument, answers);
	const counted = pruneAnswers(instrument, answers);
	return questionsOf(instrument).flatMap((question) => {
		if (!shown.has(question.id)) return [];
		const answer = counted[question.id];
		const problem =
			answer === undefined
				? question.required && ({ id: question.id, kind: 'lacking' } as const)
				: (problemOf(question, answer) ?? ruleOf(question, answer, counted, matches));
		return problem ? [problem] : [];
	});
}

/**
 * Makes what tells how a question's answer that can be stored breaks a rule; null for a question where none can. `alone`: an answer's rules
 * are of that answer and no other, so that what was told of it once holds for every one that is equal.
 * @param matches holds a text against a pattern
 */
export function answerCheck(
	question: Question,
	matches: (pattern: string, text: string) => boolean,
): { alone: boolean; check: (answer: AnswerValue, answers: Answers) => AnswerProblem | null } | null {
	const { item } = question;
	if (item.type === 'section' || item.type === 'info' || question.otherOf !== null) return null;
	if (!item.validation && !isLimited(item)) return null;
	return {
		alone: item.validation?.rule === undefined,
		check: (answer, answers) => problemOf(question, answer) ?? ruleOf(question, answer, answers, matches),
	};
}

/** Whether some answers that can be stored break an item's own limits: the bounds of numbers none can. */
function isLimited(item: Item): boolean {
	if (item.type === 'multiple')
		return item.min !== undefined || item.max !== undefined || item.options.some((one) => one.exclusive);
	if (item.type === 'number') return item.decimals !== undefined;
	if (item.type === 'date') return item.from !== undefined || item.to !== undefined;
	if (item.type === 'text') return item.maxLength !== undefined;
	return item.type === 'ranking';
}

function problemOf(question: Question, answer: AnswerValue): AnswerProblem | null {
	const { id, item } = question;
	if (question.type === 'rating' || question.type === 'number') {
		if (typeof answer !== 'number' || !Number.isFinite(answer)) return { id, kind: 'unreadable' };
		if (question.min !== null && answer < question.min) return { id, kind: 'below', limit: question.min };
		if (question.max !== null && answer > question.max) return { id, kind: 'above', limit: question.max };
		const decimals = item.type === 'number' ? item.decimals : 0;
		if (decimals !== undefined && decimalsOf(answer) > decimals)
			return { id, kind: 'too-many-decimals', limit: decimals };
		return null;
	}
	if (question.type === 'date') {
		if (typeof answer !== 'string' || !isIsoDate(answer)) return { id, kind: 'unreadable' };
		if (item.type !== 'date') return null;
		if (item.from !== undefined && answer < item.from) return { id, kind: 'before', day: item.from };
		if (item.to !== undefined && answer > item.to) return { id, kind: 'after', day: item.to };
		return null;
	}
	if (asAnswer(question, answer) === null) return { id, kind: 'unreadable' };
	if (question.type === 'multiple') return countProblem(question, Array.isArray(answer) ? answer : [String(answer)]);
	if (question.type === 'ranking' && item.type === 'ranking' && Array.isArray(answer)) {
		const wanted = Math.min(item.max ?? item.options.length, item.options.length);
		if (answer.length > wanted) return { id, kind: 'too-many', chosen: answer.length, limit: wanted };
		// Half an order is no order; without any answer it is the reader's choice whether it must be there.
		if (answer.length < wanted) return { id, kind: 'too-few', chosen: answer.length, limit: wanted };
	}
	if (question.type === 'text' && item.type === 'text' && item.maxLength !== undefined) {
		const length = typeof answer === 'string' ? answer.length : 0;
		if (length > item.maxLength) return { id, kind: 'too-long', length, limit: item.maxLength };
	}
	return null;
}

/**
 * Whether too few or too many of several are chosen, or something beside one that goes with no other. Told while one chooses, too.
 * @param chosen the values chosen; none of them is no problem here
 */
export function countProblem(question: Question, chosen: readonly string[]): AnswerProblem | null {
	const { id, item } = question;
	if (item.type !== 'multiple' || chosen.length === 0) return null;
	if (item.options.some((one) => one.exclusive && chosen.includes(one.value)))
		return chosen.length > 1 ? { id, kind: 'exclusive' } : null;
	const { least, most } = choiceLimits(item);
	if (least !== null && chosen.length < least) return { id, kind: 'too-few', chosen: chosen.length, limit: least };
	if (most !== null && chosen.length > most) return { id, kind: 'too-many', chosen: chosen.length, limit: most };
	return null;
}

function ruleOf(
	question: Question,
	answer: AnswerValue,
	answers: Answers,
	matches: (pattern: string, text: string) => boolean,
): AnswerProblem | null {
	const { item } = question;
	if (item.type === 'section' || item.type === 'info' || !item.validation || question.otherOf !== null) return null;
	const { rule, pattern, message } = item.validation;
	const holdsAll =
		(!rule || holds(rule, answers)) &&
		(pattern === undefined || question.type !== 'text' || typeof answer !== 'string' || matches(pattern, answer));
	return holdsAll ? null : { id: question.id, kind: 'rule', message };
}

function decimalsOf(number: number): number {
	const [, fraction = '', power = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number)) ?? [];
	return Math.max(0, fraction.length - Number(power));
}

/** The choices after one is switched: an exclusive one takes the others away, and goes itself when another is taken. In the order of the options. */
export function switchChoice(question: Question, chosen: readonly string[], value: string, on: boolean): string[] {
	const exclusive = (one: string) => question.options.some((option) => option.value === one && option.exclusive);
	const kept = chosen.filter((one) => one !== value && (!on || (!exclusive(value) && !exclusive(one))));
	const next = on ? [...kept, value] : kept;
	return question.options.map((option) => option.value).filter((one) => next.includes(one));
}

/** The answers that can be stored as they are: what is out of bounds or no answer at all is left out. */
export function storableAnswers(instrument: Instrument, answers: Answers): Answers {
	const kept: Answers = {};
	for (const question of questionsOf(instrument)) {
		const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
		if (answer !== undefined && asAnswer(question, answer) !== null) kept[question.id] = answer;
	}
	return kept;
}

/** What is wrong with the answer that is there from the start, as it would be told to who leaves it as it is; null where there is none. */
export function startProblem(question: Question): AnswerProblem | null {
	const { item } = question;
	if (item.type === 'section' || item.type === 'info' || item.type === 'matrix') return null;
	return item.default === undefined || question.otherOf !== null ? null : problemOf(question, item.default);
}

/** The answers that are there from the start. */
export function startAnswers(instrument: Instrument): Answers {
	const answers: Answers = {};
	for (const question of questionsOf(instrument)) {
		const { item } = question;
		if (item.type === 'section' || item.type === 'info' || item.type === 'matrix') continue;
		if (item.default === undefined || question.otherOf !== null) continue;
		const answer = asAnswer(question, item.default);
		if (answer !== null && answer !== undefined && isAnswer(answer)) answers[item.id] = answer;
	}
	return answers;
}
