/** The number of people invited as typed: null where nothing is, undefined where it is no such number. */
export function readInvited(typed: string): number | null | undefined {
	const bare = typed.replace(/\s/g, '');
	if (bare === '') return null;
	return /^\d{1,7}$/.test(bare) ? Number(bare) : undefined;
}
