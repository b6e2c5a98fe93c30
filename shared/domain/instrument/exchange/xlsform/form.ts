import type { Condition, Item, LocalText } from '../../model.ts';
import type { Referred } from '../condition.ts';
import type { Draft } from '../draft.ts';

/** A row of a sheet by its headings, small and with one kind of separator: `label::english (en)`. */
export type Row = ReadonlyMap<string, string>;

/** What the rows of a form are read by. */
export interface Form {
	draft: Draft;
	main: string;
	lists: Map<string, Row[]>;
	refers: Map<string, Referred>;
	/** The groups around the row at hand. */
	open: Group[];
	skipped: number;
}

/** A group that has begun and not ended. */
export interface Group {
	kind: 'section' | 'table' | 'plain' | 'repeat';
	condition: Condition | undefined;
	matrix?: Extract<Item, { type: 'matrix' }>;
}

/** Whether a cell says yes. */
export const isYes = (text: string | undefined) => /^(?:yes|true|true\(\)|1)$/i.test(text ?? '');

/** The words at the ends of a scale of numbers. */
export type Ends = { minLabel?: LocalText; maxLabel?: LocalText };

/** The conditions of the groups around that no section holds. */
export const plainConditions = (open: readonly Group[]) =>
	open.filter((one) => one.kind === 'plain' || one.kind === 'table').map((one) => one.condition);
