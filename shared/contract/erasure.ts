import { z } from 'zod';
import { id } from './basics.ts';
import { erasure, query } from './kit.ts';

/** Whose it is: responses, people of a list, or both. A response that is a person's takes the person along, and a person their response. */
const wanted = z
	.object({
		responseIds: z.array(id).max(1000).optional(),
		askedIds: z.array(id).max(1000).optional(),
		/** Also what the same people have in other rounds: by linked codes, and by the key file. */
		everywhere: z.boolean().optional(),
	})
	.refine(({ responseIds = [], askedIds = [] }) => responseIds.length + askedIds.length > 0);

/** What an erasure takes with it, or took. */
const reach = z.object({
	responses: z.int(),
	/** Answers in words, and codings on them. */
	openAnswers: z.int(),
	codings: z.int(),
	/** Papers that were entered a second time. */
	secondEntries: z.int(),
	/** Responses that are linked to the same person's in other rounds: the link goes. */
	links: z.int(),
	/** Rows of lists of those asked, with their groups and codes. */
	people: z.int(),
	/** Names and addresses in the key file. Of those taken out of lists before too: with the history, nothing could bring their rows back. */
	names: z.int(),
	/** Copies that the program made beside the project and its key file before it changed their shape: they hold the same. File names. */
	copies: z.array(z.string()),
});

export const erasureCalls = {
	/** What would go, and where somebody has written the same words by hand: those stay, and are for a person to change. */
	'erasure.preview': query({
		input: wanted,
		output: reach.extend({
			/** Steps of the history that could be undone and no longer can afterwards. */
			steps: z.int(),
			/** There may be names in the key file, and it is closed: `names` is not known, and the erasure would be refused. */
			keysNeeded: z.boolean(),
			/** Somebody stands in the list of an anonymous round: which answer is theirs is not known, and it stays. */
			unknownAnswers: z.boolean(),
			/** What the same people have in other rounds, which goes only with `everywhere`: by round, in the order of rounds. */
			elsewhere: z.array(z.object({ round: z.string(), responses: z.int(), people: z.int() })),
			quotedIn: z.array(z.object({ kind: z.enum(['report', 'code', 'document', 'coding']), id, title: z.string() })),
		}),
		errors: ['NOT_FOUND'],
	}),
	/**
	 * Erases people's responses and what the project and its key file know of them: from the file, its index, its history and the program's own
	 * copies. Nothing brings them back; copies that a person made are theirs to remove.
	 */
	'erasure.erase': erasure({ input: wanted, output: reach, errors: ['NOT_FOUND', 'FILE_NOT_WRITABLE', 'KEYS_NEEDED'] }),
};
