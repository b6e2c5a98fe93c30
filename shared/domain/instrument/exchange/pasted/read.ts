import { startDraft } from '../draft.ts';
import { languageIn } from '../language-in.ts';
import type { Reading } from '../model.ts';
import { cells } from './cells.ts';
import { type Line, linesOf } from './lines.ts';
import { plain } from './plain.ts';
import { asPlain, close, heading, open, type Reader } from './reader.ts';

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
