/** UTF-16 code units: start included, end excluded. */
export interface Span {
	start: number;
	end: number;
}

/**
 * Where a passage of a text is after the text was changed, if the change lies wholly before or after it. The change is what stands between
 * the longest equal beginning and the longest equal end.
 * @returns null where the change touches the passage
 */
export function carrySpan(before: string, after: string, span: Span): Span | null {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
	if (span.end <= head) return span;
	let tail = 0;
	while (
		tail < shorter - head &&
		before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
	)
		tail++;
	const shift = after.length - before.length;
	if (span.start >= before.length - tail) return { start: span.start + shift, end: span.end + shift };
	return null;
}
