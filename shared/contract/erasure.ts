import { z } from 'zod';
import { id } from './basics.ts';
import { erasure, query } from './kit.ts';

const wanted = z.object({ responseIds: z.array(id).min(1).max(1000) });

/** What an erasure takes with it, or took. */
const reach = z.object({
	responses: z.int(),
	/** Answers in words, and codings on them. */
	openAnswers: z.int(),
	codings: z.int(),
	/** Copies of the project that the program made beside it before it changed the file's shape: they hold the answers too. File names. */
	copies: z.array(z.string()),
});

export const erasureCalls = {
	/** What would go, and where somebody has written the same words by hand: those stay, and are for a person to change. */
	'erasure.preview': query({
		input: wanted,
		output: reach.extend({
			/** Steps of the history that could be undone and no longer can afterwards. */
			steps: z.int(),
			quotedIn: z.array(z.object({ kind: z.enum(['report', 'code', 'document', 'coding']), id, title: z.string() })),
		}),
		errors: ['NOT_FOUND'],
	}),
	/**
	 * Erases responses from the project, its index, its history and the program's own copies beside it. Nothing brings them back; copies
	 * that a person made are theirs to remove.
	 */
	'erasure.erase': erasure({ input: wanted, output: reach, errors: ['NOT_FOUND', 'FILE_NOT_WRITABLE'] }),
};
