import { z } from 'zod';
import { id, instant, nothing, range, uid } from './basics.ts';
import { command, query, sameFields } from './kit.ts';

/** Where a coding lies: in a document's text, or in one open answer of a round. */
const target = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('document'), documentId: id }),
	z.object({ kind: z.literal('answer'), answerId: id }),
]);
export type CodingTarget = z.infer<typeof target>;

const coding = range.extend({
	id,
	uid,
	codeId: id,
	target,
	/** The coded words as they stand in the text. */
	quote: z.string(),
	memo: z.string(),
	coder: z.string(),
	createdAt: instant,
});
export type Coding = z.infer<typeof coding>;

/** A coded passage with where it comes from: what a list of excerpts and a quotation show. */
const excerpt = coding.extend({
	/** The document's title, or the round's name. */
	source: z.string(),
	/** Who said it; null where nobody is named. For an open answer null. */
	speaker: z.string().nullable(),
	/** For an open answer: the item it answers. */
	itemId: z.string().nullable(),
	roundId: id.nullable(),
	date: z.string().nullable(),
});
export type Excerpt = z.infer<typeof excerpt>;

export const codingCalls = {
	/** In text order. */
	'coding.list': query({
		input: z.union([
			z.strictObject({ documentId: id }),
			z.strictObject({ roundId: id }),
			z.strictObject({ all: z.literal(true) }),
		]),
		output: z.array(coding),
		errors: ['NOT_FOUND'],
	}),
	/** All passages with a code, across documents and rounds; with its descendants where asked. */
	'coding.excerpts': query({
		input: z.object({ codeId: id, descendants: z.boolean().optional() }),
		output: z.array(excerpt),
		errors: ['NOT_FOUND'],
	}),
	/** Codes a passage. The very same code on the very same range is one coding, so a repeat gives the one there is. */
	'coding.add': command({
		input: range.extend({ target, codeId: id, memo: z.string().optional() }),
		output: z.object({ id }),
		errors: ['NOT_FOUND', 'RANGE_INVALID'],
	}),
	/** Makes a code and codes the passage with it, as one step. */
	'coding.addWithNewCode': command({
		input: range.extend({ target, name: z.string().trim().min(1).max(200), parentId: id.nullable().optional() }),
		output: z.object({ id, codeId: id }),
		errors: ['NOT_FOUND', 'RANGE_INVALID', 'NAME_TAKEN'],
	}),
	'coding.update': command({
		input: z.object({ id, memo: z.string().optional(), codeId: id.optional() }),
		output: nothing,
		errors: ['NOT_FOUND'],
		merge: sameFields,
	}),
	'coding.remove': command({ input: z.object({ id }), output: nothing, errors: ['NOT_FOUND'] }),
};
