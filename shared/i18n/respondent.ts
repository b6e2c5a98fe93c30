import type { Language } from '#shared/contract/basics.ts';
import type { AnswerProblem } from '#shared/domain/instrument/validate.ts';
import { respondent as en } from './en/respondent.ts';
import { formatDate } from './format.ts';
import type { Shape } from './kit.ts';
import { respondent as sv } from './sv/respondent.ts';

/** The words around a questionnaire's questions. */
export type RespondentWords = Shape<typeof sv>;

/** The same by language: alone, so that a form in a file need not carry the words of the whole program. */
export const respondentWords: Record<Language, RespondentWords> = { sv, en };

/** A number as a respondent reads and writes it. */
export function numberText(value: number, language: Language): string {
	return String(value).replace('.', language === 'sv' ? ',' : '.');
}

/** What is wrong with an answer, in the respondent's language. `ranking`: it is an order that is not whole. */
export function problemText(problem: AnswerProblem, language: Language, ranking = false): string {
	const words = respondentWords[language].problem;
	switch (problem.kind) {
		case 'lacking':
			return words.lacking;
		case 'unreadable':
			return words.unreadable;
		case 'too-few':
			return ranking ? words.unranked(problem.chosen, problem.limit) : words.tooFew(problem.chosen, problem.limit);
		case 'too-many':
			return ranking ? words.unranked(problem.chosen, problem.limit) : words.tooMany(problem.chosen, problem.limit);
		case 'exclusive':
			return words.exclusive;
		case 'below':
			return words.below(numberText(problem.limit, language));
		case 'above':
			return words.above(numberText(problem.limit, language));
		case 'too-many-decimals':
			return words.decimals(problem.limit);
		case 'before':
			return words.before(formatDate(problem.day, language));
		case 'after':
			return words.after(formatDate(problem.day, language));
		case 'too-long':
			return words.tooLong(problem.length - problem.limit);
		case 'rule':
			return (language === 'en' ? problem.message.en : undefined) ?? problem.message.sv;
	}
}
