import { z } from 'zod';

/**
 * Where one who was asked stands. `asked`: nothing has come back. `unreachable`: what was sent did not reach them. `notEligible`: should
 * not have been asked, and counts in no rate.
 */
export const askedStatus = z.enum(['asked', 'unreachable', 'refused', 'partial', 'answered', 'notEligible']);
export type AskedStatus = z.infer<typeof askedStatus>;

/** What a column of a list of people holds. `groups`: names of groups; `member`: the heading is a group, and a mark in the cell means that one is in it. */
export const columnRole = z.enum([
	...['name', 'firstName', 'lastName', 'email', 'phone', 'address', 'ownId', 'language'],
	...['groups', 'member', 'from', 'to', 'attribute', 'ignore'],
] as const);
export type ColumnRole = z.infer<typeof columnRole>;

/** The roles whose cells may be kept only in the key file. */
export const secretRoles: ReadonlySet<ColumnRole> = new Set(
	columnRole.extract(['name', 'firstName', 'lastName', 'email', 'phone', 'address', 'ownId']).options,
);

/** A column of a list, what it is taken for, and what makes it risky to keep as an attribute. */
export const listColumn = z.object({
	/** Position in the file, from 0. */
	index: z.int().min(0),
	header: z.string(),
	role: columnRole,
	/** `own-value`: nearly everybody has a value of their own; `contact`: e-mail addresses or telephone numbers; `civic-number`: a national identity number. */
	warning: z.enum(['own-value', 'contact', 'civic-number']).nullable(),
});
export type ListColumn = z.infer<typeof listColumn>;

/** A group of those asked, and the days between which one was in it, both included; null is without end. */
const membership = z.object({ name: z.string(), from: z.iso.date().nullable(), to: z.iso.date().nullable() });
export type Membership = z.infer<typeof membership>;

/** One of a list, as a file has them. */
export interface ListedPerson {
	/** The line of data they stand on first, from 1. */
	row: number;
	name: string;
	firstName: string;
	email: string;
	phone: string;
	address: string;
	ownId: string;
	language: 'sv' | 'en' | null;
	attributes: Record<string, string>;
	groups: Membership[];
}

/** A cell or row of a list that could not be used as it stands. */
export const listProblem = z.object({
	row: z.int(),
	column: z.string(),
	value: z.string(),
	reason: z.enum(['no-person', 'bad-email', 'shared-email', 'bad-date', 'unknown-language', 'too-long']),
});
export type ListProblem = z.infer<typeof listProblem>;
