import { z } from 'zod';
import { localText } from '#shared/domain/instrument/model.ts';
import { id, isoDate } from './basics.ts';
import { command, query } from './kit.ts';

/** Where a round's responses have the code that tells whose they are: beside the answers, or in answers to questions, one after another. */
export const codeSource = z.union([
	z.object({ kind: z.literal('code') }),
	z.object({ kind: z.literal('items'), items: z.array(z.string().max(64)).min(1).max(6) }),
]);
export type CodeSource = z.infer<typeof codeSource>;

const rounds = z
	.array(z.object({ roundId: id, source: codeSource }))
	.min(2)
	.max(10);
const coded = z.object({ responseId: id, roundId: id, code: z.string() });
/** Pairs and responses that are given of each kind; the rest is counted. */
const counted = <T extends z.ZodType>(one: T) => z.object({ total: z.int(), first: z.array(one) });

/** The same people over rounds, by codes. */
export const linkCalls = {
	/** The rounds that there are, and where each may have its code. */
	'link.rounds': query({
		input: z.object({}),
		output: z.array(
			z.object({
				roundId: id,
				name: z.string(),
				date: isoDate.nullable(),
				responses: z.int(),
				/** Responses with a code beside the answers. */
				coded: z.int(),
				linked: z.int(),
				items: z.array(z.object({ id: z.string(), text: localText })),
				/** What it most likely is; null where nothing looks like a code. */
				guess: codeSource.nullable(),
			}),
		),
	}),
	/** Matches two to ten rounds. What is settled before is kept to. */
	'link.match': query({
		input: z.object({ rounds }),
		output: z.object({
			/** People with responses in several of these rounds, as stored. */
			linked: z.int(),
			/** The very same code, not yet stored. */
			sure: counted(z.array(coded)),
			uncertain: counted(
				z.object({
					a: coded,
					b: coded,
					likeness: z.enum(['same', 'similar', 'near']),
					/** Nothing else is like either. */
					only: z.boolean(),
				}),
			),
			repeated: counted(z.object({ roundId: id, code: z.string(), responses: z.array(coded), others: z.array(coded) })),
			unmatched: counted(coded),
			/** Responses without any code. */
			without: z.int(),
			/** Pairs settled not to be one person's. */
			apart: z.int(),
		}),
		errors: ['NOT_FOUND'],
	}),
	/** Stores all that is sure. */
	'link.storeSure': command({
		input: z.object({ rounds }),
		output: z.object({ people: z.int() }),
		errors: ['NOT_FOUND', 'LINK_KNOWN'],
	}),
	/** Says of two responses of different rounds that they are, or are not, one person's. */
	'link.settle': command({
		input: z.object({ a: id, b: id, same: z.boolean() }),
		output: z.object({}),
		errors: ['NOT_FOUND', 'LINK_TAKEN', 'LINK_KNOWN'],
	}),
	/** Forgets what was stored and settled of these rounds. */
	'link.clear': command({ input: z.object({ roundIds: z.array(id).min(1).max(10) }), output: z.object({}) }),
	/** Who has responses in several of these rounds: the responses of each, in the order of the rounds given. */
	'link.list': query({
		input: z.object({ roundIds: z.array(id).min(2).max(10) }),
		output: z.array(z.object({ person: z.string(), responses: z.array(z.object({ roundId: id, responseId: id })) })),
	}),
};
