import { asAnswer, isIsoDate } from '#shared/domain/instrument/answer.ts';
import type { AnswerValue, Option } from '#shared/domain/instrument/model.ts';
import type { Question } from '#shared/domain/instrument/questions.ts';
import { type DateOrder, readDate, readSerial } from './date.ts';
import { fold, foldSpace } from './fold.ts';
import { readNumber } from './number.ts';
import type { KeptAnswer } from './packed.ts';

/**
 * What a cell comes to: an answer, nothing, or why it cannot be read with the part of it that is at fault. `words`: those to the question's
 * "other", where they stand in the same cell. `kept`: room for the answer as it is stored, which a reader of rows keeps there.
 */
export type CellReading =
	| { answer: AnswerValue; words?: string; kept?: KeptAnswer }
	| { answer: null }
	| { reason: 'unknown-option' | 'not-a-number' | 'not-a-date' | 'out-of-range'; value: string };

const nothing = { answer: null } as const;
/** What services write where nothing was answered. An option with such a label comes before. */
const blanks = new Set(['', '-', '–', '—', 'n/a', '#n/a', 'null', '#null!']);
/** Parts of one cell that are looked at; no questionnaire has as many choices. */
const mostParts = 400;

/** How a column is to be read beside its question. */
export interface CellHabits {
	/** @see ColumnMatch.values */
	values?: Readonly<Record<string, string>> | undefined;
	dates?: DateOrder | undefined;
	/** A text that is none of the alternatives is the words to "other": so write services that let one type into the list. */
	words?: boolean | undefined;
}

/** Makes the reader of one question's column. Readings of choices are remembered: a column has few different ones. */
export function cellReader(question: Question, habits: CellHabits = {}): (cell: string) => CellReading {
	const own = new Map(Object.entries(habits.values ?? {}).map(([cell, value]) => [foldSpace(cell), value]));
	const ordinary = readerOf(question, own, habits);
	const read =
		own.size === 0 ? ordinary : (cell: string) => meant(question, own.get(foldSpace(cell))) ?? ordinary(cell);
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

/** What a cell was said to mean, or undefined where it was not, or means nothing this question can have. */
function meant(question: Question, value: string | undefined): CellReading | undefined {
	if (value === undefined) return undefined;
	if (value === '') return nothing;
	const isNumber = question.type === 'rating' || question.type === 'number';
	const isList = question.type === 'multiple' || question.type === 'ranking';
	const answer = asAnswer(question, isNumber ? Number(value) : isList ? [value] : value);
	return answer === null || answer === undefined ? undefined : { answer };
}

function readerOf(
	question: Question,
	own: ReadonlyMap<string, string>,
	{ dates, words }: CellHabits,
): (cell: string) => CellReading {
	const isBlank = (cell: string) => blanks.has(cell.trim().toLowerCase());
	const byLabel = optionFinder(question.options);
	const find = own.size === 0 ? byLabel : (text: string) => own.get(foldSpace(text)) ?? byLabel(text);
	const other = words ? question.options.find((one) => one.other)?.value : undefined;
	switch (question.type) {
		case 'scale':
		case 'single': {
			return (cell) => {
				const value = byLabel(cell);
				if (value !== null) return { answer: value };
				if (isBlank(cell)) return nothing;
				if (other !== undefined) return { answer: other, words: tidy(cell) };
				return { reason: 'unknown-option', value: cell.trim() };
			};
		}
		case 'multiple': {
			return (cell) => {
				const { values, unknown, rest } = splitChoices(cell, find);
				if (unknown !== null && isBlank(cell)) return nothing;
				if (unknown !== null && other === undefined) return { reason: 'unknown-option', value: unknown };
				const chosen = unknown === null ? values : [...values, other];
				const inOrder = question.options.map((one) => one.value).filter((value) => chosen.includes(value));
				if (inOrder.length === 0) return nothing;
				return unknown === null
					? { answer: inOrder }
					: { answer: inOrder, words: tidy(rest.replace(/[;,|\s]+$/u, '')) };
			};
		}
		case 'ranking': {
			return (cell) => {
				const { values, unknown } = splitChoices(cell, find);
				if (unknown !== null) return isBlank(cell) ? nothing : { reason: 'unknown-option', value: unknown };
				const ranked = [...new Set(values)].filter((value) => value !== '');
				return ranked.length > 0 ? { answer: ranked } : nothing;
			};
		}
		case 'rating':
		case 'number': {
			const ends = endLabels(question);
			const bare = unitTaker(question);
			return (cell) => {
				if (isBlank(cell)) return nothing;
				const number =
					ends.get(fold(cell)) ?? readNumber(bare(cell)) ?? (question.type === 'rating' ? numberInFront(cell) : null);
				if (number === null) return { reason: 'not-a-number', value: cell.trim() };
				const whole = question.type === 'number' || Number.isInteger(number);
				const inside = number >= (question.min ?? -Infinity) && number <= (question.max ?? Infinity);
				return whole && inside ? { answer: number } : { reason: 'out-of-range', value: cell.trim() };
			};
		}
		case 'date':
			return (cell) => {
				if (isBlank(cell)) return nothing;
				const date = readDate(cell, dates) ?? readSerial(cell)?.slice(0, 10);
				return date && isIsoDate(date) ? { answer: date } : { reason: 'not-a-date', value: cell.trim() };
			};
		case 'text':
			return (cell) => {
				const text = tidy(cell);
				return text === '' ? nothing : { answer: text };
			};
	}
}

/** Takes the question's own unit off the end of a cell: "3 år", "12,5km". */
function unitTaker({ item }: Question): (cell: string) => string {
	const units = item.type === 'number' && item.unit ? [item.unit.sv, item.unit.en ?? ''].map(foldSpace) : [];
	return (cell) => {
		const text = foldSpace(cell);
		const unit = units.find((one) => one !== '' && text.endsWith(one));
		return unit === undefined ? cell : text.slice(0, -unit.length).trimEnd();
	};
}

/** "10 – mycket stor", "5 (nöjd)": a point of a scale with its label. */
function numberInFront(cell: string): number | null {
	const match = /^\s*(\d{1,3})\s*(?:[-–—.:=(]|\s)\s*\D/.exec(cell);
	return match ? Number(match[1]) : null;
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
): { values: string[]; unknown: string | null; rest: string } {
	const whole = find(cell);
	if (whole !== null) return { values: [whole], unknown: null, rest: '' };
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
		if (value === null) return { values, unknown: (parts[at] ?? '').trim(), rest: parts.slice(at).join('') };
		values.push(value);
		at = end + 1;
	}
	return { values, unknown: null, rest: '' };
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
