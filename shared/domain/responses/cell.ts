import { isIsoDate } from '#shared/domain/instrument/answer.ts';
import type { AnswerValue, Option } from '#shared/domain/instrument/model.ts';
import type { Question } from '#shared/domain/instrument/questions.ts';
import { readDate } from './date.ts';
import { fold, foldSpace } from './fold.ts';
import { readNumber } from './number.ts';

/**
 * What a cell comes to: an answer, nothing, or why it cannot be read with the part of it that is at fault. `packed`: room for the answer as
 * it is stored, which a reader of rows keeps there.
 */
export type CellReading =
	| { answer: AnswerValue; packed?: string }
	| { answer: null }
	| { reason: 'unknown-option' | 'not-a-number' | 'not-a-date' | 'out-of-range'; value: string };

const nothing = { answer: null } as const;
/** What services write where nothing was answered. An option with such a label comes before. */
const blanks = new Set(['', '-', '–', '—', 'n/a', '#n/a', 'null', '#null!']);
/** Parts of one cell that are looked at; no questionnaire has as many choices. */
const mostParts = 400;

/** Makes the reader of one question's column. Readings of choices are remembered: a column has few different ones. */
export function cellReader(question: Question): (cell: string) => CellReading {
	const read = readerOf(question);
	if (question.type === 'text') return read;
	const known = new Map<string, CellReading>();
	return (cell) => {
		const before = known.get(cell);
		if (before) return before;
		const reading = read(cell);
		if (known.size < 10_000) known.set(cell, reading);
		return reading;
	};
}

function readerOf(question: Question): (cell: string) => CellReading {
	const isBlank = (cell: string) => blanks.has(cell.trim().toLowerCase());
	switch (question.type) {
		case 'scale':
		case 'single': {
			const find = optionFinder(question.options);
			return (cell) => {
				const value = find(cell);
				if (value !== null) return { answer: value };
				return isBlank(cell) ? nothing : { reason: 'unknown-option', value: cell.trim() };
			};
		}
		case 'multiple': {
			const find = optionFinder(question.options);
			return (cell) => {
				const { values, unknown } = splitChoices(cell, find);
				if (unknown !== null) return isBlank(cell) ? nothing : { reason: 'unknown-option', value: unknown };
				const inOrder = question.options.map((one) => one.value).filter((value) => values.includes(value));
				return inOrder.length > 0 ? { answer: inOrder } : nothing;
			};
		}
		case 'ranking': {
			const find = optionFinder(question.options);
			return (cell) => {
				const { values, unknown } = splitChoices(cell, find);
				if (unknown !== null) return isBlank(cell) ? nothing : { reason: 'unknown-option', value: unknown };
				return values.length > 0 ? { answer: [...new Set(values)] } : nothing;
			};
		}
		case 'rating':
		case 'number': {
			const ends = endLabels(question);
			return (cell) => {
				if (isBlank(cell)) return nothing;
				const number = ends.get(fold(cell)) ?? readNumber(cell);
				if (number === null) return { reason: 'not-a-number', value: cell.trim() };
				const whole = question.type === 'number' || Number.isInteger(number);
				const inside = number >= (question.min ?? -Infinity) && number <= (question.max ?? Infinity);
				return whole && inside ? { answer: number } : { reason: 'out-of-range', value: cell.trim() };
			};
		}
		case 'date':
			return (cell) => {
				if (isBlank(cell)) return nothing;
				const date = readDate(cell);
				return date && isIsoDate(date) ? { answer: date } : { reason: 'not-a-date', value: cell.trim() };
			};
		case 'text':
			return (cell) => {
				const text = tidy(cell);
				return text === '' ? nothing : { answer: text };
			};
	}
}

/** A text as it is stored: NFC, LF, no control characters, no space around. */
function tidy(cell: string): string {
	return cell
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, '')
		.normalize('NFC')
		.trim();
}

/**
 * Finds the option a text means: by its label in either language or its stored value; failing an exact one without regard to case and
 * space, then to punctuation, then to a number in front ("4. Stämmer delvis"). A text that two options answer to is neither.
 */
export function optionFinder(options: readonly Option[]): (text: string) => string | null {
	const ways: ((text: string) => string)[] = [(text) => text.normalize('NFC').trim(), foldSpace, fold];
	const names = (option: Option) => [option.label.sv, ...(option.label.en === undefined ? [] : [option.label.en])];
	const maps = ways.flatMap((way) => [
		mapOf(options, (option) => names(option).map(way)),
		mapOf(options, (option) => [way(option.value)]),
	]);
	const lookUp = (text: string): string | null => {
		for (const [index, map] of maps.entries()) {
			const key = ways[index >> 1]?.(text) ?? '';
			const value = key === '' ? undefined : map.get(key);
			if (value !== undefined && value !== null) return value;
		}
		return null;
	};
	return (text) => {
		const found = lookUp(text);
		if (found !== null) return found;
		const numbered = /^\s*\(?\d{1,3}\s*[-–.:)=]\s*(.+)$/su.exec(text);
		return numbered?.[1] ? lookUp(numbered[1]) : null;
	};
}

function mapOf(options: readonly Option[], keys: (option: Option) => string[]): Map<string, string | null> {
	const map = new Map<string, string | null>();
	for (const option of options) {
		for (const key of new Set(keys(option))) map.set(key, map.has(key) ? null : option.value);
	}
	return map;
}

/** Several choices in one cell, apart by `;` `,` `|` or a line end. A label that holds such a sign is found whole: the longest comes first. */
function splitChoices(
	cell: string,
	find: (text: string) => string | null,
): { values: string[]; unknown: string | null } {
	const whole = find(cell);
	if (whole !== null) return { values: [whole], unknown: null };
	const parts = cell.split(/([;,|\n])/u).slice(0, 2 * mostParts);
	const values: string[] = [];
	for (let at = 0; at < parts.length; ) {
		if ((parts[at] ?? '').trim() === '') {
			at += 2;
			continue;
		}
		let end = Math.min(parts.length, at + 2 * 12 - 1);
		let value: string | null = null;
		for (; end > at; end -= 2) {
			value = find(parts.slice(at, end).join(''));
			if (value !== null) break;
		}
		if (value === null) return { values, unknown: (parts[at] ?? '').trim() };
		values.push(value);
		at = end + 1;
	}
	return { values, unknown: null };
}

/** The words at the ends of a rating stand for its ends. */
function endLabels({ item }: Question): Map<string, number> {
	const ends = new Map<string, number>();
	if (item.type !== 'rating') return ends;
	for (const [label, value] of [
		[item.minLabel, item.min],
		[item.maxLabel, item.max],
	] as const) {
		for (const text of [label?.sv, label?.en]) {
			if (text === undefined) continue;
			for (const spelling of [text, `${value} ${text}`]) ends.set(fold(spelling), value);
		}
	}
	return ends;
}
