import { leavesOf } from '#shared/domain/instrument/edit/references.ts';
import type { Answers, AnswerValue, Instrument, Item, LocalText } from '#shared/domain/instrument/model.ts';
import { type Question, questionsOf } from '#shared/domain/instrument/questions.ts';
import { shownIds } from '#shared/domain/instrument/shown.ts';
import { type AnswerProblem, answerCheck } from '#shared/domain/instrument/validate.ts';

/**
 * How one answer of a row breaks a rule of the questionnaire; `unheld`: whether it does was not tried, since its pattern may take for ever;
 * `not-asked`: by the other answers the question was not asked, or the words are to an "other" that was not chosen.
 */
export type AnswerBreach =
	| Exclude<AnswerProblem, { kind: 'lacking' | 'unreadable' }>
	| { id: string; kind: 'unheld' | 'not-asked' };

/** Answers to one question that break the same rule of the questionnaire: they are stored, and told. */
export interface RuleBreach {
	itemId: string;
	kind: AnswerBreach['kind'];
	/** What the rule says: a number, a day (ISO 8601), or the author's own words. */
	limit?: number | undefined;
	day?: string | undefined;
	message?: LocalText | undefined;
	/** How many rows. */
	count: number;
	/** The first ten of them; 1 is the first after the heading. */
	rows: number[];
}

/** Holds a text against a pattern; null where it was not tried. */
export type HoldText = (pattern: string, text: string) => boolean | null;

/** Rows that are named of each rule that is broken. */
const namedRows = 10;

/** Holds one question's answers against its rules. */
export interface BreachCheck {
	/** The rules are of that answer and no other. */
	alone: boolean;
	check: (answer: AnswerValue, answers: Answers) => AnswerBreach | null;
}

/** Makes what checks one question's answers; null where none can break a rule. */
export function breachCheck(question: Question, hold: HoldText): BreachCheck | null {
	let isHeld = true;
	const made = answerCheck(question, (pattern, text) => {
		const matches = hold(pattern, text);
		isHeld = matches !== null;
		return matches !== false;
	});
	return (
		made && {
			alone: made.alone,
			check: (answer, answers) => {
				isHeld = true;
				const problem = made.check(answer, answers);
				// What was read is an answer.
				if (problem && problem.kind !== 'lacking' && problem.kind !== 'unreadable') return problem;
				return isHeld ? null : { id: question.id, kind: 'unheld' };
			},
		}
	);
}

/**
 * Makes what finds the answers of a row that were given to no question; null where none can be. What depends on a question that is not among
 * `read` is not judged: the file does not say.
 * @param read ids of the questions that the file answers
 */
export function askedCheck(
	instrument: Instrument,
	read: ReadonlySet<string>,
): ((answers: Answers) => readonly AnswerBreach[]) | null {
	const judged = new Set<string>();
	const questions = Map.groupBy(questionsOf(instrument), ({ item }) => item.id);
	let section: Item | undefined;
	for (const item of instrument.items) {
		if (item.type === 'section') section = item;
		const rules = [item.shownIf, section?.shownIf].filter((one) => one !== undefined);
		const isKnown = rules.every((one) => leavesOf(one).every((leaf) => read.has(leaf.item)));
		for (const { id, otherOf } of questions.get(item.id) ?? [])
			if (read.has(id) && isKnown && (rules.length > 0 || (otherOf !== null && read.has(otherOf)))) judged.add(id);
	}
	if (judged.size === 0) return null;
	return (answers) => {
		if (!Object.keys(answers).some((id) => judged.has(id))) return [];
		const shown = shownIds(instrument, answers);
		return Object.keys(answers).flatMap((id) =>
			judged.has(id) && !shown.has(id) ? [{ id, kind: 'not-asked' as const }] : [],
		);
	};
}

/** Counts how a file's answers break the rules, by question and rule. */
export function breachCounter(instrument: Instrument) {
	const place = new Map(questionsOf(instrument).map(({ id }, at) => [id, at]));
	const found = new Map<string, RuleBreach>();
	return {
		/** `row`: 1 is the first after the heading. */
		add(row: number, breaches: readonly AnswerBreach[]): void {
			for (const breach of breaches) {
				const key = `${breach.kind} ${breach.id}`;
				const one: RuleBreach = found.get(key) ?? {
					itemId: breach.id,
					kind: breach.kind,
					...saidOf(breach),
					count: 0,
					rows: [],
				};
				found.set(key, one);
				one.count++;
				if (one.rows.length < namedRows) one.rows.push(row);
			}
		},
		/** In the questionnaire's order. */
		all: (): RuleBreach[] =>
			[...found.values()].sort((a, b) => (place.get(a.itemId) ?? 0) - (place.get(b.itemId) ?? 0)),
	};
}

/** What the rule says, which is the same of all who break it. */
function saidOf(breach: AnswerBreach): Pick<RuleBreach, 'limit' | 'day' | 'message'> {
	if ('limit' in breach) return { limit: breach.limit };
	if ('day' in breach) return { day: breach.day };
	return 'message' in breach ? { message: breach.message } : {};
}

/** How many answers break a rule; those that were not held against their pattern are not known to. */
export const brokenAnswers = (breaches: readonly RuleBreach[]): number =>
	breaches.filter(({ kind }) => kind !== 'unheld').reduce((sum, { count }) => sum + count, 0);
