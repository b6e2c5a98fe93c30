import { sentencesOf } from '#shared/domain/document/sentences.ts';
import { indexAt, type Range, trimRange } from './ranges.ts';

/** A text with its turns (or answers), in order and without overlap. */
export interface TurnText {
	text: string;
	turns: readonly Range[];
}

/**
 * Where one step of reading leads from `offset`: to the next or previous turn's or sentence's beginning; with `extend` forwards to its end, so
 * that a selection covers it whole. `offset` itself where there is no further.
 */
export function readingStep(
	{ text, turns }: TurnText,
	offset: number,
	step: { unit: 'turn' | 'sentence'; forward: boolean; extend: boolean },
): number {
	const found = indexAt(turns, offset);
	const at = found < 0 ? turns.length : found;
	const around = turns.slice(Math.max(0, at - 1), at + 2);
	const units = step.unit === 'turn' ? around : around.flatMap((turn) => sentencesOf(text, turn.start, turn.end));
	const edges = units.map((one) => (step.forward && step.extend ? one.end : one.start));
	return (step.forward ? edges.find((edge) => edge > offset) : edges.findLast((edge) => edge < offset)) ?? offset;
}

/** The sentence at a selection's beginning; the whole turn where as much as the sentence is already selected. Null after the last turn. */
export function grownSelection({ text, turns }: TurnText, { start, end }: Range): Range | null {
	const turn = turns[indexAt(turns, start)];
	if (!turn) return null;
	const sentences = sentencesOf(text, turn.start, turn.end);
	const sentence = sentences[Math.max(0, indexAt(sentences, start))];
	if (sentence && end <= sentence.end && (end === start || end - start < sentence.end - sentence.start))
		return sentence;
	return { start: turn.start, end: turn.end };
}

/** What a selection codes: its words without space at the ends, or, where nothing is selected, the sentence at the cursor. */
export function rangeToCode(content: TurnText, { start, end }: Range): Range | null {
	return start === end ? grownSelection(content, { start, end }) : trimRange(content.text, { start, end });
}
