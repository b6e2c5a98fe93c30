/** What is promised to those who answer, and what has come of the round so far. */
interface PromisedRound {
	promise: 'anonymous' | 'confidential';
	/** Responses in it. */
	answered: number;
	/** The day on which its questionnaire left the program; null where it has not. */
	outOn: string | null;
}

/**
 * Whether somebody was promised that nobody is known by their answer, so that it cannot be taken back: by an answer that has come, or by a
 * form or paper that has gone out, whose answers may be on their way.
 */
export function isPromiseGiven({ promise, answered, outOn }: PromisedRound): boolean {
	return promise === 'anonymous' && (answered > 0 || outOn !== null);
}
