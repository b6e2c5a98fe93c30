import type { AnswerValue, Instrument } from '#shared/domain/instrument/model.ts';
import { type Question, questionsOf } from '#shared/domain/instrument/questions.ts';
import { type CellReading, cellReader } from './cell.ts';
import { readChoice } from './choice.ts';
import { type ColumnMatch, itemOf } from './columns.ts';
import { foldedWordings, foldSpace } from './fold.ts';
import { decodeCell, type Service } from './layout.ts';
import { readNumber } from './number.ts';
import type { KeptAnswer } from './packed.ts';

/** Why a cell cannot be read. `same-place`: two alternatives of a ranking have one place. */
export type CellFault = Extract<CellReading, { reason: string }>['reason'] | 'same-place';

/** What one column's cell says of its question: an answer; a choice that was made or not; an alternative with its place; nothing; or why not. */
export type ColumnReading =
	| { answer: AnswerValue; words?: string; kept?: KeptAnswer }
	| { chosen: string; is: boolean }
	| { place: number; value: string }
	| { answer: null }
	| { reason: CellFault; value: string };

const nothing = { answer: null } as const;

/** Makes the reader of one column of an item; null for a column that is none. */
export function columnReader(
	column: ColumnMatch,
	question: Question | undefined,
	service: Service = 'table',
): ((cell: string) => ColumnReading) | null {
	const { target, values, dates, words } = column;
	if (!question) return null;
	const read =
		target.kind === 'item'
			? cellReader(question, { values, dates, words })
			: target.kind === 'choice'
				? choiceReader(question, target.value, values)
				: target.kind === 'rank'
					? rankReader(question, target.value, values)
					: target.kind === 'place'
						? placeReader(question, target.place, values)
						: null;
	if (!read || service !== 'limesurvey-vv') return read;
	return (cell) => read(decodeCell(service, cell));
}

/** What cells were said to mean, by their folded text. */
function meanings(values: ColumnMatch['values']): Map<string, string> {
	return new Map(Object.entries(values ?? {}).map(([cell, meaning]) => [foldSpace(cell), meaning]));
}

/** Keeps what has been read before: a column has few different cells. */
function remembered(read: (cell: string) => ColumnReading): (cell: string) => ColumnReading {
	const known = new Map<string, ColumnReading>();
	return (cell) => {
		const before = known.get(cell);
		if (before) return before;
		const reading = read(cell);
		if (known.size < 1000) known.set(cell, reading);
		return reading;
	};
}

function choiceReader(question: Question, value: string, values: ColumnMatch['values']) {
	const option = question.options.find((one) => one.value === value);
	const labels = foldedWordings(option?.label);
	const own = meanings(values);
	return remembered((cell) => {
		const meaning = own.get(foldSpace(cell));
		const is = meaning === undefined ? readChoice(cell, labels) : meaning === '' ? undefined : meaning !== '0';
		if (is === null) return { reason: 'unknown-option', value: cell.trim() };
		return is === undefined ? nothing : { chosen: value, is };
	});
}

function rankReader(question: Question, value: string, values: ColumnMatch['values']) {
	const own = meanings(values);
	return remembered((cell) => {
		const text = own.get(foldSpace(cell)) ?? cell;
		if (text.trim() === '' || /^\s*(?:[-–—.]|n\/?a)\s*$/i.test(text)) return nothing;
		const place = readNumber(text.replace(/\s*:?\s*(?:a|e|st|nd|rd|th)$/i, ''));
		if (place === null) return { reason: 'not-a-number', value: cell.trim() };
		if (!Number.isInteger(place) || place < 0 || place > question.options.length)
			return { reason: 'out-of-range', value: cell.trim() };
		// Nought is what some write for an alternative that was not ranked.
		return place === 0 ? nothing : { place, value };
	});
}

function placeReader(question: Question, place: number, values: ColumnMatch['values']) {
	const read = cellReader({ ...question, type: 'single' }, { values });
	return remembered((cell) => {
		const reading = read(cell);
		if ('reason' in reading) return reading;
		return typeof reading.answer === 'string' ? { place, value: reading.answer } : nothing;
	});
}

/** One question as a file answers it, from however many columns. */
export interface Field {
	id: string;
	isText: boolean;
	question: Question;
	/** Null where nothing was answered. Faults are told, and count as nothing. */
	read: (cells: readonly string[], tell: (fault: Fault) => void) => { answer: AnswerValue; kept?: KeptAnswer } | null;
}

export interface Fault {
	/** The column's place and heading. */
	index: number;
	header: string;
	value: string;
	reason: CellFault;
}

/** The questions that the columns answer, in the questionnaire's order, in which answers are stored. */
export function fieldsOf(columns: readonly ColumnMatch[], instrument: Instrument, service: Service = 'table'): Field[] {
	const questions = questionsOf(instrument);
	const byId = new Map(questions.map((one) => [one.id, one]));
	const byItem = new Map<string, ReadColumn[]>();
	for (const { index, header, ...column } of columns) {
		const id = itemOf(column.target) ?? '';
		const read = columnReader({ index, header, ...column }, byId.get(id), service);
		if (read) byItem.set(id, [...(byItem.get(id) ?? []), { index, header, read, words: column.words ?? false }]);
	}
	const fields: Field[] = [];
	for (const question of questions) {
		if (question.otherOf !== null) continue;
		const own = byItem.get(question.id) ?? [];
		const other = questions.find(({ otherOf }) => otherOf === question.id);
		const words = other ? (byItem.get(other.id) ?? []) : [];
		if (own.length + words.length === 0) continue;
		const [only] = own;
		const isSimple = own.length === 1 && words.length === 0 && !only?.words && question.type !== 'ranking';
		if (only && isSimple) fields.push(simpleField(question, only));
		else fields.push(...fieldsTogether(question, own, other, words));
	}
	return fields;
}

interface ReadColumn {
	index: number;
	header: string;
	read: (cell: string) => ColumnReading;
	words: boolean;
}

/** One column: what is read of a cell is the answer, and is remembered with it. */
function simpleField(question: Question, { index, header, read }: ReadColumn): Field {
	return {
		id: question.id,
		isText: question.type === 'text',
		question,
		read: (cells, tell) => {
			const reading = read(cells[index] ?? '');
			if ('reason' in reading) tell({ index, header, value: reading.value, reason: reading.reason });
			else if ('chosen' in reading) return reading.is ? { answer: [reading.chosen] } : null;
			else if ('answer' in reading && reading.answer !== null) return reading;
			return null;
		},
	};
}

/** Several columns of one question, and the words to its "other": these may stand in a column of their own or in the same cell. */
function fieldsTogether(
	question: Question,
	own: readonly ReadColumn[],
	other: Question | undefined,
	wordColumns: readonly ReadColumn[],
): Field[] {
	const otherValue = question.options.find((one) => one.other)?.value;
	let words = '';
	const readWords = (cells: readonly string[]) => {
		for (const { index, read } of wordColumns) {
			const reading = read(cells[index] ?? '');
			if ('answer' in reading && typeof reading.answer === 'string') return reading.answer;
		}
		return '';
	};
	const main: Field = {
		id: question.id,
		isText: question.type === 'text',
		question,
		read: (cells, tell) => {
			words = readWords(cells);
			const chosen = new Set<string>();
			const places: [place: number, value: string][] = [];
			let answer: AnswerValue | null = null;
			for (const { index, header, read } of own) {
				const cell = cells[index] ?? '';
				const reading = cell === '' ? nothing : read(cell);
				if ('reason' in reading) {
					// The cell names the "other" in the service's own way; what it stands for is in the words.
					if (reading.reason !== 'unknown-option' || words === '' || otherValue === undefined)
						tell({ index, header, value: reading.value, reason: reading.reason });
				} else if ('chosen' in reading) {
					if (reading.is) chosen.add(reading.chosen);
				} else if ('place' in reading) {
					if (places.some(([place, value]) => place === reading.place || value === reading.value))
						tell({ index, header, value: cell.trim(), reason: 'same-place' });
					else places.push([reading.place, reading.value]);
				} else if (reading.answer !== null) {
					if (reading.words) words = reading.words;
					if (question.type === 'multiple' && Array.isArray(reading.answer))
						for (const value of reading.answer) chosen.add(value);
					else answer = reading.answer;
				}
			}
			if (words !== '' && otherValue !== undefined) {
				if (question.type === 'multiple') chosen.add(otherValue);
				else if (question.type === 'single') answer ??= otherValue;
			}
			if (places.length > 0) answer = places.sort((a, b) => a[0] - b[0]).map(([, value]) => value);
			if (chosen.size > 0) answer = question.options.map((one) => one.value).filter((value) => chosen.has(value));
			return answer === null ? null : { answer };
		},
	};
	if (!other) return [main];
	return [main, { id: other.id, isText: true, question: other, read: () => (words === '' ? null : { answer: words }) }];
}
