import { z } from 'zod';
import { faultOfAddress } from '#shared/domain/form/address.ts';
import { bytes, id, language, nothing } from './basics.ts';
import { changingTask, command, query, task } from './kit.ts';

const settings = z.object({
	/** What the respondent may choose between; the first is shown first. */
	languages: z.array(language).min(1).max(2),
	/** Whether each answer needs a personal code, which counts once. */
	codes: z.boolean(),
	/** Where to send the answer, in the evaluator's words. */
	sendTo: z.string().max(2000),
});
export type FormSettings = z.infer<typeof settings>;
/** The settings as a project stores them. */
export const storedFormSettings = settings;

/** Why a file, or a block in a text, was not taken as an answer. */
const refusedAnswer = z.object({
	/** The file's name; empty for a pasted text. */
	name: z.string(),
	/** Its place among the answers in that file or text, from 1. */
	number: z.int(),
	reason: z.enum([
		'not-an-answer',
		'too-large',
		'damaged',
		'newer',
		'altered',
		'other-round',
		'other-version',
		'bad-answer',
		'repeated',
		'erased',
		'closed',
		'other-promise',
		'code-missing',
		'code-unknown',
		'code-used',
		'person-answered',
	]),
});
export type RefusedAnswer = z.infer<typeof refusedAnswer>;

const code = z.string().max(20);

/** The form as a file: made, and its answers taken in. */
export const formCalls = {
	'form.get': query({
		input: z.object({ roundId: id }),
		output: settings.extend({
			/** Where the round's private key is: `unknown` while the key file is closed, `lost` where the open one lacks it. */
			key: z.enum(['none', 'unknown', 'here', 'lost']),
			codesMade: z.int(),
			codesUsed: z.int(),
			/** Codes that are somebody's in the list of those asked. */
			codesGiven: z.int(),
		}),
		errors: ['NOT_FOUND'],
	}),
	'form.configure': command({
		input: settings.partial().extend({ roundId: id }),
		output: nothing,
		errors: ['NOT_FOUND'],
		merge: ({ roundId, ...change }) => `${roundId}:${Object.keys(change).sort().join(',')}`,
	}),
	/**
	 * Makes the round's key pair: the public half in the project, the private in the key file. What a former pair was used for can still be
	 * read as long as that is in the key file. Undo leaves a pair there that nothing uses.
	 */
	'form.makeKey': command({ input: z.object({ roundId: id }), output: nothing, errors: ['NOT_FOUND', 'KEYS_NEEDED'] }),
	/** The form itself: one self-contained page. */
	'form.make': task({
		input: z.object({ roundId: id }),
		output: z.object({ name: z.string(), bytes }),
		errors: ['NOT_FOUND', 'FORM_NO_KEY'],
	}),
	/** Makes personal codes, beside those there are. They are given this once: the project keeps what recognises them, not the codes. */
	'form.makeCodes': command({
		input: z.object({ roundId: id, count: z.int().min(1).max(10_000) }),
		output: z.object({ codes: z.array(code) }),
		errors: ['NOT_FOUND', 'KEYS_NEEDED', 'FORM_NO_KEY'],
	}),
	/**
	 * Gives everybody in the list of a confidential round who lacks one a code of their own, and makes the form ask for it. The codes lie in the key
	 * file, for letters; an answer with one is that person's. An anonymous round refuses: there nobody may know whose a code is. Undo takes the codes
	 * back; given again, everybody gets the same.
	 */
	'form.giveCodes': command({
		input: z.object({ roundId: id }),
		output: z.object({ given: z.int() }),
		errors: ['NOT_FOUND', 'KEYS_NEEDED', 'FORM_NO_KEY', 'PROMISE_GIVEN'],
	}),
	/**
	 * Codes to hand out: `list` a table as CSV, `sheets` slips to cut apart, each with the code and the same as a QR code, as PDF. With an
	 * address the QR code leads to the form there, the code filled in.
	 */
	'form.printCodes': task({
		input: z.object({
			roundId: id,
			codes: z.array(code).min(1).max(10_000),
			as: z.enum(['list', 'sheets']),
			/** Of the web. */
			address: z
				.string()
				.max(500)
				.refine((text) => faultOfAddress(text) === null)
				.optional(),
			language,
		}),
		output: z.object({ name: z.string(), bytes }),
		errors: ['NOT_FOUND', 'NO_PRINTER'],
	}),
	/** Opens answers and stores the good ones in one step; the rest are listed with the reason. */
	'form.import': changingTask({
		input: z.object({
			roundId: id,
			files: z.array(z.object({ name: z.string(), bytes })).max(100_000),
			/** What was pasted: any number of answers, with what mail puts around them. */
			text: z.string().max(20_000_000).optional(),
		}),
		output: z.object({
			/** Answers found, good or not; a file without any counts as one. */
			read: z.int(),
			stored: z.int(),
			refused: z.array(refusedAnswer),
		}),
		errors: ['NOT_FOUND', 'KEYS_NEEDED', 'FORM_NO_KEY', 'WORKER_LIMIT'],
	}),
};
