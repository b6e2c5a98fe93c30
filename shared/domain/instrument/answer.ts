import { AppError } from '#shared/contract/errors.ts';
import type { Answers, AnswerValue, Instrument } from './model.ts';
import { type Question, questionsOf } from './questions.ts';

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists in the calendar, written YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
	const match = isoDate.exec(text);
	if (!match) return false;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const date = new Date(Date.UTC(year, month - 1, day));
	date.setUTCFullYear(year);
	return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * An answer as it is stored: choices once each in the order of the options (of a ranking in the respondent's), text in NFC with LF line ends and without space around.
 * @returns null where the value is no possible answer to the question; `undefined` where it says nothing
 */
export function asAnswer(question: Question, value: AnswerValue): AnswerValue | null | undefined {
	switch (question.type) {
		case 'scale':
		case 'single':
			if (value === '') return undefined;
			return typeof value === 'string' && question.options.some((one) => one.value === value) ? value : null;
		case 'multiple': {
			const values = Array.isArray(value) ? value : [value];
			const known = new Set(question.options.map((one) => one.value));
			if (!values.every((one) => typeof one === 'string' && known.has(one))) return null;
			const inOrder = question.options.map((one) => one.value).filter((one) => values.includes(one));
			return inOrder.length > 0 ? inOrder : undefined;
		}
		case 'ranking': {
			const values = [...new Set(Array.isArray(value) ? value : [value])];
			const known = new Set(question.options.map((one) => one.value));
			if (!values.every((one): one is string => typeof one === 'string' && known.has(one))) return null;
			return values.length > 0 ? values : undefined;
		}
		case 'rating':
		case 'number': {
			if (typeof value !== 'number' || !Number.isFinite(value)) return value === '' ? undefined : null;
			if (question.type === 'rating' && !Number.isInteger(value)) return null;
			const inside = value >= (question.min ?? -Infinity) && value <= (question.max ?? Infinity);
			return inside ? value + 0 : null;
		}
		case 'date':
			if (value === '') return undefined;
			return typeof value === 'string' && isIsoDate(value) ? value : null;
		case 'text': {
			if (typeof value !== 'string') return null;
			return value.replace(/\r\n?/g, '\n').normalize('NFC').trim() || undefined;
		}
	}
}

/**
 * All answers as they are stored; those that say nothing are left out.
 * @throws AppError ANSWER_INVALID for an item that the instrument lacks, or a value that is no possible answer to it
 */
export function asAnswers(instrument: Instrument, answers: Answers): Answers {
	const questions = new Map(questionsOf(instrument).map((one) => [one.id, one]));
	const valid: Answers = {};
	for (const [id, value] of Object.entries(answers)) {
		const question = questions.get(id);
		const answer = question ? asAnswer(question, value) : null;
		if (answer === null) throw new AppError('ANSWER_INVALID', { item: id, value: String(value).slice(0, 80) });
		if (answer !== undefined) valid[id] = answer;
	}
	return valid;
}
