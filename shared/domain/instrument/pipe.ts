import type { Language } from '#shared/contract/basics.ts';
import { numberText } from '#shared/i18n/respondent.ts';
import type { Answers, LocalText } from './model.ts';
import type { Question } from './questions.ts';
import { isAnswer } from './shown.ts';
import { inLanguage, optionLabel } from './text.ts';

const pipe = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/** The ids that a text repeats the answers of, each once. */
export function pipesOf({ sv, en }: LocalText): string[] {
	return [...new Set([sv, en ?? ''].flatMap((text) => [...text.matchAll(pipe)].map((match) => match[1] ?? '')))];
}

/** A text with other words in place of each answer that it repeats. */
export function replacePipes(text: string, words: (id: string) => string): string {
	return text.includes('{{') ? text.replace(pipe, (_whole, id: string) => words(id)) : text;
}

/** A text that repeats the answers of the same items under other ids. The words to an "other: …" follow their question. */
export function renamePipes(text: string, renamed: (id: string) => string): string {
	return replacePipes(text, (id) => {
		const [head = id, ...tail] = id.split(':');
		return `{{${[renamed(head), ...tail].join(':')}}}`;
	});
}

/** A text with the answers it repeats, as words: labels of options, numbers and texts as given, "…" where there is no answer. */
function piped(text: string, questions: readonly Question[], answers: Answers, language: Language): string {
	return replacePipes(text, (id) => {
		const question = questions.find((one) => one.id === id);
		const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
		return question && answer !== undefined && isAnswer(answer) ? answerWords(question, answer, language) : '…';
	});
}

/** An answer as one reads it. */
export function answerWords(question: Question, answer: Answers[string], language: Language): string {
	const label = (value: string) => optionLabel(question.options, value, language);
	if (Array.isArray(answer)) return answer.map(label).join(', ');
	if (typeof answer === 'number') return numberText(answer, language);
	return question.options.length > 0 ? label(answer) : answer;
}

/** A question's or option's text in a language, with what it repeats. */
export function pipedText(
	text: LocalText,
	questions: readonly Question[],
	answers: Answers,
	language: Language,
): string {
	return piped(inLanguage(text, language), questions, answers, language);
}
