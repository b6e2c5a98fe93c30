import type { Database } from 'better-sqlite3';
import type { Answers, AnswerValue, Instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { carrySpan } from '#shared/domain/responses/carry.ts';

/** An answer as rows: one, or one for each choice. */
export function valuesOf(answer: AnswerValue): string[] {
	return Array.isArray(answer) ? answer : [String(answer)];
}

/** The answers of one response from its rows, as the types of the instrument's questions have them. */
export function answersFrom(rows: readonly { item: string; value: string }[], instrument: Instrument): Answers {
	const types = new Map(questionsOf(instrument).map(({ id, type }) => [id, type]));
	const answers: Answers = {};
	for (const { item, value } of rows) {
		const type = types.get(item);
		const before = answers[item];
		if (type === 'multiple' || type === 'ranking') answers[item] = Array.isArray(before) ? [...before, value] : [value];
		else answers[item] = type === 'rating' || type === 'number' ? Number(value) : value;
	}
	return answers;
}

interface AnswerRow {
	id: number;
	item: string;
	ordinal: number;
	value: string;
}

/** Makes the stored answers of a response those given, touching only rows that differ: codings hang on the rows of open answers. */
export function replaceAnswers(db: Database, responseId: number, answers: Answers): void {
	const stored = db
		.prepare('SELECT id, item, ordinal, value FROM answer WHERE response_id = ?')
		.all(responseId) as AnswerRow[];
	const keyOf = (item: string, ordinal: number) => `${ordinal} ${item}`;
	const left = new Map(stored.map((row) => [keyOf(row.item, row.ordinal), row]));
	const insert = db.prepare('INSERT INTO answer (response_id, item, ordinal, value) VALUES (?, ?, ?, ?)');
	for (const [item, answer] of Object.entries(answers)) {
		for (const [ordinal, value] of valuesOf(answer).entries()) {
			const row = left.get(keyOf(item, ordinal));
			left.delete(keyOf(item, ordinal));
			if (!row) insert.run(responseId, item, ordinal, value);
			else if (row.value !== value) changeAnswer(db, row, value);
		}
	}
	const remove = db.prepare('DELETE FROM answer WHERE id = ?');
	for (const row of left.values()) remove.run(row.id);
}

/**
 * Changes an answer's text under its codings: those before and after the change stay on their words, those that the change touches go
 * (undo brings them back). Moved in the order in which none meets another's place.
 */
function changeAnswer(db: Database, row: AnswerRow, value: string): void {
	const codings = db.prepare('SELECT id, start, end FROM coding WHERE answer_id = ? ORDER BY start').all(row.id) as {
		id: number;
		start: number;
		end: number;
	}[];
	if (value.length > row.value.length) codings.reverse();
	for (const coding of codings) {
		const span = carrySpan(row.value, value, coding);
		if (!span) db.prepare('DELETE FROM coding WHERE id = ?').run(coding.id);
		else if (span.start !== coding.start || span.end !== coding.end)
			db.prepare('UPDATE coding SET start = ?, end = ? WHERE id = ?').run(span.start, span.end, coding.id);
	}
	db.prepare('UPDATE answer SET value = ? WHERE id = ?').run(value, row.id);
}
