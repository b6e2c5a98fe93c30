import { z } from 'zod';
import { instrument } from '../model.ts';

/** The formats a questionnaire is read from: our own JSON, SurveyJS JSON, LimeSurvey's .lss, XLSForm's .xlsx, and one written as a text. */
export const readFormat = z.enum(['json', 'surveyjs', 'lss', 'xlsform', 'text']);
export type ReadFormat = z.infer<typeof readFormat>;

/** The formats a questionnaire is written in. */
export const writeFormat = z.enum(['json', 'surveyjs', 'lss', 'xlsform']);
export type WriteFormat = z.infer<typeof writeFormat>;

/** What one format has and another can't hold. */
const lossKind = z.enum([
	/** A question that is left out. `detail`: its type. */
	'item',
	/** A question that became one of another type. `detail`: the type it was. */
	'type',
	/** A shown-if rule that is left out. `detail`: as it is written, or the item's id where it is of ours. */
	'condition',
	/** A rule for the answer. */
	'rule',
	/** A setting. `detail`: its name. */
	'setting',
	/** The answer that was there from the start. */
	'default',
	/** The texts of a language. `detail`: its code. */
	'language',
	/** Formatting or pictures in a text. `detail`: the tags. */
	'markup',
	/** An id, or (where `at` says of which item) an option's value, that had to be written otherwise. `detail`: `before → after`. */
	'renamed',
	/** Words that found no place. `detail`: the line they stood on. */
	'text',
	/** Several of whatever kind, beyond the longest list. `detail`: how many. */
	'more',
]);
export type LossKind = z.infer<typeof lossKind>;

/** One thing that was lost. `at`: the id or name of the question, or empty for the whole. */
export const loss = z.object({ kind: lossKind, at: z.string(), detail: z.string() });
export type Loss = z.infer<typeof loss>;

/** One thing that the reader concluded and the author should look at. `at`: an item's id. */
const guess = z.object({
	at: z.string(),
	kind: z.enum([
		/** The type was concluded from how it is written. */
		'type',
		/** The options are those of a common scale. `detail`: its id. */
		'scale',
		/** The options stood from the positive end, and were turned. */
		'turned',
		/** An option stands outside the scale. `detail`: its value. */
		'missing',
		/** A rule was concluded from words. `detail`: the words. */
		'condition',
		/** Words in a row with wide spaces between were taken for options. `detail`: the options. */
		'row',
		/** An option goes with no other. `detail`: its label. */
		'exclusive',
		/** Words under a question's options were taken for a question of their own. `detail`: the words. */
		'follow-up',
		/** A number without a sign after it was taken for a question's. `detail`: the number. */
		'number',
		/** The numbering jumps before it. `detail`: the numbers that are not there. */
		'gap',
	]),
	detail: z.string(),
});
export type Guess = z.infer<typeof guess>;
export type GuessKind = Guess['kind'];

/** A questionnaire from outside: a draft that may lack something, what was lost on the way and what was guessed. */
export const reading = z.object({ definition: instrument, losses: z.array(loss), guesses: z.array(guess) });
export type Reading = z.infer<typeof reading>;
