/** Whether a period ends on the day it begins or later. One with an open end is in order. Dates as ISO 8601 calendar dates. */
export function inOrder(start: string | null, end: string | null): boolean {
	return start === null || end === null || start <= end;
}
