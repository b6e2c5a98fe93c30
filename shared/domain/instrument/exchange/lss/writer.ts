import type { Instrument, Item, LocalText } from '../../model.ts';
import { replacePipes } from '../../pipe.ts';
import { type Dialect, writeCondition } from '../condition.ts';
import { escapeHtml } from '../plain-text.ts';
import { inOne, type Lose } from '../write-shared.ts';

/** One table of a .lss: its rows by field, all with the same fields. */
export interface LssTable {
	name: string;
	rows: Record<string, string>[];
}

/** The survey’s number in its own file. LimeSurvey gives it another when it takes it in. */
export const sid = '617291';

/** What the parts of a survey are gathered in, table by table. */
export interface Writer {
	instrument: Instrument;
	languages: ('sv' | 'en')[];
	lose: Lose;
	tables: Map<string, Record<string, string>[]>;
	/** Our ids as codes that LimeSurvey allows; an option's value by `id value`. */
	code: (id: string) => string;
	/** What a question is called in expressions: a row after its array, the words to an "other" after their question. */
	field: (id: string) => string;
	value: (id: string, value: string) => string;
	dialect: Dialect;
	next: () => string;
}

/** Everything that LimeSurvey has as a question. */
export type Question = Exclude<Item, { type: 'section' }>;

/** Adds a row to a table. */
export function put({ tables }: Writer, table: string, row: Record<string, string>): void {
	const rows = tables.get(table);
	if (rows) rows.push(row);
	else tables.set(table, [row]);
}

/** When an item is shown: "1" always. */
export function relevance(item: Item, { dialect, lose }: Writer): string {
	if (!item.shownIf) return '1';
	const written = writeCondition(item.shownIf, dialect);
	if (written === null) lose('condition', item.id, item.id);
	return written ?? '1';
}

/** A text as HTML, with the answers it repeats as LimeSurvey writes them. */
export function words(text: LocalText | undefined, language: 'sv' | 'en', { languages, field }: Writer): string {
	return replacePipes(escapeHtml(inOne(text, language, languages)), (id) => `{${field(id)}.shown}`);
}

/** Adds a question or subquestion with its texts. @returns its qid */
export function addRow(
	table: 'questions' | 'subquestions',
	fields: Record<string, string>,
	texts: { text: LocalText; help?: LocalText | undefined },
	writer: Writer,
): string {
	const qid = writer.next();
	put(writer, table, {
		qid,
		parent_qid: '0',
		sid,
		preg: '',
		other: 'N',
		mandatory: 'N',
		encrypted: 'N',
		scale_id: '0',
		same_default: '0',
		relevance: '1',
		question_theme_name: '',
		...fields,
	});
	for (const language of writer.languages) {
		put(writer, 'question_l10ns', {
			id: writer.next(),
			qid,
			question: words(texts.text, language, writer),
			help: words(texts.help, language, writer),
			script: '',
			language,
		});
	}
	return qid;
}
