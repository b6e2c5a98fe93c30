import type { ImportProblem } from '#shared/contract/response.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { cellReader } from './cell.ts';
import type { ColumnMatch } from './columns.ts';
import { readTime } from './date.ts';
import { type PackedAnswers, packedAnswer } from './packed.ts';
import type { SourceRow } from './table.ts';

/** A row that can be stored. */
export interface ReadRow extends PackedAnswers {
	/** 1 is the first after the heading. */
	row: number;
	/** What it is known by at the next import. */
	key: string;
	submittedAt: string | null;
}

/** The longest cell a problem repeats: enough to find it by. */
const shownValue = 200;

/** What a reader tells a problem to. */
type Tell = (problem: ImportProblem) => void;

/**
 * Makes what reads the rows of a file, one by one in their order, under a match of columns: gives a row that can be stored, or null. A row
 * with a cell that cannot be read is left out and each such cell is a problem; so is a row that answers nothing. A row is known by its
 * response's id, else by `hash` of all its cells with its place among the rows of the file that are equal: two equal anonymous answers are
 * two, and the same file again, or one with more rows, brings none of them twice.
 */
export function rowReader(
	columns: readonly ColumnMatch[],
	instrument: Instrument,
	hash: (text: string) => string,
	tell: Tell,
): (row: SourceRow) => ReadRow | null {
	// In the questionnaire's order, in which answers are stored.
	const readers = questionsOf(instrument).flatMap((question) => {
		const column = columns.find(({ target }) => target.kind === 'item' && target.itemId === question.id);
		return column ? [{ ...column, id: question.id, isText: question.type === 'text', read: cellReader(question) }] : [];
	});
	const columnOf = (kind: 'response-id' | 'submitted') => columns.find((one) => one.target.kind === kind);
	const idColumn = columnOf('response-id');
	const timeIndex = columnOf('submitted')?.index ?? -1;
	const ids = new Set<string>();
	const equal = new Map<string, number>();
	return ({ row, cells, flaw }) => {
		const problem = (column: string, value: string, reason: ImportProblem['reason']) =>
			tell({ row, column, value: value.slice(0, shownValue), reason });
		if (flaw) {
			problem('', flaw === 'wrong-cell-count' ? String(cells.length) : (cells.at(-1) ?? ''), flaw);
			return null;
		}
		const id = (cells[idColumn?.index ?? -1] ?? '').normalize('NFC').trim();
		if (id !== '' && ids.has(id)) {
			problem(idColumn?.header ?? '', id, 'duplicate-id');
			return null;
		}
		if (id !== '') ids.add(id);
		let closed = '';
		let answered = 0;
		const texts: ReadRow['texts'] = [];
		let isSound = true;
		for (const { index, header, id: item, isText, read } of readers) {
			const reading = read(cells[index] ?? '');
			if ('reason' in reading) {
				problem(header, reading.value, reading.reason);
				isSound = false;
			} else if (reading.answer !== null) {
				answered++;
				reading.packed ??= isText ? '' : packedAnswer(item, reading.answer);
				if (isText) texts.push([item, String(reading.answer)]);
				else closed += `,${reading.packed}`;
			}
		}
		if (!isSound) return null;
		if (answered === 0) {
			problem('', id, 'empty-row');
			return null;
		}
		return {
			row,
			key: keyOf(cells, id, equal, hash),
			submittedAt: readTime(cells[timeIndex] ?? ''),
			closed: `{${closed.slice(1)}}`,
			texts,
			answered,
		};
	};
}

function keyOf(
	cells: readonly string[],
	id: string,
	equal: Map<string, number>,
	hash: (text: string) => string,
): string {
	if (id !== '') return `id:${id}`;
	const digest = hash(tidyJson(cells));
	const place = (equal.get(digest) ?? 0) + 1;
	equal.set(digest, place);
	return `row:${digest}:${place}`;
}

/** The cells as JSON, each in NFC without space around. Nearly all come that way, which the whole shows at once. */
function tidyJson(cells: readonly string[]): string {
	const whole = JSON.stringify(cells);
	const isTidy = !/\\[tnrfbu]|"\s|\s"/.test(whole) && whole.normalize('NFC') === whole;
	return isTidy ? whole : JSON.stringify(cells.map((cell) => cell.normalize('NFC').trim()));
}
