import type { LetterKind } from './letters.ts';

/** A sending as it is noted: letters of a kind, first made on a day. */
export interface Sending {
	/** ISO 8601, in UTC as the core's clock. */
	day: string;
	kind: LetterKind;
}

/** The latest sending of a kind, the one that more files may belong to. Of several in the order in which they were made. */
export function latestSending<S extends Sending>(sendings: readonly S[], kind: LetterKind): S | null {
	return sendings.findLast((one) => one.kind === kind) ?? null;
}

/**
 * Whether files made now belong to the latest sending of their kind unless one says otherwise: those of the same day are the same letters
 * in another format, or made again after a slip.
 */
export function isSameSending(latest: Sending | null, today: string): boolean {
	return latest !== null && latest.day === today;
}
