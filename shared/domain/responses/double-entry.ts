import type { Answers, AnswerValue, Instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { isAnswer, shownIds } from '#shared/domain/instrument/shown.ts';

/** One answer that two entries of the same paper do not agree on; null where one has none. */
export interface EntryDifference {
	item: string;
	first: AnswerValue | null;
	second: AnswerValue | null;
}

/**
 * What two entries of the same paper differ in, in the questionnaire's order, and how many answers were compared: those to every question that
 * either is asked. Texts differ by their words, not by spaces and line ends.
 */
export function entryDifferences(
	instrument: Instrument,
	first: Answers,
	second: Answers,
): { compared: number; differences: EntryDifference[] } {
	const asked = new Set([...shownIds(instrument, first), ...shownIds(instrument, second)]);
	const compared = questionsOf(instrument).filter(({ id }) => asked.has(id));
	const of = (answers: Answers, id: string) => {
		const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
		return answer !== undefined && isAnswer(answer) ? answer : null;
	};
	const differences = compared
		.map(({ id }) => ({ item: id, first: of(first, id), second: of(second, id) }))
		.filter((one) => sameText(one.first) !== sameText(one.second));
	return { compared: compared.length, differences };
}

const sameText = (answer: AnswerValue | null) =>
	JSON.stringify(typeof answer === 'string' ? answer.normalize('NFC').replace(/\s+/g, ' ').trim() : answer);

/** How many of the latest papers the pace is taken over. */
const latest = 10;
/** Papers before there is a pace to speak of. */
const fewest = 3;

/**
 * Papers an hour at the pace of the latest ten. `times` are milliseconds since 1970: when one began, and when each paper was finished.
 * @returns null until three are finished
 */
export function formsPerHour(times: readonly number[]): number | null {
	const last = times.slice(-latest - 1);
	const [began, ended] = [last[0], last[last.length - 1]];
	if (last.length <= fewest || began === undefined || ended === undefined || ended <= began) return null;
	return (3_600_000 * (last.length - 1)) / (ended - began);
}
