import { z } from 'zod';
import { id, nothing, uid } from './basics.ts';
import { command, query, sameFields } from './kit.ts';

const name = z.string().trim().min(1).max(200);
/** One of the eight code colours of the look, 0-7. */
const color = z.int().min(0).max(7);

const code = z.object({
	id,
	uid,
	parentId: id.nullable(),
	name,
	definition: z.string(),
	memo: z.string(),
	color,
	/** Among its siblings, from 0. */
	position: z.int(),
	/** Codings with this very code, and the documents and rounds they stand in. */
	codings: z.int(),
	sources: z.int(),
});
export type Code = z.infer<typeof code>;

/** The codebook: a tree of codes, any depth; a code that has children serves as category or theme. */
export const codeCalls = {
	/** In reading order: parents before children, siblings by position. */
	'code.list': query({ input: nothing, output: z.array(code) }),
	'code.add': command({
		input: z.object({
			name,
			parentId: id.nullable().optional(),
			definition: z.string().optional(),
			color: color.optional(),
		}),
		output: z.object({ id }),
		errors: ['NOT_FOUND', 'NAME_TAKEN'],
	}),
	'code.update': command({
		input: z.object({
			id,
			name: name.optional(),
			definition: z.string().optional(),
			memo: z.string().optional(),
			color: color.optional(),
		}),
		output: nothing,
		errors: ['NOT_FOUND', 'NAME_TAKEN'],
		merge: sameFields,
	}),
	/** Under another parent, or among its siblings. */
	'code.move': command({
		input: z.object({ id, parentId: id.nullable(), position: z.int().min(0) }),
		output: nothing,
		errors: ['NOT_FOUND', 'NAME_TAKEN', 'CODE_CIRCLE'],
	}),
	/** With its codings; its children move up to its parent. */
	'code.remove': command({ input: z.object({ id }), output: nothing, errors: ['NOT_FOUND'] }),
};
