import { z } from 'zod';
import { analysis } from '#shared/domain/results/model.ts';
import { id, language } from './basics.ts';
import { query } from './kit.ts';

export const resultsCalls = {
	/**
	 * Counts of every item in a round. `by` breaks each item down by a single or multiple item; a person in several groups stands in
	 * each of them, unless `singleGroupOnly` counts only those in one group. Partial responses count as soon as they answer anything.
	 */
	'results.analyse': query({
		input: z.object({
			roundId: id,
			by: z.string().optional(),
			singleGroupOnly: z.boolean().optional(),
			/** The language of labels; the project's by default. */
			language: language.optional(),
		}),
		output: analysis,
		errors: ['NOT_FOUND'],
	}),
	/** The open answers of a round, item by item: material that is coded like a transcript. */
	'results.openAnswers': query({
		input: z.object({ roundId: id, language: language.optional() }),
		output: z.array(
			z.object({
				itemId: z.string(),
				label: z.string(),
				text: z.string(),
				answers: z.array(z.object({ id, responseId: id, text: z.string(), codings: z.int() })),
			}),
		),
		errors: ['NOT_FOUND'],
	}),
};
