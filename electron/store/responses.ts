import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { carrySpan } from '#shared/domain/responses/carry.ts';
import type { PackedAnswers } from '#shared/domain/responses/packed.ts';
import { insertRows } from './insert-rows.ts';

/** A response that is new to the project. */
export interface NewResponse extends PackedAnswers {
	/** What guards against storing it twice in its round. */
	sourceKey: string | null;
	/** The respondent's own code, which is the same in every round. */
	code: string | null;
	submittedAt: string | null;
}

export type Origin = 'entry' | 'import' | 'kiosk' | 'interview' | 'form' | 'admin';

/** What may be kept of times in a round: in an anonymous one the day alone. Instants and local times, ISO 8601. */
export interface KeptTimes {
	/** When a response was given; a day, or with its time. */
	given: (time: string | null) => string | null;
	/** When a row was made: an instant, in an anonymous round the day's first. */
	made: (now: string) => string;
}

/** @see KeptTimes */
export function keptTimes(db: Database, roundId: number): KeptTimes {
	const promise = db.prepare('SELECT promise FROM round WHERE id = ?').pluck().get(roundId);
	if (promise !== 'anonymous') return { given: (time) => time, made: (now) => now };
	return { given: (time) => time?.slice(0, 10) ?? null, made: (now) => `${now.slice(0, 10)}T00:00:00Z` };
}

interface Common {
	roundId: number;
	status: 'partial' | 'complete';
	origin: Origin;
	/** Instant, ISO 8601 in UTC. */
	now: string;
}

const columns = ['uid', 'source_key', 'code', 'submitted_at', 'answered', 'open_answers', 'answers'];

/**
 * Stores responses of a round inside a command, in an anonymous round without their times of day: all responses, then all answers in words,
 * so that undo notes each as one range. They are gone through once, and may come one by one.
 * @returns the numbers of the first and the last, without gaps between; null for none
 * @throws AppError ROUND_CLOSED where there is one and the round takes no more
 */
export function insertResponses(
	db: Database,
	responses: Iterable<NewResponse>,
	{ roundId, status, origin, now }: Common,
): { first: number; last: number } | null {
	const times = keptTimes(db, roundId);
	const common = { round_id: roundId, status, origin, created_at: times.made(now) };
	const closed = db.prepare('SELECT name FROM round WHERE id = ? AND closed_at IS NOT NULL').pluck().get(roundId);
	const words: [place: number, item: string, text: string][] = [];
	const range = insertRows(db, 'response', columns, rows(), common);
	if (range) insertRows(db, 'answer', ['response_id', 'item', 'value'], texts(range.first));
	return range;

	function* rows() {
		let place = 0;
		for (const { sourceKey, code, submittedAt, answered, texts, closed: answers } of responses) {
			if (closed !== undefined) throw new AppError('ROUND_CLOSED', { name: String(closed) });
			for (const [item, text] of texts) words.push([place, item, text]);
			place++;
			yield [randomUUID(), sourceKey, code, times.given(submittedAt), answered, texts.length, answers];
		}
	}
	function* texts(first: number) {
		for (const [place, item, text] of words) yield [first + place, item, text];
	}
}

/** The stored answers of a response. */
export function readPacked(db: Database, responseId: number): Pick<PackedAnswers, 'closed' | 'texts'> {
	const closed = db.prepare('SELECT answers FROM response WHERE id = ?').pluck().get(responseId) as string;
	const texts = db.prepare('SELECT item, value FROM answer WHERE response_id = ? ORDER BY item').raw().all(responseId);
	return { closed, texts: texts as PackedAnswers['texts'] };
}

interface AnswerRow {
	id: number;
	item: string;
	value: string;
}

/** Makes the stored answers of a response those given, touching only what differs: codings hang on the rows of answers in words. */
export function replaceAnswers(db: Database, responseId: number, { closed, texts, answered }: PackedAnswers): void {
	db.prepare('UPDATE response SET answers = ?, answered = ?, open_answers = ? WHERE id = ?').run(
		closed,
		answered,
		texts.length,
		responseId,
	);
	const stored = db.prepare('SELECT id, item, value FROM answer WHERE response_id = ?').all(responseId) as AnswerRow[];
	const left = new Map(stored.map((row) => [row.item, row]));
	const insert = db.prepare('INSERT INTO answer (response_id, item, value) VALUES (?, ?, ?)');
	for (const [item, text] of texts) {
		const row = left.get(item);
		left.delete(item);
		if (!row) insert.run(responseId, item, text);
		else if (row.value !== text) changeText(db, row, text);
	}
	const remove = db.prepare('DELETE FROM answer WHERE id = ?');
	for (const row of left.values()) remove.run(row.id);
}

/**
 * Changes an answer's text under its codings: those before and after the change stay on their words, those that the change touches go
 * (undo brings them back). Moved in the order in which none meets another's place.
 */
function changeText(db: Database, row: AnswerRow, text: string): void {
	const codings = db.prepare('SELECT id, start, end FROM coding WHERE answer_id = ? ORDER BY start').all(row.id) as {
		id: number;
		start: number;
		end: number;
	}[];
	if (text.length > row.value.length) codings.reverse();
	for (const coding of codings) {
		const span = carrySpan(row.value, text, coding);
		if (!span) db.prepare('DELETE FROM coding WHERE id = ?').run(coding.id);
		else if (span.start !== coding.start || span.end !== coding.end)
			db.prepare('UPDATE coding SET start = ?, end = ? WHERE id = ?').run(span.start, span.end, coding.id);
	}
	db.prepare('UPDATE answer SET value = ? WHERE id = ?').run(text, row.id);
}

/**
 * What each response of a round answers to some questions: the stored texts in the questions' order, several choices one after another. A
 * response without an answer to any of them comes with an empty list.
 */
export function readItems(db: Database, roundId: number, items: readonly string[]): Map<number, string[]> {
	const texts = new Map<number, Map<string, string>>();
	const words = db
		.prepare(`SELECT answer.response_id, answer.item, answer.value FROM response CROSS JOIN answer ON answer.response_id = response.id
			WHERE response.round_id = ? AND answer.item IN (SELECT value FROM json_each(?))`)
		.raw()
		.iterate(roundId, JSON.stringify(items)) as Iterable<[number, string, string]>;
	for (const [id, item, value] of words) texts.set(id, (texts.get(id) ?? new Map<string, string>()).set(item, value));
	const rows = db.prepare('SELECT id, answers FROM response WHERE round_id = ? ORDER BY id').raw().all(roundId) as [
		number,
		string,
	][];
	return new Map(
		rows.map(([id, answers]) => {
			const closed = JSON.parse(answers) as Record<string, string | string[]>;
			return [
				id,
				items.flatMap(
					(item) => texts.get(id)?.get(item) ?? (Object.hasOwn(closed, item) ? closed[item] : undefined) ?? [],
				),
			];
		}),
	);
}
