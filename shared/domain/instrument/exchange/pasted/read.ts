import { startDraft } from '../draft.ts';
import { languageIn } from '../language-in.ts';
import type { Reading } from '../model.ts';
import { asPlain } from '../plain-text.ts';
import type { Asked } from './asked.ts';
import { cells } from './cells.ts';
import { closingOf } from './closing.ts';
import { type Line, linesOf, type Numbers } from './lines.ts';
import { plain } from './plain.ts';
import { addInfo, close, heading, open, type Reader } from './reader.ts';
import { untold } from './untold.ts';

/**
 * A questionnaire written as a text, as questionnaires stand in documents and mails: numbered questions or such that end with a question
 * mark, options on lines or in a row, sub-items with dashes, tables with a scale at the head. Everything is a guess, and told as such.
 */
export function readPasted(source: string, name: string): Reading | null {
	const { body, thanks } = closingOf(source);
	const lines = linesOf(body);
	const numbered = lines.some((one) => one.kind === 'question' && one.number !== '');
	const language = languageIn(source);
	const draft = startDraft(language, [language]);
	const reader: Reader = {
		lines,
		numbered,
		draft,
		language,
		current: null,
		gap: true,
		head: [],
		started: false,
		condition: null,
		lastNumber: 0,
		memory: { scale: null, asked: [], count: 0, language },
	};
	for (let at = 0; at < lines.length; at++) at += readLine(at, reader);
	close(reader);
	if (draft.items.every((one) => one.type === 'section' || one.type === 'info')) return null;
	const [title = name.replace(/\.(?:docx|txt|md)$/i, ''), ...intro] = reader.head;
	const isTitle = title.length <= 120;
	const { definition, losses, guesses } = draft.finish({
		key: isTitle ? title : name.replace(/\.[a-z]+$/i, ''),
		title: new Map([[language, asPlain(isTitle ? title : name.replace(/\.[a-z]+$/i, ''))]]),
		intro: new Map([[language, asPlain((isTitle ? intro : [title, ...intro]).join('\n\n'))]]),
		thanks: new Map([[language, asPlain(thanks)]]),
	});
	const told = untold(source, definition, guesses).map((line) => ({
		kind: 'text' as const,
		at: '',
		detail: clip(line),
	}));
	const more = told.length - mostTold;
	return {
		definition,
		guesses,
		losses: [
			...losses,
			...told.slice(0, mostTold),
			...(more > 0 ? [{ kind: 'more' as const, at: '', detail: String(more) }] : []),
		],
	};
}

/** The most lines that found no place that are listed. */
const mostTold = 500;

const clip = (line: string) => (line.trim().length > 300 ? `${line.trim().slice(0, 299)}…` : line.trim());

/** Reads the line at a place; gives how many more it has taken. */
function readLine(at: number, reader: Reader): number {
	const line = reader.lines[at] as Line;
	const { current } = reader;
	const gap = reader.gap;
	reader.gap = line.kind === 'gap';
	switch (line.kind) {
		case 'gap':
			return 0;
		case 'heading':
			heading(line.text, reader);
			return 0;
		case 'question': {
			const listed =
				current && line.number === '1' && current.number !== '' ? numberedOptions(at, reader.lines, current.number) : 0;
			if (current && listed > 1) {
				for (const one of reader.lines.slice(at, at + listed))
					if (one.kind === 'question') current.options.push(one.text);
				return listed - 1;
			}
			if (line.number === '' && asksBelow(line, reader)) return 0;
			const next = reader.lines[at + 1];
			const below = line.text === '' && next?.kind === 'plain' ? next.text : null;
			open(line.number, below ?? line.text, reader);
			const beside = line.cells.filter((one) => one !== '');
			if (beside.length > 1) reader.current?.options.push(...beside);
			else if (beside.length === 1 && reader.current) reader.current.text += ` ${beside[0]}`;
			if (reader.current && line.numbers) reader.current.numbers = line.numbers;
			for (const kind of line.loose ?? [])
				reader.current?.guesses.push({ kind, detail: kind === 'number' ? line.number : beside.join(' | ') });
			return below === null ? 0 : 1;
		}
		case 'boxes':
			if (current) current.options.push(...line.texts);
			else if (reader.started) addInfo(line.texts.join(' / '), reader);
			else reader.head.push(line.texts.join(' / '));
			return 0;
		case 'point':
			if (current) addPoint(line, current);
			else plain([line.text, ...line.cells].filter((one) => one !== '').join(' '), gap, at, reader);
			return 0;
		case 'numbers':
			if (current) readNumbers(line, current);
			else if (line.low || line.high) plain(`${line.low} ${line.min}–${line.max} ${line.high}`.trim(), gap, at, reader);
			return 0;
		case 'field':
			if (current) current.isOpen = true;
			return 0;
		case 'cells':
			cells(line.cells, at, reader);
			return 0;
		case 'plain':
			return plain(line.text, gap, at, reader);
	}
}

/** "Välj ett: A / B / C" under a numbered question tells its options, and asks nothing of its own. */
function asksBelow(line: Extract<Line, { kind: 'question' }>, { numbered, current }: Reader): boolean {
	const isFree = current && current.options.length === 0 && current.points.length === 0 && current.numbers === null;
	if (!numbered || !isFree || !line.text.endsWith(':') || line.cells.length < 2) return false;
	current.help.push(line.text);
	current.options.push(...line.cells);
	return true;
}

/** A sub-item, with the columns beside it: those of the first are the options of all, where they have words of their own. */
function addPoint({ letter, text, cells }: Extract<Line, { kind: 'point' }>, current: Asked): void {
	const filled = cells.filter((one) => one !== '');
	if (current.options.length === 0) current.options.push(...filled);
	else if (filled.some((one) => !current.options.includes(one)))
		return void current.points.push({ letter, text: [text, ...filled].join(' ') });
	current.points.push({ letter, text });
}

/** Numbers under a question, with words at the ends; or a row of a table, where each statement has the same numbers beside it. */
function readNumbers({ min, max, low, high }: Numbers, current: Asked): void {
	const known = current.numbers;
	if (known && low && !high && known.min === min && known.max === max && !known.high) {
		if (known.low) current.points.push({ letter: '', text: statement(known.low) });
		known.low = '';
		current.points.push({ letter: '', text: statement(low) });
		return;
	}
	current.numbers = { min, max, low: low || (known?.low ?? ''), high: high || (known?.high ?? '') };
}

/** A statement without its dash or letter. */
const statement = (text: string) => text.replace(/^(?:[-–•]|[a-z][.)])\s+/, '');

/** How many lines from here on are options that are numbered from 1 under a question: the numbering of questions goes on after them. */
function numberedOptions(at: number, lines: readonly Line[], before: string): number {
	let count = 0;
	for (; at + count < lines.length; count++) {
		const line = lines[at + count];
		if (line?.kind !== 'question' || line.number !== String(count + 1) || line.text.length > 80) break;
	}
	const after = lines.slice(at + count).find((one) => one.kind === 'question');
	const goesOn =
		!after || (after.kind === 'question' && Number.parseInt(after.number, 10) === Number.parseInt(before, 10) + 1);
	return goesOn ? count : 0;
}
