import type { Language } from '#shared/contract/basics.ts';
import { answerForm as en } from './en/answer-form.ts';
import type { Shape } from './kit.ts';
import { answerForm as sv } from './sv/answer-form.ts';

/** The words of a form as a file by language: alone, so that the file need not carry those of the whole program. */
export const answerFormWords: Record<Language, Shape<typeof sv>> = { sv, en };
