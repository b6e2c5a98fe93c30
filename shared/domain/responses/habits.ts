import type { Instrument } from '#shared/domain/instrument/model.ts';
import { type Question, questionsOf } from '#shared/domain/instrument/questions.ts';
import { cellReader, optionFinder } from './cell.ts';
import { readChoice } from './choice.ts';
import type { CodedVariable } from './codebook.ts';
import { type ColumnMatch, itemOf } from './columns.ts';
import { type DateOrder, dateOrderOf } from './date.ts';
import { fold, foldedWordings, foldSpace } from './fold.ts';
import type { Service } from './layout.ts';
import { isMissingWord, missingCodes, saysMissing } from './missing-codes.ts';
import { readNumber } from './number.ts';

/** What a person should know of how a column was taken, beside what it belongs to. */
export interface ColumnNote {
	index: number;
	kind:
		| 'dates-open' // every day can be read both ways
		| 'dates-mixed' // days that contradict each other
		| 'dates-month-first'
		| 'places' // codes taken for the alternatives' places
		| 'two-is-no' // of a choice: 1 is chosen and 2 is not
		| 'missing' // codes taken for no answer
		| 'words' // what is no alternative is the words to "other"
		| 'formula' // cells that begin like a formula are kept as text
		| 'same-heading'; // a column before it has the same heading
	/** Examples: the codes, or the cell. */
	detail?: string;
}

/** Different cells of a column that are looked at. */
const mostDifferent = 200;

/** The different cells of a column, tidied by space, with the first spelling of each; blank ones left out. */
export function differentCells(cells: Iterable<string>): string[] {
	const seen = new Map<string, string>();
	for (const cell of cells) {
		const key = foldSpace(cell);
		if (key !== '' && !seen.has(key)) seen.set(key, cell.trim());
		if (seen.size >= mostDifferent) break;
	}
	return [...seen.values()];
}

/**
 * How each matched column is to be read, by its cells and a value list: which codes stand for which alternatives or for no answer, and which
 * number of a day is the month. What was decided before, by a person or in a saved match, stays.
 */
export function proposeHabits(
	columns: readonly ColumnMatch[],
	instrument: Instrument,
	context: {
		service: Service;
		cells: (index: number) => readonly string[];
		coded: (index: number) => CodedVariable | undefined;
	},
): { columns: ColumnMatch[]; notes: ColumnNote[] } {
	const questions = new Map(questionsOf(instrument).map((one) => [one.id, one]));
	const notes: ColumnNote[] = [];
	const hasWords = new Set(columns.map(({ target }) => questions.get(itemOf(target) ?? '')?.otherOf ?? ''));
	const headings = new Map<string, number>();
	const result = columns.map((column): ColumnMatch => {
		const { index, target, header } = column;
		const same = fold(header);
		if (same !== '' && headings.has(same)) notes.push({ index, kind: 'same-heading' });
		headings.set(same, index);
		if (target.kind === 'ignore') return column;
		const cells = context.cells(index);
		if (target.kind === 'submitted') return { ...column, ...datesOf(column, cells, notes) };
		const question = questions.get(itemOf(target) ?? '');
		if (!question) return column;
		const formula = cells.find((cell) => /^[=@]|^[+-][^\d\s.,]/.test(cell) && question.type === 'text');
		if (formula !== undefined) notes.push({ index, kind: 'formula', detail: formula.slice(0, 60) });
		if (question.type === 'date') return { ...column, ...datesOf(column, cells, notes) };
		const words = wordsOf(column, question, cells, context.service, hasWords);
		if (words) notes.push({ index, kind: 'words' });
		const values = column.values ?? valuesOf(column, question, cells, context.coded(index), notes);
		const missing = readAsMissing(values, cells);
		if (missing.length > 0) notes.push({ index, kind: 'missing', detail: missing.slice(0, 5).join(', ') });
		return {
			...column,
			...(words === undefined ? {} : { words }),
			...(values && (column.values || Object.keys(values).length > 0) ? { values } : {}),
		};
	});
	return { columns: result, notes };
}

/** The cells of a column that are read as no answer, whoever decided so. */
function readAsMissing(values: ColumnMatch['values'], cells: readonly string[]): string[] {
	const codes = new Set(Object.entries(values ?? {}).flatMap(([code, value]) => (value === '' ? foldSpace(code) : [])));
	return codes.size === 0 ? [] : differentCells(cells).filter((cell) => codes.has(foldSpace(cell)));
}

function datesOf(column: ColumnMatch, cells: readonly string[], notes: ColumnNote[]): { dates?: DateOrder } {
	const { index } = column;
	if (column.dates) return { dates: column.dates };
	const order = dateOrderOf(cells);
	if (order === 'open' || order === 'mixed') {
		notes.push({ index, kind: order === 'open' ? 'dates-open' : 'dates-mixed', detail: cells[0] ?? '' });
		return {};
	}
	if (order !== 'mdy') return {};
	notes.push({ index, kind: 'dates-month-first' });
	return { dates: 'mdy' };
}

/**
 * Google Forms and Microsoft Forms put what is typed at "Other" in the same cell as the choices: Google's help on its responses, and the
 * public exports of Microsoft's that programs read.
 */
function wordsOf(
	column: ColumnMatch,
	question: Question,
	cells: readonly string[],
	service: Service,
	hasWords: ReadonlySet<string>,
): boolean | undefined {
	if (column.words !== undefined) return column.words;
	const fits = service === 'google-forms' || service === 'microsoft-forms';
	if (!fits || column.target.kind !== 'item' || hasWords.has(question.id)) return undefined;
	if (question.type !== 'single' && question.type !== 'multiple') return undefined;
	if (!question.options.some((one) => one.other)) return undefined;
	const read = cellReader(question);
	return cells.some((cell) => 'reason' in read(cell)) ? true : undefined;
}

function valuesOf(
	{ index, target }: ColumnMatch,
	question: Question,
	cells: readonly string[],
	coded: CodedVariable | undefined,
	notes: ColumnNote[],
): Record<string, string> | undefined {
	const values: Record<string, string> = {};
	const different = differentCells(cells);
	if (coded) Object.assign(values, codedValues(target, question, coded));
	const missing = (code: string) => {
		values[code] = '';
	};
	const unread = different.filter((cell) => values[cell] === undefined && !isRead(cell, target, question));
	const told = unread.filter((cell) => saysMissing(cell));
	// Within the bounds of a number a code looks like an answer, and only stands out by being far from the others.
	if (question.type === 'number' && target.kind === 'item')
		told.push(...missingCodes(different.filter((cell) => !told.includes(cell))));
	if (question.type === 'text') told.push(...different.filter((cell) => /^(?:-9{1,3}|#null!|null)$/i.test(cell)));
	for (const cell of new Set(told)) missing(cell);
	// A spreadsheet or a program for statistics wrote whole numbers as decimals.
	for (const cell of unread.filter((one) => /^\d+[.,]0+$/.test(one) && values[one] === undefined)) {
		const found = optionFinder(question.options)(String(Number.parseInt(cell, 10)));
		if (found !== null) values[cell] = found;
	}
	const rest = unread.filter((cell) => values[cell] === undefined);
	if (
		target.kind === 'choice' &&
		rest.includes('2') &&
		different.every((cell) => ['1', '2'].includes(cell) || values[cell] === '')
	) {
		values['2'] = '0';
		notes.push({ index, kind: 'two-is-no' });
	} else if (question.options.length > 0 && target.kind === 'item' && rest.length > 0) {
		const places = placeValues(
			different.filter((cell) => values[cell] === undefined),
			question,
		);
		if (places) {
			Object.assign(values, places);
			notes.push({ index, kind: 'places', detail: Object.keys(places).slice(0, 5).join(', ') });
		}
	}
	return values;
}

function isRead(cell: string, target: ColumnMatch['target'], question: Question): boolean {
	if (target.kind === 'choice') {
		const option = question.options.find((one) => one.value === target.value);
		const labels = foldedWordings(option?.label);
		return readChoice(cell, labels) !== null;
	}
	if (target.kind === 'rank') {
		const place = readNumber(cell);
		return place !== null && place <= question.options.length;
	}
	return !('reason' in cellReader(target.kind === 'place' ? { ...question, type: 'single' } : question)(cell));
}

/** A value list's codes as what they stand for in this question; those of missing answers as none. */
function codedValues(target: ColumnMatch['target'], question: Question, coded: CodedVariable): Record<string, string> {
	const values: Record<string, string> = {};
	const find = optionFinder(question.options);
	const option = 'value' in target ? question.options.find((one) => one.value === target.value) : undefined;
	const labels = foldedWordings(option?.label);
	for (const { code, label } of coded.values) {
		if (target.kind === 'choice') {
			const is = readChoice(label, labels);
			if (typeof is === 'boolean') values[code] = is ? '1' : '0';
			continue;
		}
		const found = question.options.length > 0 ? find(label) : null;
		if (found !== null) values[code] = found;
		else if (isMissingWord(label) || coded.missing.includes(code)) values[code] = '';
	}
	for (const code of coded.missing) values[code] ??= '';
	return values;
}

/** Cells that are all whole numbers from 1 to the number of alternatives, none of them an alternative's own: their places. */
function placeValues(cells: readonly string[], question: Question): Record<string, string> | null {
	const find = optionFinder(question.options);
	const parts =
		question.type === 'multiple' || question.type === 'ranking'
			? cells.flatMap((cell) => cell.split(/[;,|\n]/))
			: [...cells];
	const codes = [...new Set(parts.map((one) => one.trim()).filter((one) => one !== ''))];
	const values: Record<string, string> = {};
	for (const code of codes) {
		if (!/^0*\d{1,3}(?:[.,]0+)?$/.test(code) || find(code) !== null) return null;
		const option = question.options[Number.parseInt(code, 10) - 1];
		if (!option) return null;
		values[code] = option.value;
	}
	return codes.length > 0 ? values : null;
}
