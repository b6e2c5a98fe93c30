import type { Answers } from '#shared/domain/instrument/model.ts';

/** Who gave one answer: the value as stored, and the responses that have it, as places from 0, each once. */
export interface ValueColumn {
	value: string;
	responses: ArrayLike<number>;
}

/**
 * The answers of a round by item and value instead of by respondent: 100,000 responses to 60 items are then some hundred arrays, and
 * counting is one pass over each. Of open items it is enough that all texts are one value.
 */
export interface AnswerColumns {
	/** How many responses there are. */
	size: number;
	items: ReadonlyMap<string, readonly ValueColumn[]>;
}

/** Responses in this shape. */
export function columnsOf(responses: readonly Answers[]): AnswerColumns {
	const items = new Map<string, Map<string, number[]>>();
	responses.forEach((answers, place) => {
		for (const [item, answer] of Object.entries(answers)) {
			const own = items.get(item) ?? new Map<string, number[]>();
			items.set(item, own);
			for (const value of new Set(Array.isArray(answer) ? answer : [String(answer)])) {
				const places = own.get(value);
				if (places) places.push(place);
				else own.set(value, [place]);
			}
		}
	});
	return {
		size: responses.length,
		items: new Map(
			[...items].map(([id, own]) => [id, [...own].map(([value, places]) => ({ value, responses: places }))]),
		),
	};
}
