/**
 * A calendar date as people type it, "2016-06-01", "2016-6-1" or "20160601", as ISO 8601. Null for what is no such date: letters, a month
 * 13, the 29th of February of an ordinary year.
 */
export function typedDate(text: string): string | null {
	const match = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text.trim()) ?? /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
	if (!match) return null;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return same ? date.toISOString().slice(0, 10) : null;
}
