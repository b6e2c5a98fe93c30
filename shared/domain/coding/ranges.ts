/** A stretch of text: UTF-16 code units, start included, end excluded. */
export interface Range {
	start: number;
	end: number;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether an offset lies between the two halves of one character. */
function splitsCharacter(text: string, offset: number): boolean {
	return offset > 0 && offset < text.length && isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
}

function isWithin(text: string, { start, end }: Range): boolean {
	return (
		start >= 0 && end >= start && end <= text.length && !splitsCharacter(text, start) && !splitsCharacter(text, end)
	);
}

/** Whether a range may be coded in this text: within it, not empty, and whole characters. */
export function isCodable(text: string, range: Range): boolean {
	return range.end > range.start && isWithin(text, range);
}

/** The ranges that lie outside the text or split a character: what a check of a whole project reports. A turn without words is none. */
export function rangesOutside<R extends Range>(text: string, ranges: readonly R[]): R[] {
	return ranges.filter((range) => !isWithin(text, range));
}

/** A selection as it is coded: without space at its ends and with whole characters; null where only space is left. */
export function trimRange(text: string, { start, end }: Range): Range | null {
	const from = Math.max(0, Math.min(start, text.length));
	const to = Math.max(from, Math.min(end, text.length));
	const said = text.slice(from, to);
	let first = from + said.length - said.trimStart().length;
	let last = from + said.trimEnd().length;
	if (last <= first) return null;
	if (splitsCharacter(text, first)) first--;
	if (splitsCharacter(text, last)) last++;
	return { start: first, end: last };
}

/** The index of the range (in order, not overlapping) that holds `offset`, else of the next one; -1 after the last. Binary search. */
export function indexAt(ranges: readonly Range[], offset: number): number {
	let low = 0;
	let high = ranges.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return low < ranges.length ? low : -1;
}
