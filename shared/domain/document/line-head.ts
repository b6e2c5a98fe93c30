/** What a line of a transcript begins with. Offsets are from the start of the line. */
export interface LineHead {
	/** A name before a colon; a name or number in brackets, or before a tab; a name with a time on a line of their own; or a time alone. */
	kind: 'colon' | 'bracket' | 'own-line' | 'time';
	label: string | null;
	/** Milliseconds from the start of the recording. */
	time: number | null;
	/** Where what is said begins. */
	end: number;
}

const clock = String.raw`(?:\d{1,2}[:.])?\d{1,3}[:.]\d{2}(?:[.,]\d{1,3})?`;
const name = String.raw`[\p{L}\d][^:;\t\n\[\](){}<>"”“?!#|]{0,39}?`;
const colon = new RegExp(
	String.raw`^\s{0,8}(?:[\[(#]?(${clock})[\])#]?[ \t,–-]{0,4})?(${name})\s{0,4}(?:[\[(#]\s?(${clock})\s?[\])#])?\s{0,2}:(?=\s|$|\p{Lu}|["”“–-])\s{0,4}`,
	'u',
);
const bracket = new RegExp(
	String.raw`^\s{0,8}[\[(<]\s?(${name})\s?[\])>](?:\s{0,2}[\[(]?(${clock})[\])]?)?\s{0,2}:?\s{0,4}`,
	'u',
);
const tabbed = new RegExp(String.raw`^(${name})\t\s{0,4}(?=\S)`, 'u');
const nameThenTime = new RegExp(String.raw`^(${name})\s{1,8}[\[(]?(${clock})[\])]?\s*$`, 'u');
const timeThenName = new RegExp(String.raw`^[\[(]?(${clock})[\])]?\s{1,8}(${name})$`, 'u');
const timeAlone = new RegExp(String.raw`^\s{0,8}(?:[\[(#](${clock})(?:-\d)?[\])#]\s{0,4}|(\d{1,2}:\d{2}:\d{2})$)`, 'u');

/** The longest beginning of a line that is looked at; keeps the expressions above to a bounded amount of work. */
const looked = 120;

/** Milliseconds of a time as transcripts write it: "00:04:12", "04.12" (minutes and seconds), "1.04.12", "00:04:12,500". Null for another. */
export function readClock(text: string): number | null {
	const parts = /^(?:(\d{1,2})[:.])?(\d{1,3})[:.](\d{2})(?:[.,](\d{1,3}))?$/.exec(text);
	if (!parts) return null;
	const [hours, minutes, seconds] = [Number(parts[1] ?? 0), Number(parts[2]), Number(parts[3])];
	if (seconds > 59 || (parts[1] !== undefined && minutes > 59)) return null;
	return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number((parts[4] ?? '').padEnd(3, '0'));
}

/** Recognises how a line begins, or null where it is plain text. `next` is the line after it: a name with a time needs words below. */
export function readLineHead(line: string, next: string): LineHead | null {
	const head = line.slice(0, looked);
	const time = (text: string | undefined) => (text === undefined ? null : readClock(text));
	const found = colon.exec(head);
	if (found) {
		return { kind: 'colon', label: found[2] ?? '', time: time(found[1]) ?? time(found[3]), end: found[0].length };
	}
	const inBrackets = bracket.exec(head) ?? tabbed.exec(head);
	if (inBrackets && readClock(inBrackets[1] ?? '') === null) {
		return { kind: 'bracket', label: inBrackets[1] ?? '', time: time(inBrackets[2]), end: inBrackets[0].length };
	}
	if (line.length < looked && next !== '') {
		const after = nameThenTime.exec(line);
		const before = timeThenName.exec(line);
		const [label, at] = after ? [after[1], after[2]] : [before?.[2], before?.[1]];
		if (label && at && readClock(at) !== null)
			return { kind: 'own-line', label, time: readClock(at), end: line.length };
	}
	const alone = timeAlone.exec(head);
	if (alone) return { kind: 'time', label: null, time: time(alone[1] ?? alone[2]), end: alone[0].length };
	return null;
}
