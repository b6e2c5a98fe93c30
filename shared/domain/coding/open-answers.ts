import type { Range } from './ranges.ts';
import { trimRange } from './ranges.ts';

/** The open answers of a round as one text to read and code: a heading per question, each answer a paragraph of its own. */
export interface AnswerText {
	text: string;
	/** In order, not overlapping: where each answer stands in `text`. */
	answers: (Range & { answerId: number; responseId: number; itemId: string })[];
	headings: (Range & { itemId: string })[];
}

/** Lays the open answers of a round out as one text. Questions nobody answered are left out. */
export function layOutAnswers(
	items: readonly {
		itemId: string;
		text: string;
		answers: readonly { id: number; responseId: number; text: string }[];
	}[],
): AnswerText {
	const laid: AnswerText = { text: '', answers: [], headings: [] };
	const add = (part: string): Range => {
		if (laid.text !== '') laid.text += '\n\n';
		const start = laid.text.length;
		laid.text += part;
		return { start, end: laid.text.length };
	};
	for (const item of items) {
		if (item.answers.length === 0) continue;
		laid.headings.push({ itemId: item.itemId, ...add(`${item.itemId}. ${item.text}`) });
		for (const answer of item.answers) {
			const range = add(answer.text);
			laid.answers.push({ answerId: answer.id, responseId: answer.responseId, itemId: item.itemId, ...range });
		}
	}
	return laid;
}

/** Where a selection in the laid-out text lies in an answer: in the first that it touches, cut at its end; null outside every answer. */
export function toAnswer(laid: AnswerText, selection: Range): (Range & { answerId: number }) | null {
	for (const answer of laid.answers) {
		if (answer.end <= selection.start) continue;
		if (answer.start >= selection.end) return null;
		const cut = { start: Math.max(answer.start, selection.start), end: Math.min(answer.end, selection.end) };
		const trimmed = trimRange(laid.text, cut);
		if (trimmed) {
			return { answerId: answer.answerId, start: trimmed.start - answer.start, end: trimmed.end - answer.start };
		}
	}
	return null;
}

/** A range within an answer as a range of the laid-out text; null for an answer that is not there. */
export function fromAnswer(laid: AnswerText, answerId: number, { start, end }: Range): Range | null {
	const answer = laid.answers.find((one) => one.answerId === answerId);
	return answer ? { start: answer.start + start, end: answer.start + end } : null;
}
