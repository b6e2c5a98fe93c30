import type { ImportProblem } from '#shared/contract/response.ts';
import type { Answers, Instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { cellReader } from './cell.ts';
import type { ColumnMatch } from './columns.ts';
import type { CsvTable } from './csv.ts';
import { readTime } from './date.ts';

/** A row that can be stored. `key` is what it is known by at the next import. */
export interface ReadRow {
	/** 1 is the first after the heading. */
	row: number;
	key: string;
	submittedAt: string | null;
	answers: Answers;
}

/** The longest cell a problem repeats: enough to find it by. */
const shownValue = 200;

/**
 * Reads the rows of a file under a match of columns. A row with a cell that cannot be read is left out and each such cell is a problem; a
 * row that is blank altogether is no row. A row is known by its response's id, else by `hash` of all its cells with its place among the
 * rows of the file that are equal: two equal anonymous answers are two, and the same file again, or one with more rows, brings none of them twice.
 */
export function readRows(
	table: CsvTable,
	columns: readonly ColumnMatch[],
	instrument: Instrument,
	hash: (text: string) => string,
): { read: number; rows: ReadRow[]; problems: ImportProblem[] } {
	const questions = new Map(questionsOf(instrument).map((one) => [one.id, one]));
	const readers = columns.flatMap(({ index, header, target }) => {
		const question = target.kind === 'item' ? questions.get(target.itemId) : undefined;
		return question ? [{ index, header, id: question.id, read: cellReader(question) }] : [];
	});
	const indexOf = (kind: 'response-id' | 'submitted') => columns.find((one) => one.target.kind === kind)?.index ?? -1;
	const idIndex = indexOf('response-id');
	const timeIndex = indexOf('submitted');
	const flaws = new Map(table.flaws.map(({ row, reason }) => [row, reason]));

	const rows: ReadRow[] = [];
	const problems: ImportProblem[] = [];
	const ids = new Set<string>();
	const equal = new Map<string, number>();
	let read = 0;
	for (const [index, cells] of table.rows.entries()) {
		if (cells.every((cell) => cell.trim() === '')) continue;
		read++;
		const row = index + 1;
		const problem = (column: string, value: string, reason: ImportProblem['reason']) =>
			problems.push({ row, column, value: value.slice(0, shownValue), reason });
		const flaw = flaws.get(row);
		if (flaw) {
			problem('', flaw === 'wrong-cell-count' ? String(cells.length) : (cells[cells.length - 1] ?? ''), flaw);
			continue;
		}
		const id = (cells[idIndex] ?? '').normalize('NFC').trim();
		if (id !== '' && ids.has(id)) {
			problem(table.header[idIndex] ?? '', id, 'duplicate-id');
			continue;
		}
		if (id !== '') ids.add(id);
		const answers: Answers = {};
		const before = problems.length;
		for (const reader of readers) {
			const reading = reader.read(cells[reader.index] ?? '');
			if ('reason' in reading) problem(reader.header, reading.value, reading.reason);
			else if (reading.answer !== null) answers[reader.id] = reading.answer;
		}
		if (problems.length > before) continue;
		if (Object.keys(answers).length === 0) {
			problem('', id, 'empty-row');
			continue;
		}
		rows.push({ row, key: keyOf(cells, id, equal, hash), submittedAt: readTime(cells[timeIndex] ?? ''), answers });
	}
	return { read, rows, problems };
}

function keyOf(
	cells: readonly string[],
	id: string,
	equal: Map<string, number>,
	hash: (text: string) => string,
): string {
	if (id !== '') return `id:${id}`;
	const digest = hash(JSON.stringify(cells.map((cell) => cell.normalize('NFC').trim())));
	const place = (equal.get(digest) ?? 0) + 1;
	equal.set(digest, place);
	return `row:${digest}:${place}`;
}
