import { boxesBeside, numbersBeside, optionsBeside } from './beside.ts';

/** What a line of a questionnaire written as a text looks like. */
export type Line =
	| { kind: 'gap' }
	| { kind: 'heading'; text: string }
	/** `number`: empty where it has none. `numbers`: a scale on the same line. `loose`: what of it is uncertain. */
	| {
			kind: 'question';
			number: string;
			text: string;
			cells: string[];
			numbers?: Numbers | null;
			loose?: ('row' | 'number')[];
	  }
	/** A sub-item or an option with a dash, a bullet or a letter before it. */
	| { kind: 'point'; letter: string; text: string; cells: string[] }
	/** Options that each have a box before them. */
	| { kind: 'boxes'; texts: string[] }
	/** Words in columns: options in one row, the head of a table, or a statement with empty columns after it. */
	| { kind: 'cells'; cells: string[] }
	/** Numbers in a row, with words at the ends. */
	| ({ kind: 'numbers' } & Numbers)
	| { kind: 'field' }
	| { kind: 'plain'; text: string };

/** Whole numbers from one to another, and words at the ends; empty where there are none. */
export interface Numbers {
	min: number;
	max: number;
	low: string;
	high: string;
}

const box = '[☐☑☒□■○◯●◦❍❏❑❒◻⬜⭘⚪]|\\[ ?[xX]?\\]|\\( {0,2}\\)';
const boxAtStart = new RegExp(`^(?:(?:${box})\\s*\\S|o \\S)`);
const boxAnywhere = new RegExp(`(?:${box})`, 'g');
const onlyBoxes = new RegExp(`^(?:${box}|o|O|\\d{1,2}|[_.…]*|\\s)*$`);
const field = /^[^\p{L}\p{N}]*[_.…]{4,}[\s_.…]*$/u;

/** The word that says that options come. */
const scaleWord = /^\s*(?:svarsalternativ|alternativ|skala|svarsskala|response options|options|scale)\s*:\s*/i;

/** The lines of a text, each with what it looks like. */
export function linesOf(source: string): Line[] {
	const lines = source
		.replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n')
		.replace(/[\u00a0\u2007\u202f]/g, ' ')
		.split('\n')
		.slice(0, 20_000)
		.map(numberedLines());
	// Where an empty line follows on nearly every line, it says nothing.
	const words = lines.flatMap((line, at) => (line.kind === 'gap' ? [] : [lines[at + 1]?.kind === 'gap' ? 1 : 0]));
	const spaced = words.length > 5 && words.reduce((sum: number, one) => sum + one, 0) > words.length * 0.8;
	return spaced ? lines.filter((line, at) => line.kind !== 'gap' || lines[at - 1]?.kind === 'gap') : lines;
}

/**
 * Reads lines in their order: "7 Rangordna …" after question 6 is question 7 although no sign stands after its number, where no list of
 * numbers without a sign has begun under the question.
 */
function numberedLines(): (raw: string) => Line {
	let [last, isList] = [0, false];
	return (raw) => {
		const line = raw.slice(0, 4000);
		const bare = /^\s*(\d{1,3})\s+(\p{Lu}.*)$/u.exec(line);
		const isNext = bare !== null && last > 0 && !isList && Number(bare[1]) === last + 1;
		const read = lineOf(isNext ? `${bare[1]}. ${bare[2]}` : line);
		if (read.kind === 'question' && read.number !== '') [last, isList] = [Number.parseInt(read.number, 10), false];
		else if (/^\s*\d{1,3}\s+\p{L}/u.test(line)) isList = true;
		return isNext && read.kind === 'question' ? { ...read, loose: [...(read.loose ?? []), 'number'] } : read;
	};
}

/** What a line looks like. */
export function lineOf(raw: string): Line {
	const line = raw.replace(/ +$/, '');
	const text = line.trim();
	if (text === '') return { kind: 'gap' };
	if (field.test(text)) return { kind: 'field' };
	const heading = /^#{1,6}\s+(.+)$/.exec(text);
	const inHeading = heading?.[1] ?? text;
	const numbered =
		/^(?:(?:fråga|question|fr\.?|q)\s*)(\d{1,3}\s?[a-z]?)\s*[.):–:-]?(?:\s+(.*))?$/i.exec(inHeading) ??
		/^(\d{1,3}\s?[a-h]?)\s*[.):]\s*(.+)$/i.exec(inHeading);
	const isNumbered = numbered !== null && !/^\d/.test(numbered[2] ?? '');
	const asked = isNumbered ? (numbered[2] ?? '') : text;
	const number = isNumbered ? (numbered[1] ?? '').replace(/\s/g, '').toLowerCase() : '';
	const scored = numbersBeside(asked);
	const on = scored && asNumbers(scored.numbers);
	if (scored && on) return { kind: 'question', number, text: scored.text, cells: [], numbers: on };
	const numbers = asNumbers(text);
	if (numbers) return numbers;
	const boxed = boxesBeside(asked, boxAnywhere);
	if (isNumbered) {
		const beside = boxed ?? optionsBeside(asked);
		const [words = '', ...cells] = beside ? [beside.text, ...beside.options] : cellsOf(asked);
		return { kind: 'question', number, text: words, cells, ...(beside?.isLoose ? { loose: ['row'] } : {}) };
	}
	if (heading) return { kind: 'heading', text: inHeading.trim() };
	if (boxAtStart.test(text)) {
		const texts = text
			.replace(/^o /, '☐ ')
			.split(boxAnywhere)
			.map((one) => one.trim())
			.filter((one) => one !== '');
		return { kind: 'boxes', texts: texts.length === 1 ? texts : texts.map((one) => one.replace(/\t+/g, ' ')) };
	}
	const point = /^(?:([-–—•·*‣▪◦])|([a-h])[.)])\s+(.+)$/.exec(text);
	if (point) {
		const cells = cellsOf(point[3] ?? '');
		return { kind: 'point', letter: point[2] ?? '', text: cells[0] ?? '', cells: cells.slice(1) };
	}
	const beside = scaleWord.test(text) ? null : boxed && /[?:]$/.test(boxed.text) ? boxed : optionsBeside(text);
	if (beside) {
		const loose = beside.isLoose ? { loose: ['row' as const] } : {};
		return { kind: 'question', number: '', text: beside.text, cells: beside.options, ...loose };
	}
	const cells = cellsOf(line.replace(scaleWord, ''));
	// A head that is set in above the columns has nothing above the statements.
	if (cells.length > 1 && /^ {3,}\S/.test(line) && !/[\t|]/.test(line)) cells.unshift('');
	if (cells.length > 1) return { kind: 'cells', cells };
	return { kind: 'plain', text };
}

/** The columns of a line: with tabs, wide spaces, strokes or boxes between. */
function cellsOf(line: string): string[] {
	const trimmed = line.replace(/^ +/, '');
	const separator = /\t/.test(trimmed)
		? /\t/
		: / \| |\|/.test(trimmed) && trimmed.split('|').length > 2
			? /\s*\|\s*/
			: /\S {3,}\S/.test(trimmed)
				? / {3,}/
				: / \/ | \/|\/ /.test(trimmed)
					? /\s*\/\s*/
					: null;
	if (separator) {
		const cells = trimmed
			.replace(/^\|/, '')
			.replace(/\|$/, '')
			.split(separator)
			.map((one) => one.trim());
		return cells.map((one) =>
			onlyBoxes.test(one) ? (/\d/.test(one) ? one : '') : one.replace(boxAnywhere, '').trim(),
		);
	}
	const boxes = trimmed.split(boxAnywhere).map((one) => one.trim());
	return boxes.length > 2 && boxes[0] !== '' ? boxes : [trimmed.trim()];
}

/** "1 2 3 4 5", "Inte alls 0 1 2 3 4 5 6 7 8 9 10 Mycket", also with columns or boxes between. */
function asNumbers(text: string): Extract<Line, { kind: 'numbers' }> | null {
	const plain = text
		.replace(boxAnywhere, ' ')
		.replace(/[|\t/]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	const found = /^(\D*?)\s*((?:\d{1,2}[ –-]+){2,}\d{1,2})\s*(\D*)$/.exec(plain);
	const spread =
		found ?? /^(?:skala|scale)?:?\s*(?:från|from)?\s*(?:()(\d{1,2})\s*(?:–|-|till|to)\s*(\d{1,2}))$/i.exec(plain);
	if (found) {
		const numbers = (found[2] ?? '').split(/[ –-]+/).map(Number);
		const [first = 0] = numbers;
		if (!numbers.every((one, at) => one === first + at) || numbers.length < 3) return null;
		return { kind: 'numbers', min: first, max: first + numbers.length - 1, low: ends(found[1]), high: ends(found[3]) };
	}
	if (!spread) return null;
	const [min, max] = [Number(spread[2]), Number(spread[3])];
	return min < 2 && max > min + 2 && max <= 11 ? { kind: 'numbers', min, max, low: '', high: '' } : null;
}

/** "På en skala 1-10", "on a scale from 0 to 10", "(1–5)" last: the numbers of a scale that the text of a question tells. */
export function scaleIn(text: string): Numbers | null {
	const found =
		/\b(?:skala(?:n)?|scale)\s+(?:från|from|of|på|mellan|between)?\s*(\d{1,2})\s*(?:–|-|till|och|to|and)\s*(\d{1,2})(?![\p{L}\d])/iu.exec(
			text,
		) ?? /\(\s*(\d{1,2})\s*(?:–|-|till|to)\s*(\d{1,2})\s*\)\s*[?:.]?\s*\*?\s*$/i.exec(text);
	if (!found) return null;
	const [min, max] = [Number(found[1]), Number(found[2])];
	return min < 2 && max > min + 1 && max <= 10 ? { min, max, low: '', high: '' } : null;
}

const ends = (text: string | undefined) => (text ?? '').replace(/^[\s(=:–-]+|[\s)=:–-]+$/g, '');

/** Words at the ends of a scale that the text of a question tells: "1 = inte alls, 10 = helt", "där 1 är inte alls och 10 är helt", "från 1 (dåligt) till 10 (bra)". */
export function endsIn(text: string): Numbers | null {
	const found =
		/(?:^|[\s(])(\d{1,2})\s*(?:=|är|betyder|innebär|is|means)\s*["”“']?([^,;()"”“.\d]{2,60}?)["”“']?\s*(?:,|;|och|and|–|-)\s*(?:och |and )?(\d{1,2})\s*(?:=|är|betyder|innebär|is|means)\s*["”“']?([^,;()"”“.\d]{2,60})/i.exec(
			text,
		) ?? /(?:^|[\s(])(\d{1,2})\s*\(([^()\d]{2,60})\)\s*(?:–|-|till|to)\s*(\d{1,2})\s*\(([^()\d]{2,60})\)/i.exec(text);
	if (!found) return null;
	const [min, max] = [Number(found[1]), Number(found[3])];
	return max > min && max - min <= 10 ? { min, max, low: ends(found[2]), high: ends(found[4]) } : null;
}
