import type { Answers, AnswerValue, Instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import type { AnswerBreach } from './breaches.ts';

/** The answers of one response as a project stores them. */
export interface PackedAnswers {
	/**
	 * JSON object by question id of all answers but those in words: a text (option value, number in JavaScript's notation, ISO date), or an
	 * array of texts (several choices; a ranking in the respondent's order).
	 */
	closed: string;
	/** The answers in words: question id and text, none of them empty. */
	texts: [item: string, text: string][];
	/** How many questions are answered. */
	answered: number;
}

/** An answer that is not in words as it is stored, made once for all cells that are read as the same. */
export interface KeptAnswer {
	packed: string;
	/** Room for the number that stands for it where many responses are handed over. */
	number?: number;
	/** How it breaks a rule that is of this answer alone; null where it breaks none. */
	broken?: AnswerBreach | null;
}

/** One answer that is not in words, as it stands in the JSON object of a response. */
export function packedAnswer(id: string, answer: AnswerValue): string {
	return `${JSON.stringify(id)}:${JSON.stringify(Array.isArray(answer) ? answer : String(answer))}`;
}

/** Makes what packs answers to an instrument's questions: in the questionnaire's order, whatever order they are given in. */
export function answerPacker(instrument: Instrument): (answers: Answers) => PackedAnswers {
	const questions = questionsOf(instrument).map(({ id, type }) => ({ id, isText: type === 'text' }));
	return (answers) => {
		const closed: string[] = [];
		const texts: PackedAnswers['texts'] = [];
		for (const { id, isText } of questions) {
			const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
			if (answer === undefined) continue;
			if (!isText) closed.push(packedAnswer(id, answer));
			else if (answer !== '') texts.push([id, String(answer)]);
		}
		return { closed: `{${closed.join()}}`, texts, answered: closed.length + texts.length };
	};
}

/** Makes what unpacks them again, each as its question's type has it. */
export function answerUnpacker(instrument: Instrument): (packed: Pick<PackedAnswers, 'closed' | 'texts'>) => Answers {
	const questions = questionsOf(instrument).map(({ id, type }) => ({
		id,
		isNumber: type === 'rating' || type === 'number',
	}));
	return ({ closed, texts }) => {
		const stored = JSON.parse(closed) as Record<string, string | string[]>;
		const answers: Answers = {};
		for (const { id, isNumber } of questions) {
			const answer: AnswerValue | undefined = Object.hasOwn(stored, id) ? stored[id] : undefined;
			if (answer !== undefined) answers[id] = isNumber ? Number(answer) : answer;
		}
		for (const [item, text] of texts) answers[item] = text;
		return answers;
	};
}
