import { z } from 'zod';

/**
 * What a column of a file is for. Services write one question in one column, or spread it: each choice of several in a column of its own
 * (`choice`: the cell says yes or no), each alternative of a ranking with its place (`rank`: the cell is a number), or each place with its
 * alternative (`place`). The words to an "other: …" are an item of their own.
 */
const columnTarget = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('item'), itemId: z.string() }),
	z.object({ kind: z.literal('choice'), itemId: z.string(), value: z.string() }),
	z.object({ kind: z.literal('rank'), itemId: z.string(), value: z.string() }),
	z.object({ kind: z.literal('place'), itemId: z.string(), place: z.int().min(1).max(400) }),
	/** The response's own id in the service that gathered it: the key against storing it twice. */
	z.object({ kind: z.literal('response-id') }),
	/** When it was sent in. `decides`: a response without is only begun. */
	z.object({ kind: z.literal('submitted'), decides: z.boolean().optional() }),
	/** The respondent's own code, which is the same in every round. */
	z.object({ kind: z.literal('code') }),
	/** Says in words or numbers whether the response is whole. */
	z.object({ kind: z.literal('status') }),
	/** The language it was answered in; known, and not stored. */
	z.object({ kind: z.literal('language') }),
	z.object({ kind: z.literal('ignore') }),
]);
export type ColumnTarget = z.infer<typeof columnTarget>;

/** What a column of a file is taken to be, and how sure that is. */
export const columnMatch = z.object({
	/** Position in the file, from 0. */
	index: z.int().min(0),
	header: z.string(),
	target: columnTarget,
	how: z.enum(['number', 'text', 'code', 'saved', 'chosen', 'none']),
	/** How sure, from 0 to 1: 1 where a number, code or whole text is the same. Absent where a person chose, or nothing was found. */
	sure: z.number().min(0).max(1).optional(),
	/**
	 * What certain cells mean, whatever else they look like: by the cell's text the value of an option, a number or a date; 1 or 0 for a
	 * column of one choice; empty for no answer. Folded by space and case.
	 */
	values: z.record(z.string().max(1000), z.string().max(1000)).optional(),
	/** Which comes first where a day is written with two numbers before the year. Day where absent. */
	dates: z.enum(['dmy', 'mdy']).optional(),
	/** A text that is none of the alternatives is the words to "other". */
	words: z.boolean().optional(),
});
export type ColumnMatch = z.infer<typeof columnMatch>;

/** Columns of one target: two columns with the same key cannot both be read. */
export function targetKey(target: ColumnTarget): string {
	switch (target.kind) {
		case 'item':
			return `item ${target.itemId}`;
		case 'choice':
		case 'rank':
			return `${target.kind} ${target.itemId} ${target.value}`;
		case 'place':
			return `place ${target.itemId} ${target.place}`;
		default:
			return target.kind;
	}
}

/** The item a column belongs to, or null. */
export function itemOf(target: ColumnTarget): string | null {
	return 'itemId' in target ? target.itemId : null;
}

/** The headings of the columns that nothing is made of, in their order. */
export const leftOut = (columns: readonly ColumnMatch[]): string[] =>
	columns.filter(({ target, header }) => target.kind === 'ignore' && header !== '').map(({ header }) => header);
