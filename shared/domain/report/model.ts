import { z } from 'zod';
import { figure } from '#shared/domain/figure/model.ts';

/**
 * The report as a document without a format: what the Markdown and its live blocks come to once they are filled from the data. Every
 * writer (docx, html, pdf, md) and the preview are made of this and of nothing else.
 */
const inline = z.object({
	text: z.string(),
	bold: z.boolean().optional(),
	italic: z.boolean().optional(),
	code: z.boolean().optional(),
	/** An http(s) or mailto address, or "#anchor" in the report. */
	href: z.string().optional(),
	/** Came from the data and not from the keyboard: the preview marks it. */
	live: z.boolean().optional(),
	/** A line break follows. */
	break: z.boolean().optional(),
});
export type Inline = z.infer<typeof inline>;

const tableRow = z.object({
	/** `section`: one heading cell across the table. `total`: set apart from the rows above. */
	kind: z.enum(['section', 'normal', 'total']),
	/** 1 for a matrix row under its lead-in. */
	indent: z.int(),
	/** As many as columns; one for a section. The first is the row's heading. */
	cells: z.array(z.string()),
});
const table = z.object({
	columns: z.array(z.object({ label: z.string(), align: z.enum(['left', 'right']), width: z.number() })),
	rows: z.array(tableRow),
});
export type Table = z.infer<typeof table>;

const anchor = z.string();
/** 1-based line of the Markdown that the block came from, so that editor and preview can follow each other. */
const line = z.int();
const caption = { number: z.int(), caption: z.string(), note: z.string(), anchor, line };

export type Block =
	| {
			kind: 'heading';
			level: number;
			number: string;
			content: Inline[];
			anchor: string;
			line: number;
			inContents: boolean;
	  }
	| { kind: 'paragraph'; content: Inline[]; line: number }
	| { kind: 'list'; ordered: boolean; start: number; items: Block[][]; line: number }
	| { kind: 'quote'; blocks: Block[]; source: string; line: number }
	| ({ kind: 'table'; table: Table } & Caption)
	/** A Markdown table: the author's own, with formatted cells and a caption where the line before it gives one. */
	| { kind: 'plainTable'; head: Inline[][]; align: ('left' | 'right')[]; rows: Inline[][][]; line: number }
	/** `table` holds the figure's numbers for those who cannot see it. */
	| ({ kind: 'figure'; figure: z.infer<typeof figure>; alt: string; table: Table } & Caption)
	| { kind: 'frontPage'; title: string; subtitle: string; lines: string[]; line: number }
	| { kind: 'contents'; title: string; line: number }
	| { kind: 'pageBreak'; line: number }
	/** A live block that cannot be filled: shown in the preview, and stops an export. */
	| { kind: 'unfilled'; name: string; line: number };
type Caption = { number: number; caption: string; note: string; anchor: string; line: number };

export const block: z.ZodType<Block> = z.lazy(() =>
	z.discriminatedUnion('kind', [
		z.object({
			kind: z.literal('heading'),
			level: z.int().min(1).max(6),
			number: z.string(),
			content: z.array(inline),
			anchor,
			line,
			inContents: z.boolean(),
		}),
		z.object({ kind: z.literal('paragraph'), content: z.array(inline), line }),
		z.object({ kind: z.literal('list'), ordered: z.boolean(), start: z.int(), items: z.array(z.array(block)), line }),
		z.object({ kind: z.literal('quote'), blocks: z.array(block), source: z.string(), line }),
		z.object({ kind: z.literal('table'), table, ...caption }),
		z.object({
			kind: z.literal('plainTable'),
			head: z.array(z.array(inline)),
			align: z.array(z.enum(['left', 'right'])),
			rows: z.array(z.array(z.array(inline))),
			line,
		}),
		z.object({ kind: z.literal('figure'), figure, alt: z.string(), table, ...caption }),
		z.object({
			kind: z.literal('frontPage'),
			title: z.string(),
			subtitle: z.string(),
			lines: z.array(z.string()),
			line,
		}),
		z.object({ kind: z.literal('contents'), title: z.string(), line }),
		z.object({ kind: z.literal('pageBreak'), line }),
		z.object({ kind: z.literal('unfilled'), name: z.string(), line }),
	]),
);

export const reportDocument = z.object({
	title: z.string(),
	language: z.enum(['sv', 'en']),
	author: z.string(),
	blocks: z.array(block),
});
export type ReportDocument = z.infer<typeof reportDocument>;

/** Why a live block or value cannot be filled, or what in it is not understood. The words are in `shared/i18n` under `report.problems`. */
export const problem = z.object({
	/** 1-based line in the Markdown. */
	line,
	/** Where in that line, from 0 in UTF-16 units, and how long; 0 and 0 for the whole line. */
	column: z.int(),
	length: z.int(),
	/** The block's or value's name as written. */
	name: z.string(),
	reason: z.enum([
		'unknown-block',
		'unknown-value',
		'unclosed',
		'unknown-key',
		'missing-key',
		'bad-value',
		'no-round',
		'no-item',
		'no-group',
		'no-code',
		'no-instrument',
		'no-reference',
		'no-answers',
		'no-quotations',
		'no-material',
		'no-invited',
		'mixed-scales',
		'no-top-two',
		/** Every group is smaller than the project has promised to report. */
		'small-groups',
		/** The same id stands at two places. */
		'double-id',
	]),
	/** The word at fault: a key, a value, a name. */
	detail: z.string(),
	/** Words that would have been right, nearest first; at most five. */
	suggestions: z.array(z.string()),
});
export type ReportProblem = z.infer<typeof problem>;
