import type { Condition, Item } from '../../model.ts';
import type { GuessKind } from '../model.ts';
import type { Numbers } from './lines.ts';

/** A question as its lines were gathered. */
export interface Asked {
	/** As it is printed; empty where it has none. */
	number: string;
	text: string;
	help: string[];
	options: string[];
	points: { letter: string; text: string }[];
	numbers: Numbers | null;
	/** Lines to write on stand under it, or it asks for words. */
	isOpen: boolean;
	/** When it is asked, and the words that said so, where they stood on a line of their own. */
	condition: { holds: Condition; words: string } | null;
	/** What it is called where it has no number of its own. */
	name?: string;
	/** What was concluded of it on the way. */
	guesses: { kind: GuessKind; detail: string }[];
}

/** What was read before, and holds for what comes. */
export interface Memory {
	/** A scale that stood before the questions it is for. */
	scale: string[] | null;
	/** Whether it stood at the head of a table. */
	table?: boolean;
	asked: { number: string; item: Item }[];
	count: number;
	language: 'sv' | 'en';
}
