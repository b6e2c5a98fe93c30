import type { Language } from '#shared/contract/basics.ts';
import type { InstrumentProblem } from '#shared/domain/instrument/problem.ts';
import { problemTexts as en } from './en/errors.ts';
import { problemTexts as sv } from './sv/errors.ts';

/** What is wrong with a questionnaire, in words; where it stands is said before. */
export const problemTexts: Record<Language, Record<InstrumentProblem['kind'], (value: string) => string>> = { sv, en };
