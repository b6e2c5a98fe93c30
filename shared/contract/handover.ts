import { z } from 'zod';
import { askedCounts, groupCounts } from '#shared/domain/handover/packet.ts';
import { bytes, id, isoDate, nothing } from './basics.ts';
import { appTask, changingTask, command, query, task } from './kit.ts';

/** What came back from whoever gathers the answers, the last time. */
const received = z.object({
	day: isoDate,
	/** Responses that it brought, known ones too. */
	responses: z.int(),
	counts: askedCounts.nullable(),
	groups: z.array(groupCounts),
});
export type Received = z.infer<typeof received>;

/** A round that somebody else gathers: a copy for them to work in, and what they give back. */
export const handoverCalls = {
	/** `administrator`: the open file gathers answers for somebody else, and shows no results. */
	'handover.role': query({
		input: nothing,
		output: z.object({ role: z.enum(['evaluator', 'administrator']) }),
	}),
	'handover.received': query({ input: z.object({ roundId: id }), output: received.nullable(), errors: ['NOT_FOUND'] }),
	/**
	 * Makes the administrator's copy at `path`: a project of its own with the round's questionnaire, its promise and the key that answers go
	 * back under; no responses, nothing else of the project. It is not opened.
	 */
	'handover.makeCopy': appTask({
		input: z.object({ roundId: id, path: z.string(), passphrase: z.string().optional() }),
		output: z.object({ path: z.string() }),
		errors: ['NO_PROJECT', 'NOT_FOUND', 'FILE_EXISTS', 'FILE_NOT_WRITABLE', 'PASSPHRASE_SHORT', 'FORM_NO_KEY'],
	}),
	/** Makes the open project an administrator's copy for a round of another project. */
	'handover.begin': command({
		input: z.object({ roundId: id, forRound: z.string().min(8).max(40), publicKey: bytes }),
		output: nothing,
		errors: ['NOT_FOUND'],
	}),
	/** What goes back to the evaluator: answers without names, codes or times, and how many were asked; encrypted to the evaluator's key. */
	'handover.return': task({
		input: z.object({ roundId: id }),
		output: z.object({ name: z.string(), bytes, responses: z.int(), hiddenGroups: z.int() }),
		errors: ['NOT_FOUND', 'NOT_ADMINISTRATOR'],
	}),
	/** Takes in what an administrator gave back. The same answers again are known; those that were changed there since are changed here too. */
	'handover.receive': changingTask({
		input: z.object({ roundId: id, name: z.string(), bytes }),
		output: z.object({
			stored: z.int(),
			/** Known already and the same, and known already and changed. */
			known: z.int(),
			updated: z.int(),
			/** Erased here since they came, and not taken in again. */
			erased: z.int(),
			/** Came earlier and are no longer with the administrator, perhaps because somebody took theirs back: they stay, for a person to decide. */
			gone: z.array(z.object({ id, number: z.int() })),
		}),
		errors: ['NOT_FOUND', 'KEYS_NEEDED', 'RETURN_UNREADABLE', 'RETURN_FOREIGN', 'ROUND_CLOSED'],
	}),
};
