import type { Draft } from '../draft.ts';
import { asPlain } from '../plain-text.ts';
import type { Asked, Memory } from './asked.ts';
import type { Line } from './lines.ts';
import { addQuestion } from './question.ts';

/** How far the reading of a text has come. */
export interface Reader {
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
	/** The number of the question before; 0 where none has had one. */
	lastNumber: number;
	/** What a line of its own said of when the next question is asked. */
	condition: Asked['condition'];
}

/** Puts the question at hand among the items. */
export function close(reader: Reader): void {
	if (reader.current) addQuestion(reader.current, reader.draft, reader.memory);
	reader.current = null;
}

/** Begins a question. */
export function open(number: string, text: string, reader: Reader): void {
	close(reader);
	reader.started = true;
	const { condition } = reader;
	reader.current = {
		...{ number, text, help: [], options: [], points: [], numbers: null, isOpen: false, condition },
		guesses: gapBefore(number, reader),
	};
	reader.condition = null;
}

/** Numbers that the numbering jumps over: a question there may have been read as part of the one before. */
function gapBefore(number: string, reader: Reader): Asked['guesses'] {
	const [now, before] = [Number.parseInt(number, 10), reader.lastNumber];
	if (Number.isNaN(now)) return [];
	reader.lastNumber = now;
	if (before === 0 || now <= before + 1) return [];
	return [{ kind: 'gap', detail: now === before + 2 ? String(before + 1) : `${before + 1}–${now - 1}` }];
}

/** A heading: the title where nothing stands before it, else a section. */
export function heading(text: string, reader: Reader): void {
	close(reader);
	if (!reader.started && reader.head.length === 0) {
		reader.head.push(text);
		return;
	}
	addSection(text, reader);
}

/** Adds a section. */
export function addSection(text: string, { draft, memory, language }: Reader): void {
	memory.scale = null;
	memory.table = false;
	const id = draft.idFor(`del${draft.items.filter((one) => one.type === 'section').length + 1}`);
	draft.add({ type: 'section', id, text: draft.text(new Map([[language, asPlain(text)]]), id) });
}

/** Adds a text that asks nothing. */
export function addInfo(text: string, { draft, language }: Reader): void {
	draft.add({ type: 'info', id: draft.idFor('info'), text: draft.text(new Map([[language, asPlain(text)]]), '') });
}
