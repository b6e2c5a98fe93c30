import { readCount } from '#shared/domain/responses/number.ts';

/** As many as a round takes. */
const most = 10_000_000;

/** The number of people invited as typed: null where nothing is, undefined where it is no such number. */
export function readInvited(typed: string): number | null | undefined {
	if (typed.trim() === '') return null;
	const count = readCount(typed);
	return count !== null && count <= most ? count : undefined;
}
