import { z } from 'zod';

/** What a column of a file is taken to be, and how sure that is. */
export const columnMatch = z.object({
	/** Position in the file, from 0. */
	index: z.int().min(0),
	header: z.string(),
	target: z.discriminatedUnion('kind', [
		z.object({ kind: z.literal('item'), itemId: z.string() }),
		/** The response's own id in the service that gathered it: the key against storing it twice. */
		z.object({ kind: z.literal('response-id') }),
		z.object({ kind: z.literal('submitted') }),
		z.object({ kind: z.literal('ignore') }),
	]),
	how: z.enum(['number', 'text', 'chosen', 'none']),
});
export type ColumnMatch = z.infer<typeof columnMatch>;
