import type { Answers, Condition, Instrument } from '#shared/domain/instrument/model.ts';
import type { Question } from '#shared/domain/instrument/questions.ts';
import { shownIds } from '#shared/domain/instrument/shown.ts';
import type { AnswerColumns } from './columns.ts';

/** Tells of each question which responses were asked it: 1 at the places of those who were. Null stands for everybody. */
export type Asked = (questionId: string) => Uint8Array | null;

/**
 * Works out whom the shown-if rules hid each question from. What is shown depends only on the items that conditions name, so
 * respondents who answered those alike are worked out once.
 */
export function askedOf(instrument: Instrument, questions: readonly Question[], columns: AnswerColumns): Asked {
	const conditional = questions.filter((question) => question.conditions.length > 0);
	if (conditional.length === 0) return () => null;
	const named = new Set(conditional.flatMap(({ conditions }) => conditions.flatMap(itemsIn)));
	const keys: string[] = new Array(columns.size).fill('');
	const referenced = questions.filter((question) => named.has(question.id));
	referenced.forEach((question, at) => {
		(columns.items.get(question.id) ?? []).forEach(({ responses }, index) => {
			for (let i = 0; i < responses.length; i++) {
				const place = responses[i] ?? 0;
				keys[place] += `${at}:${index} `;
			}
		});
	});
	const patterns = new Map<string, number[]>();
	keys.forEach((key, place) => {
		const places = patterns.get(key);
		if (places) places.push(place);
		else patterns.set(key, [place]);
	});
	const asked = new Map(conditional.map((question) => [question.id, new Uint8Array(columns.size)]));
	for (const [key, places] of patterns) {
		const shown = shownIds(instrument, answersOf(key, referenced, columns));
		for (const [id, marks] of asked) {
			if (shown.has(id)) for (const place of places) marks[place] = 1;
		}
	}
	return (id) => asked.get(id) ?? null;
}

/** The answers that a key of pairs "question:value" stands for. */
function answersOf(key: string, referenced: readonly Question[], columns: AnswerColumns): Answers {
	const answers: Answers = {};
	for (const pair of key.trim().split(' ')) {
		const [at, index] = pair.split(':').map(Number);
		const question = referenced[at ?? -1];
		const value = question && columns.items.get(question.id)?.[index ?? -1]?.value;
		if (!question || value === undefined) continue;
		if (question.type !== 'multiple' && question.type !== 'ranking') answers[question.id] = value;
		else answers[question.id] = [...((answers[question.id] as string[] | undefined) ?? []), value];
	}
	return answers;
}

function itemsIn(condition: Condition): string[] {
	if ('all' in condition) return condition.all.flatMap(itemsIn);
	if ('any' in condition) return condition.any.flatMap(itemsIn);
	return 'not' in condition ? itemsIn(condition.not) : [condition.item];
}
