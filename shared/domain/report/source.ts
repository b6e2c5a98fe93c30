/** One `key: value` line of a live block. */
export interface Entry {
	key: string;
	value: string;
	/** 1-based. */
	line: number;
	/** A line in the block that is not `key: value`. */
	bad?: true;
}

/** A live block as written: `::: name`, lines of `key: value`, `:::`. */
export interface SourceBlock {
	kind: 'block';
	name: string;
	entries: Entry[];
	/** 1-based first and last line. */
	line: number;
	endLine: number;
	closed: boolean;
}

/** Markdown between live blocks. */
export interface SourceText {
	kind: 'text';
	text: string;
	/** 1-based first line. */
	line: number;
}

export type SourcePart = SourceBlock | SourceText;

const opening = /^:::[ \t]*([^\s:][^\s]*)[ \t]*$/;
const closing = /^:::[ \t]*$/;
const entryLine = /^[ \t]*([\p{L}][\p{L}\p{N}-]{0,40})[ \t]*:(?:[ \t]+(.*))?$/u;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/** How far ahead the end of a block is looked for, past lines that it should not hold. */
const lookAhead = 40;

/** A source with Unix line ends and none of the characters that the parser uses for itself. */
export function normaliseSource(source: string): string {
	return source.replace(/\r\n?/g, '\n').replace(/[\uE000\uE001]/g, '\uFFFD');
}

/**
 * Divides a normalised source into live blocks and the Markdown between them, in order; every line is in exactly one part. What stands in a
 * code fence is Markdown. Linear in the length of the source.
 */
export function splitSource(source: string): SourcePart[] {
	const lines = source.split('\n');
	const parts: SourcePart[] = [];
	let textFrom = 0;
	let fenced: string | null = null;
	const endText = (at: number) => {
		if (at > textFrom) parts.push({ kind: 'text', text: lines.slice(textFrom, at).join('\n'), line: textFrom + 1 });
	};
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? '';
		const mark = fence.exec(line)?.[1];
		if (fenced !== null) {
			if (mark?.startsWith(fenced) && line.trim() === mark) fenced = null;
			continue;
		}
		if (mark) {
			fenced = mark;
			continue;
		}
		const name = opening.exec(line)?.[1];
		if (!name) continue;
		endText(at);
		const block = readBlock(lines, at, name);
		parts.push(block);
		at = block.endLine - 1;
		textFrom = at + 1;
	}
	endText(lines.length);
	return parts;
}

function readBlock(lines: readonly string[], from: number, name: string): SourceBlock {
	const entries: Entry[] = [];
	const block = (endLine: number, closed: boolean): SourceBlock => ({
		kind: 'block',
		name,
		entries,
		line: from + 1,
		endLine,
		closed,
	});
	let last = from;
	for (let at = from + 1; at < lines.length; at++) {
		const line = lines[at] ?? '';
		if (closing.test(line)) return block(at + 1, true);
		if (line.trim() === '') continue;
		const entry = entryLine.exec(line);
		if (entry) entries.push({ key: (entry[1] ?? '').toLowerCase(), value: unquote(entry[2] ?? ''), line: at + 1 });
		else if (closesSoon(lines, at)) entries.push({ key: line.trim().slice(0, 80), value: '', line: at + 1, bad: true });
		else break;
		last = at;
	}
	return block(last + 1, false);
}

/** Whether the block goes on past a line that does not belong in it. */
function closesSoon(lines: readonly string[], at: number): boolean {
	for (let next = at; next < Math.min(lines.length, at + lookAhead); next++) {
		const line = lines[next] ?? '';
		if (closing.test(line)) return true;
		if (opening.test(line) || /^#{1,6}\s/.test(line)) return false;
	}
	return false;
}

/** A value without the quotation marks around it, of whichever kind. */
function unquote(value: string): string {
	const text = value.trim();
	const match = /^(?:"([^"]*)"|”([^”]*)”|“([^”]*)”|'([^']*)')$/.exec(text);
	return match ? (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '') : text;
}
