import { z } from 'zod';
import { answers, answerValue } from '#shared/domain/instrument/model.ts';
import { id, nothing } from './basics.ts';
import { command, query } from './kit.ts';

/** The number on a paper form. */
const number = z.string().trim().min(1).max(40);

/** Papers entered by hand: the numbers on them, and the same papers entered twice. */
export const entryCalls = {
	'entry.number': query({
		input: z.object({ responseId: id }),
		output: z.object({ number: z.string().nullable() }),
		errors: ['NOT_FOUND'],
	}),
	/** The number of the paper that a response was entered from; null takes it away, and a second entry with it. */
	'entry.setNumber': command({
		input: z.object({ responseId: id, number: number.nullable() }),
		output: nothing,
		errors: ['NOT_FOUND', 'NAME_TAKEN'],
	}),
	/** Stores a second entry of a paper; one that is there already is replaced. */
	'entry.second': command({
		input: z.object({ roundId: id, number, answers }),
		output: z.object({ compared: z.int(), differed: z.int() }),
		errors: ['NOT_FOUND', 'ANSWER_INVALID'],
	}),
	/** How the two entries of a round's papers agree. */
	'entry.check': query({
		input: z.object({ roundId: id }),
		output: z.object({
			/** Papers with a number, and how many of them are entered twice. */
			papers: z.int(),
			twice: z.int(),
			/** Answers compared as they were entered, and how many of them differed then. */
			compared: z.int(),
			differed: z.int(),
			/** Those not settled yet, in the order of the papers and of the questionnaire. */
			differences: z.array(
				z.object({
					responseId: id,
					number: z.string(),
					item: z.string(),
					first: answerValue.nullable(),
					second: answerValue.nullable(),
				}),
			),
			/** Numbers of papers that wait for their second entry, a hundred at most. */
			waiting: z.array(z.string()),
		}),
		errors: ['NOT_FOUND'],
	}),
	/** Settles one difference: both entries get this answer, the response itself with them. Null: no answer. */
	'entry.settle': command({
		input: z.object({ responseId: id, item: z.string(), value: answerValue.nullable() }),
		output: nothing,
		errors: ['NOT_FOUND', 'ANSWER_INVALID'],
	}),
};
