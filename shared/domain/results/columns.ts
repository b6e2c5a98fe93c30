import type { Answers, AnswerValue } from '#shared/domain/instrument/model.ts';

/** Who gave one answer: the value as stored, and the responses that have it, as places from 0, each once. */
export interface ValueColumn {
	value: string;
	responses: ArrayLike<number>;
	/** Of an answer with several values (choices, a ranking): the value's place in each of those answers, from 1. */
	ranks?: ArrayLike<number>;
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

/** Makes columns of these items out of responses that are added one by one, each at a place of its own in rising order. */
export function columnMaker(ids: Iterable<string>) {
	const columns = Array.from(ids, (id) => ({
		id,
		values: new Map<string, { responses: number[]; ranks?: number[] }>(),
	}));
	return {
		/** What else the answers hold is passed over. */
		add(place: number, answers: Readonly<Record<string, AnswerValue>>): void {
			for (const { id, values } of columns) {
				// Not of the object's own, "constructor" is a function, and so no answer.
				const answer: unknown = answers[id];
				if (typeof answer === 'string' || typeof answer === 'number') {
					const value = String(answer);
					const column = values.get(value);
					if (column) column.responses.push(place);
					else values.set(value, { responses: [place] });
				} else if (Array.isArray(answer)) {
					for (const [at, value] of [...new Set<string>(answer)].entries()) {
						const column = values.get(value) ?? { responses: [], ranks: [] };
						values.set(value, column);
						column.responses.push(place);
						column.ranks?.push(at + 1);
					}
				}
			}
		},
		items: (): [string, ValueColumn[]][] =>
			columns.map(({ id, values }) => [id, Array.from(values, ([value, column]) => ({ value, ...column }))]),
	};
}

/** Responses in this shape. */
export function columnsOf(responses: readonly Answers[]): AnswerColumns {
	const maker = columnMaker(new Set(responses.flatMap((answers) => Object.keys(answers))));
	for (const [place, answers] of responses.entries()) maker.add(place, answers);
	return { size: responses.length, items: new Map(maker.items()) };
}
