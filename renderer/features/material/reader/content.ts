import { StateEffect, StateField } from '@codemirror/state';
import { assignLanes, type Coded, reachOf } from '#shared/domain/coding/lanes.ts';
import type { Range } from '#shared/domain/coding/ranges.ts';

/** A turn or an answer as the reader shows it: its words in the text column, its name beside them. */
export interface ReaderTurn extends Range {
	/** Where its name and time begin in the text: those are shown beside it and not in it. `start` where there is none. */
	headStart: number;
	label: string;
	/** Small, under the label: a time. */
	detail: string;
	/** Said by someone who asks. */
	asking: boolean;
}

/** A text to read: never changed while it is shown. Turns and headings in order, without overlap. */
export interface ReaderContent {
	text: string;
	turns: readonly ReaderTurn[];
	/** Lines that head a part: the question that answers stand under. */
	headings: readonly Range[];
}

/** What is coded in the text, ready to be drawn. */
export interface ReaderCodings {
	/** In order of start, each with its lane in the margin. */
	codings: readonly (Coded & { lane: number })[];
	reach: readonly number[];
	codes: ReadonlyMap<number, { name: string; color: number }>;
	/** Codes to be seen above the others; empty for all alike. */
	chosen: ReadonlySet<number>;
}

const noCodings: ReaderCodings = { codings: [], reach: [], codes: new Map(), chosen: new Set() };

/** Orders codings and gives each its lane in the margin. */
export function prepareCodings(
	codings: readonly Coded[],
	codes: ReaderCodings['codes'],
	chosen: ReadonlySet<number>,
): ReaderCodings {
	const sorted = [...codings].sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
	const lanes = assignLanes(sorted);
	const laid = sorted.map(({ id, codeId, start, end }, at) => ({ id, codeId, start, end, lane: lanes[at] ?? 0 }));
	return { codings: laid, reach: reachOf(laid), codes, chosen };
}

export const setCodings = StateEffect.define<ReaderCodings>();

/** The codings that the editor shows now. */
export const codingsField = StateField.define<ReaderCodings>({
	create: () => noCodings,
	update(value, transaction) {
		for (const effect of transaction.effects) if (effect.is(setCodings)) return effect.value;
		return value;
	},
});

interface Turn extends Range {
	speakerId: number | null;
	time: number | null;
}
interface Speaker {
	id: number;
	label: string;
	role: 'interviewer' | 'informant';
}

/** A transcript as content: what stands between one turn's words and the next one's is the next one's head. */
export function transcriptContent(
	document: { text: string; turns: readonly Turn[]; speakers: readonly Speaker[] },
	timeText: (milliseconds: number) => string,
): ReaderContent {
	const speakers = new Map(document.speakers.map((speaker) => [speaker.id, speaker]));
	let last = 0;
	const turns = document.turns.map((turn): ReaderTurn => {
		const speaker = turn.speakerId === null ? undefined : speakers.get(turn.speakerId);
		const between = document.text.slice(last, turn.start);
		const hasHead = speaker !== undefined || turn.time !== null;
		const headStart = hasHead ? last + between.length - between.trimStart().length : turn.start;
		last = turn.end;
		return {
			start: turn.start,
			end: turn.end,
			headStart: Math.min(headStart, turn.start),
			label: speaker?.label ?? '',
			detail: turn.time === null ? '' : timeText(turn.time),
			asking: speaker?.role === 'interviewer',
		};
	});
	return { text: document.text, turns, headings: [] };
}
