import { z } from 'zod';
import { localText } from '#shared/domain/instrument/model.ts';
import { id, isoDate, nothing, uid } from './basics.ts';
import { command, query, sameFields } from './kit.ts';

/**
 * What is promised to those who answer. `anonymous`: nothing in the project or beside it tells who gave an answer, and no time is finer than
 * a day. `confidential`: who gave it can be known, but only with the key file.
 */
const promise = z.enum(['anonymous', 'confidential']);

const details = z.object({
	name: z.string().trim().min(1).max(200),
	date: isoDate.nullable(),
	invited: z.int().min(0).max(10_000_000).nullable(),
	promise,
	/** The day from which no more answers are taken; null while the round is open. */
	closedAt: isoDate.nullable(),
});

const round = details.extend({
	id,
	uid,
	instrumentId: id,
	instrumentKey: z.string(),
	instrumentVersion: z.int(),
	instrumentTitle: localText,
	/** The day on which its questionnaire left the program: as a form, on paper or in an administrator's copy. Null: it has not. */
	outOn: isoDate.nullable(),
	/** Whether answers can be encrypted to it; the private half is in the key file. */
	hasKey: z.boolean(),
	/** People in its list of those asked; with any, `invited` follows the list. */
	listed: z.int(),
	answered: z.int(),
	partial: z.int(),
	/** Answers in words that are not empty, and the codings on them. */
	openAnswers: z.int(),
	openCodings: z.int(),
});
export type Round = z.infer<typeof round>;

/** A round: one version of an instrument, asked of a number of people at a time. */
export const roundCalls = {
	'round.list': query({ input: nothing, output: z.array(round) }),
	'round.get': query({ input: z.object({ id }), output: round, errors: ['NOT_FOUND'] }),
	/** What a round asks, without counting what has come of it: for work that is done at each answer. */
	'round.instrument': query({
		input: z.object({ id }),
		output: z.object({ instrumentId: id }),
		errors: ['NOT_FOUND'],
	}),
	'round.add': command({
		input: details.partial().extend({ name: details.shape.name, instrumentId: id }),
		output: z.object({ id }),
		errors: ['NOT_FOUND', 'NAME_TAKEN', 'INSTRUMENT_UNSOUND'],
	}),
	'round.update': command({
		input: details.partial().extend({ id }),
		output: nothing,
		errors: ['NOT_FOUND', 'NAME_TAKEN', 'PROMISE_GIVEN', 'ANSWERS_LINKED', 'LINK_KNOWN'],
		merge: sameFields,
	}),
	/**
	 * Says that the round's questionnaire has left the program, which keeps it from being changed: what comes back must fit it. Or that it has not: what
	 * was made was a try.
	 */
	'round.setOut': command({ input: z.object({ id, out: z.boolean() }), output: nothing, errors: ['NOT_FOUND'] }),
	/** With its responses. Undo brings all of it back. */
	'round.remove': command({ input: z.object({ id }), output: nothing, errors: ['NOT_FOUND'] }),
};
