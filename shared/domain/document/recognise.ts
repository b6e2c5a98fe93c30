import { type LineHead, readLineHead } from './line-head.ts';
import type { DocumentKind, ReadDocument } from './model.ts';
import { guessRole, labelKey, labelStrength } from './speaker-label.ts';

interface Line {
	start: number;
	text: string;
	head: LineHead | null;
}
type Recognised = Pick<ReadDocument, 'speakers' | 'turns'>;

/**
 * Recognises who says what in a normalised text. A line that begins with a speaker ("Anna:", "[id1]", "SK1 (04.12):", a name and a
 * time above the words) begins a turn, which goes on until the next one; before the first, and in a text without speakers, each paragraph is
 * a turn of nobody. Turns are in order, never overlap, and hold at least one character that is not space. Time is linear in the text.
 */
export function recogniseTurns(text: string): Recognised {
	const lines = readLines(text);
	const named = acceptedLabels(lines);
	const speakers: ReadDocument['speakers'] = [];
	const numbers = new Map<string, number>();
	const turns: ReadDocument['turns'] = [];
	const byLine = !text.includes('\n\n');
	let open: { speaker: number | null; start: number; time: number | null } | null = null;
	let pendingTime: number | null = null;
	let last: number | null = null;

	const close = (end: number) => {
		if (!open) return;
		const said = text.slice(open.start, end);
		const start = open.start + said.length - said.trimStart().length;
		const stop = open.start + said.trimEnd().length;
		if (stop > start) turns.push({ speaker: open.speaker, start, end: stop, time: open.time });
		open = null;
	};
	for (const { start, text: line, head } of lines) {
		const label = head?.label;
		if (head && label && named.has(labelKey(label))) {
			close(start);
			const key = labelKey(label);
			last = numbers.get(key) ?? speakers.length;
			if (last === speakers.length) {
				numbers.set(key, last);
				speakers.push({ label: label.replace(/\s+/g, ' ').trim(), role: guessRole(label) });
			}
			open = { speaker: last, start: start + head.end, time: head.time ?? pendingTime };
			pendingTime = null;
		} else if (head?.kind === 'time') {
			close(start);
			if (head.end < line.length) open = { speaker: last, start: start + head.end, time: head.time };
			else pendingTime = head.time;
		} else {
			if (last === null && (byLine || line === '')) close(start);
			if (line !== '' && !open) {
				open = { speaker: last, start, time: pendingTime };
				pendingTime = null;
			}
		}
	}
	close(text.length);
	return { speakers, turns };
}

function readLines(text: string): Line[] {
	const lines: Line[] = [];
	const parts = text.split('\n');
	let start = 0;
	parts.forEach((part, at) => {
		lines.push({ start, text: part, head: readLineHead(part, parts[at + 1] ?? '') });
		start += part.length + 1;
	});
	return lines;
}

/** The keys of the labels that name speakers here: sure ones, those that come again, and single ones in what is plainly a conversation. */
function acceptedLabels(lines: readonly Line[]): Set<string> {
	const seen = new Map<string, { label: string; count: number; firstLine: number }>();
	lines.forEach(({ head }, at) => {
		if (!head?.label) return;
		const strength = labelStrength(head.label);
		// In brackets stand sounds and remarks too ("[skratt]"): there only a sure label counts.
		if (strength === 'none' || (head.kind === 'bracket' && strength !== 'strong')) return;
		const key = labelKey(head.label);
		const known = seen.get(key);
		if (known) known.count++;
		else seen.set(key, { label: head.label, count: 1, firstLine: at });
	});
	const accepted = new Set<string>();
	let begun = 0;
	let firstLine = lines.length;
	for (const [key, { label, count, firstLine: at }] of seen) {
		if (count < 2 && labelStrength(label) !== 'strong') continue;
		accepted.add(key);
		begun += count;
		firstLine = Math.min(firstLine, at);
	}
	if (begun < 2) return new Set();
	const written = lines.filter((line) => line.text !== '').length;
	if (begun * 5 >= written * 2) {
		for (const [key, { label, firstLine: at }] of seen) {
			if (at > firstLine && label.split(' ').length <= 2) accepted.add(key);
		}
	}
	return accepted;
}

/** What kind of material it probably is, by its name and by how many people answer in it. */
export function guessKind(name: string, { speakers }: Pick<ReadDocument, 'speakers'>): DocumentKind {
	if (/observation/i.test(name)) return 'observation';
	if (/workshop|verkstad/i.test(name)) return 'workshop';
	if (/fokusgrupp|focus group/i.test(name)) return 'focus-group';
	const people = speakers.filter((speaker) => speaker.role === 'informant').length;
	if (people === 0) return 'document';
	if (people === 1) return 'interview';
	return people === 2 ? 'pair' : 'focus-group';
}

/** The title that a file's name gives: without folder and ending, low lines as spaces. */
export function titleFromName(name: string): string {
	const file = name.split(/[\\/]/).at(-1) ?? '';
	return (
		file
			.replace(/\.[A-Za-z0-9]{1,5}$/, '')
			.replace(/_+/g, ' ')
			.trim() || file
	);
}

/** The calendar date in a file's name ("2016-06-07", "20160607"), if it is one. */
export function dateFromName(name: string): string | null {
	const parts = /(?<!\d)(19\d\d|20\d\d)[-_ ]?(0[1-9]|1[0-2])[-_ ]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
	if (!parts) return null;
	const iso = `${parts[1]}-${parts[2]}-${parts[3]}`;
	return new Date(`${iso}T00:00:00Z`).toISOString().startsWith(iso) ? iso : null;
}
