import type { LocalText } from '../../model.ts';
import type { Referred } from '../condition.ts';
import type { Asked, Draft } from '../draft.ts';

/** The tables of a .lss by name: rows of fields, an absent field is empty. */
export type LssTables = ReadonlyMap<string, readonly LssRow[]>;

/** One row by field. */
export type LssRow = ReadonlyMap<string, string>;

/** A field of a row, empty where there is none. */
export const get = (row: LssRow, name: string) => row.get(name) ?? '';

/** What the parts of a survey are read by. */
export interface Survey {
	main: string;
	draft: Draft;
	sid: string;
	/** By qid: the rows of a question, its subquestions and answers, in their order. */
	subquestions: Map<string, LssRow[]>;
	answers: Map<string, LssRow[]>;
	attributes: Map<string, LssRow[]>;
	/** Rules of older files, by the qid of the question that is shown. */
	conditions: Map<string, LssRow[]>;
	/** What each name in an expression refers to, as far as the questionnaire has come. */
	refers: Map<string, Referred>;
	texts: (table: string, key: string, own: readonly LssRow[], id: string, field: string) => Map<string, string>;
}

/** A question as its type is read. */
export interface Context {
	qid: string;
	code: string;
	type: string;
	row: LssRow;
	asked: Asked;
	survey: Survey;
}

/** An attribute of a question, in the survey's own language where it has one. */
export function attribute(qid: string, name: string, { attributes, main }: Survey): string {
	const rows = (attributes.get(qid) ?? []).filter((row) => get(row, 'attribute') === name);
	return get(rows.find((row) => [main, ''].includes(get(row, 'language'))) ?? rows[0] ?? new Map(), 'value').trim();
}

/** An attribute as a text in the languages it has; undefined where it says nothing. */
export function attributeText(
	qid: string,
	name: string,
	at: string,
	{ attributes, main, draft }: Survey,
): LocalText | undefined {
	const rows = (attributes.get(qid) ?? []).filter(
		(row) => get(row, 'attribute') === name && get(row, 'value').trim() !== '',
	);
	if (rows.length === 0) return undefined;
	return draft.text(new Map(rows.map((row) => [get(row, 'language') || main, get(row, 'value')])), at);
}

/** Rows by a field of theirs, each list in the order of the table. */
export function groupedBy(rows: readonly LssRow[], field: string): Map<string, LssRow[]> {
	const groups = new Map<string, LssRow[]>();
	for (const row of rows) {
		const known = groups.get(get(row, field));
		if (known) known.push(row);
		else groups.set(get(row, field), [row]);
	}
	return groups;
}

/** The rows of each subquestion, one for each language in older files. */
export function rowsOf(qid: string, { subquestions }: Survey, scale = '0'): LssRow[][] {
	const all = (subquestions.get(qid) ?? []).filter((row) => (get(row, 'scale_id') || '0') === scale);
	return [...groupedBy(all, 'qid').values()];
}
