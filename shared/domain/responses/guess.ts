import type { ItemType } from '#shared/domain/instrument/model.ts';

/** Why a column was taken for its type, to be shown beside it. */
export const guessReasons = [
	'scale',
	'codes',
	'few',
	'list',
	'spread',
	'matrix',
	'places',
	'number',
	'date',
	'words',
] as const;
export type GuessReason = (typeof guessReasons)[number];

/** What was guessed of one item. */
export interface ItemGuess {
	itemId: string;
	type: ItemType;
	why: GuessReason;
	/** The columns it came from. */
	columns: number[];
	/** Codes in them that were taken for no answer. */
	missing: string[];
}
