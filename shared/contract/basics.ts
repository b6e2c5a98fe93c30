import { z } from 'zod';

/** The number of a row in the open project. Stays the same as long as the row does; not an identity across projects (`uid` is). */
export const id = z.int().min(1);
/** An identity across copies of a project. */
export const uid = z.string().min(8).max(40);
export const language = z.enum(['sv', 'en']);
export type Language = z.infer<typeof language>;
/** ISO 8601 calendar date: YYYY-MM-DD. */
export const isoDate = z.iso.date();
/** ISO 8601 instant in UTC with seconds. */
export const instant = z.iso.datetime();
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');
export const nothing = z.object({});
/** UTF-16 code units into a stored, normalised text: start included, end excluded. */
export const range = z.object({ start: z.int().min(0), end: z.int().min(0) });
