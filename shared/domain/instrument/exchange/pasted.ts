import type { Option } from '../model.ts';
import { type Draft, startDraft } from './draft.ts';
import { recogniseScale } from './known-scales.ts';
import { languageIn } from './language-in.ts';
import type { Reading } from './model.ts';
import { type Line, linesOf } from './pasted-lines.ts';
import { type Asked, addQuestion, type Memory } from './pasted-question.ts';

/**
 * A questionnaire written as a text, as questionnaires stand in documents and mails: numbered questions or such that end with a question
 * mark, options on lines or in a row, sub-items with dashes, tables with a scale at the head. Everything is a guess, and told as such.
 */
export function readPasted(source: string, name: string): Reading | null {
	const lines = linesOf(source);
	const numbered = lines.some((one) => one.kind === 'question');
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
		memory: { scale: null, asked: [], count: 0, language },
	};
	for (let at = 0; at < lines.length; at++) at += readLine(at, reader);
	close(reader);
	if (draft.items.every((one) => one.type === 'section' || one.type === 'info')) return null;
	const [title = name.replace(/\.(?:docx|txt|md)$/i, ''), ...intro] = reader.head;
	const isTitle = title.length <= 120;
	return draft.finish({
		key: isTitle ? title : name.replace(/\.[a-z]+$/i, ''),
		title: new Map([[language, isTitle ? title : name.replace(/\.[a-z]+$/i, '')]]),
		intro: new Map([[language, asPlain((isTitle ? intro : [title, ...intro]).join('\n\n'))]]),
	});
}

/** Words as they are, where HTML is read. */
const asPlain = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

interface Reader {
	lines: Line[];
	numbered: boolean;
	draft: Draft;
	language: 'sv' | 'en';
	current: Asked | null;
	/** Whether an empty line came last. */
	gap: boolean;
	/** The title and what stands before the first question. */
	head: string[];
	started: boolean;
	memory: Memory;
}

function close(reader: Reader): void {
	if (reader.current) addQuestion(reader.current, reader.draft, reader.memory);
	reader.current = null;
}

function open(number: string, text: string, reader: Reader): void {
	close(reader);
	reader.started = true;
	reader.current = { number, text, help: [], options: [], points: [], numbers: null, isOpen: false, fieldShort: false };
}

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
			const next = reader.lines[at + 1];
			const below = line.text === '' && next?.kind === 'plain' ? next.text : null;
			open(line.number, below ?? line.text, reader);
			const beside = line.cells.filter((one) => one !== '');
			if (beside.length > 1) reader.current?.options.push(...beside);
			return below === null ? 0 : 1;
		}
		case 'boxes':
			if (current) current.options.push(...line.texts);
			return 0;
		case 'point':
			if (current && line.cells.some((one) => one !== '') && current.options.length === 0)
				current.options.push(...line.cells.filter((one) => one !== ''));
			if (current) current.points.push({ letter: line.letter, text: line.text });
			else plain(line.text, gap, at, reader);
			return 0;
		case 'numbers':
			if (current) current.numbers = line;
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

function cells(all: string[], at: number, reader: Reader): void {
	const filled = all.filter((one) => one !== '');
	const { current, memory, lines } = reader;
	if (filled.length === 0) return;
	const [first = ''] = all;
	if (filled.length === 1 && all.length === 2) return void plain(filled[0] ?? '', reader.gap, at, reader);
	const options =
		all[0] === '' ? filled : all.slice(1).every((one) => one === '' || /^\d{1,2}$/.test(one)) ? null : filled;
	// A statement with columns to tick.
	if (options === null) {
		const numbered = /^(\d{1,3}[a-z]?)[.)]\s+(.*)$/i.exec(first);
		const scored = all.slice(1).filter((one) => one !== '');
		if (numbered && (!current || memory.table)) open((numbered[1] ?? '').toLowerCase(), numbered[2] ?? '', reader);
		else if (current) {
			current.points.push({ letter: '', text: first.replace(/^(?:[-–•]|[a-z][.)])\s+/, '') });
			if (current.options.length === 0 && scored.length > 2) current.options.push(...scored);
		} else if (memory.scale) open('', first, reader);
		return;
	}
	const isHead = all[0] === '' || (options.length > 2 && isColumnHead(options.slice(1), at, lines));
	const labels = isHead && all[0] !== '' ? options.slice(1) : options;
	if (labels.length < 2 || labels.some((one) => one.length > 70))
		return void plain(filled.join(' '), reader.gap, at, reader);
	const closed = current !== null && (current.options.length > 1 || current.isOpen || current.numbers !== null);
	const next = lines.slice(at + 1).find((one) => one.kind !== 'gap');
	// A scale that stands before the questions it is for, or at the head of a table of numbered ones.
	if (
		current === null ||
		closed ||
		(isHead && next?.kind === 'cells' && /^\d{1,3}[a-z]?[.)]\s/i.test(next.cells[0] ?? ''))
	) {
		if (isHead && current && !closed && current.points.length === 0) leadIn(reader);
		else close(reader);
		memory.scale = labels;
		memory.table = isHead;
		return;
	}
	current.options.push(...labels);
}

/** A question that only leads in to a table of numbered ones is information. */
function leadIn({ current, draft, language }: Reader & { current: Asked | null }): void {
	if (current)
		draft.add({
			type: 'info',
			id: draft.idFor('info'),
			text: draft.text(new Map([[language, asPlain(current.text)]]), ''),
		});
}

/** Whether words in columns are the head of the rows that follow: those have empty columns. */
function isColumnHead(labels: readonly string[], at: number, lines: readonly Line[]): boolean {
	const next = lines[at + 1];
	return (
		next?.kind === 'cells' &&
		next.cells.length >= labels.length &&
		next.cells.slice(1).every((one) => one === '' || /^\d{1,2}$/.test(one))
	);
}

function heading(text: string, reader: Reader): void {
	close(reader);
	if (!reader.started && reader.head.length === 0) {
		reader.head.push(text);
		return;
	}
	addSection(text, reader);
}

function addSection(text: string, { draft, memory, language }: Reader): void {
	memory.scale = null;
	memory.table = false;
	const id = draft.idFor(`del${draft.items.filter((one) => one.type === 'section').length + 1}`);
	draft.add({ type: 'section', id, text: draft.text(new Map([[language, asPlain(text)]]), id) });
}

/** Words that no mark tells what they are. Gives how many more lines belong to them. */
function plain(text: string, gap: boolean, at: number, reader: Reader): number {
	const { lines, numbered, current, draft, memory, language } = reader;
	const listed =
		/^(?:svarsalternativ|alternativ|skala|svarsskala|response options|options|scale)\s*:\s*(.+)$/i.exec(text)?.[1] ??
		/^\(([^()]+(?:\/[^()]+){2,})\)$/.exec(text)?.[1];
	if (listed) {
		const options = splitListed(listed);
		if (options.length > 1) {
			if (current && current.options.length === 0 && current.numbers === null) current.options.push(...options);
			else memory.scale = options;
			return 0;
		}
	}
	const next = lines.slice(at + 1).find((one) => one.kind !== 'gap');
	if (/^(?:del|avsnitt|section|part)\s+(?:[a-z]|\d{1,2})\b/i.test(text) && text.length <= 80) {
		close(reader);
		addSection(text, reader);
		return 0;
	}
	const paragraph = paragraphAt(at, lines);
	const isQuestion =
		!numbered &&
		/[?:]$/.test(text) &&
		text.length > 3 &&
		!(current && current.options.length === 0 && !gap && /:$/.test(text));
	const looksLikeHead = text.length <= 80 && !/[.?!,;:_]$/.test(text) && paragraph === 1 && gap;
	const answers =
		next?.kind === 'boxes' ||
		next?.kind === 'numbers' ||
		next?.kind === 'field' ||
		(next?.kind === 'cells' && recognised(next.cells));
	if (isQuestion || (!numbered && answers && gap && text.length > 3)) {
		open('', text, reader);
		return 0;
	}
	if (!reader.started) {
		const isTitleOf =
			looksLikeHead &&
			reader.head.length > 0 &&
			(next?.kind === 'question' || (!numbered && next?.kind === 'plain' && /\?$/.test(next.text)));
		if (isTitleOf) addSection(text, reader);
		else if (!gap && reader.head.length > 1) reader.head.push(`${reader.head.pop() ?? ''}\n${text}`);
		else reader.head.push(text);
		return 0;
	}
	if (!current) {
		if (looksLikeHead) addSection(text, reader);
		else
			draft.add({ type: 'info', id: draft.idFor('info'), text: draft.text(new Map([[language, asPlain(text)]]), '') });
		return 0;
	}
	const hasAnswer =
		current.options.length > 0 || current.points.length > 0 || current.numbers !== null || current.isOpen;
	if (
		looksLikeHead &&
		(next?.kind === 'question' ||
			next?.kind === 'heading' ||
			next?.kind === 'cells' ||
			(next?.kind === 'plain' && (hasAnswer || /[.:?]$/.test(next.text))))
	) {
		close(reader);
		addSection(text, reader);
		return 0;
	}
	const ended = /[?.:!)”"]$/.test(current.text) || hasAnswer || gap;
	if (!ended && current.options.length === 0) {
		current.text = `${current.text} ${text}`;
		return 0;
	}
	if (gap && hasAnswer && (text.length > 80 || /[.:]$/.test(text))) {
		close(reader);
		draft.add({ type: 'info', id: draft.idFor('info'), text: draft.text(new Map([[language, asPlain(text)]]), '') });
		return 0;
	}
	if (instructs(text) || text.length > 80 || /[.:]$/.test(text)) current.help.push(text);
	else current.options.push(text);
	return 0;
}

const recognised = (labels: string[]) =>
	recogniseScale(labels.map((label): Option => ({ value: label, label: { sv: label } }))) !== null;

/** Instructions to who answers. */
const instructs = (text: string) =>
	/^\(.*\)$|flera (?:alternativ|svar)|ett eller flera|kryssa|markera|välj|rangordna|med egna ord|motivera|kommentera|beskriv|all that apply|select|choose|tick|rank|in your own words|describe|explain/i.test(
		text,
	);

/** How many lines of plain words stand together from here. */
function paragraphAt(at: number, lines: readonly Line[]): number {
	let count = 0;
	while (lines[at + count]?.kind === 'plain') count++;
	return count;
}

/** Options in one line: with strokes, semicolons, or commas before a capital. */
function splitListed(text: string): string[] {
	const separator = /\//.test(text)
		? /\s*\/\s*/
		: /;/.test(text)
			? /\s*;\s*/
			: /\|/.test(text)
				? /\s*\|\s*/
				: / [–-] /.test(text)
					? / [–-] /
					: /,\s*(?=\p{Lu})/u;
	return text
		.replace(/\.$/, '')
		.split(separator)
		.map((one) => one.trim())
		.filter((one) => one !== '');
}
