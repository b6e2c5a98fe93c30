import { z } from 'zod';
import { answers, answerValue, instrument, itemType, localText } from '#shared/domain/instrument/model.ts';
import type { RuleBreach } from '#shared/domain/responses/breaches.ts';
import { columnMatch } from '#shared/domain/responses/columns.ts';
import { guessReasons } from '#shared/domain/responses/guess.ts';
import type { ColumnNote } from '#shared/domain/responses/habits.ts';
import { services } from '#shared/domain/responses/layout.ts';
import { bytes, id, instant, nothing, uid } from './basics.ts';
import { changingTask, command, query, task } from './kit.ts';

const responseStatus = z.enum(['partial', 'complete']);
/** How it came in: typed in, from a file of a service, in the respondent's view, in an interview, from a form as a file, from an administrator. */
const responseOrigin = z.enum(['entry', 'import', 'kiosk', 'interview', 'form', 'admin']);

/** A cell that could not be read. `row` is the line of data, 1 the first after the heading. */
const importProblem = z.object({
	row: z.int(),
	column: z.string(),
	value: z.string(),
	reason: z.enum([
		'unknown-option',
		'not-a-number',
		'not-a-date',
		'out-of-range',
		'wrong-cell-count',
		'empty-row',
		'unclosed-quote',
		'duplicate-id',
		'same-place',
	]),
});
export type ImportProblem = z.infer<typeof importProblem>;

const ruleBreach = z.object({
	itemId: z.string(),
	kind: z.enum([
		...['too-few', 'too-many', 'exclusive', 'below', 'above', 'too-many-decimals', 'before', 'after', 'too-long'],
		...['rule', 'unheld', 'not-asked'],
	] as const),
	limit: z.number().optional(),
	day: z.string().optional(),
	message: localText.optional(),
	count: z.int(),
	rows: z.array(z.int()),
}) satisfies z.ZodType<RuleBreach>;

/** A file of responses: text or workbook. */
const file = {
	name: z.string(),
	bytes,
	/** Of a workbook: the sheet with the responses. */
	sheet: z.string().optional(),
	/** A value list that came apart from it: a table, a data dictionary or SPSS syntax. */
	values: z.object({ name: z.string(), bytes }).optional(),
};
const roundFile = {
	...file,
	roundId: id,
	/** The match of columns, mended; proposed where absent. */
	columns: z.array(columnMatch).optional(),
	/** The name of the saved match to use; one that fits where absent. */
	map: z.string().optional(),
};

const columnNote = z.object({
	index: z.int(),
	kind: z.enum([
		...['dates-open', 'dates-mixed', 'dates-month-first', 'places', 'two-is-no', 'missing', 'words', 'formula'],
		'same-heading',
	] as const),
	detail: z.string().optional(),
}) satisfies z.ZodType<ColumnNote>;

const columnReading = z.union([
	z.object({ answer: answerValue, words: z.string().optional(), packed: z.string().optional() }),
	z.object({ chosen: z.string(), is: z.boolean() }),
	z.object({ place: z.number(), value: z.string() }),
	z.object({ answer: z.null() }),
	z.object({ reason: importProblem.shape.reason, value: z.string() }),
]);

export const responseCalls = {
	/** A stretch of a round's responses in the order they came, or the `newest` ones first; of one status where it is given. */
	'response.list': query({
		input: z.object({
			roundId: id,
			offset: z.int().min(0).optional(),
			limit: z.int().min(1).max(1000).optional(),
			status: responseStatus.optional(),
			newest: z.boolean().optional(),
		}),
		output: z.object({
			/** Of the whole round, or of that status. */
			total: z.int(),
			rows: z.array(
				z.object({
					id,
					uid,
					/** Its place among all of the round's, from 1: what it is called on screens. */
					number: z.int(),
					status: responseStatus,
					origin: responseOrigin,
					/** The respondent's own code, which is the same in every round; null where there is none. */
					code: z.string().nullable(),
					/** In an anonymous round the day alone. */
					submittedAt: z.string().nullable(),
					/** How many items it answers. */
					answered: z.int(),
				}),
			),
		}),
		errors: ['NOT_FOUND'],
	}),
	'response.get': query({
		input: z.object({ id }),
		output: z.object({
			id,
			roundId: id,
			/** Its place in the round, from 1. */
			number: z.int(),
			status: responseStatus,
			code: z.string().nullable(),
			submittedAt: z.string().nullable(),
			answers,
		}),
		errors: ['NOT_FOUND'],
	}),
	/**
	 * Stores what one respondent has answered so far; without `id` a new response. Answers to items that the shown-if rules hide are
	 * not stored. `complete` stamps the time, in an anonymous round the day. `origin` is of a new one; typed in where absent.
	 */
	'response.save': command({
		input: z.object({
			roundId: id,
			id: id.optional(),
			answers,
			status: responseStatus,
			origin: responseOrigin.extract(['entry', 'kiosk', 'interview']).optional(),
		}),
		output: z.object({ id }),
		errors: ['NOT_FOUND', 'ANSWER_INVALID', 'ROUND_CLOSED'],
		// Writing on in one answer; another question answered, or the response finished, is a step of its own.
		merge: ({ id, status, answers }) =>
			id === undefined || status === 'complete' ? null : `${id}:${Object.keys(answers).sort().join(',')}`,
		// Who sat at the kiosk when may have been seen by anybody.
		untimed: ({ origin }) => origin === 'kiosk',
	}),
	'response.remove': command({ input: z.object({ id }), output: nothing, errors: ['NOT_FOUND'] }),
	/** Reads a file without storing: the proposed match of columns, the first rows, and what could not be read under that match. */
	'response.previewImport': task({
		input: z.object(roundFile),
		output: z.object({
			/** The service it is taken to come from, and how sure that is, 0-1. */
			service: z.enum(services),
			sure: z.number(),
			/** Of a text file; null for a workbook. */
			delimiter: z.enum([';', ',', '\t']).nullable(),
			encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252']).nullable(),
			/** Of a workbook: its sheets, and the one that was read. */
			sheets: z.array(z.string()),
			sheet: z.string().nullable(),
			rows: z.int(),
			columns: z.array(columnMatch),
			notes: z.array(columnNote),
			/** The saved match that was proposed. */
			map: z.string().nullable(),
			/** The first ten rows with what each cell becomes; null where the column is no answer. At most 400 columns of them. */
			sample: z.array(z.object({ cells: z.array(z.string()), readings: z.array(columnReading.nullable()) })),
			/** By column the cells that cannot be read, and how many rows have each. */
			unread: z.array(z.object({ index: z.int(), cells: z.array(z.object({ cell: z.string(), count: z.int() })) })),
			/** Rows that would be stored, of them those only begun, and rows that are already in the round. */
			new: z.int(),
			partial: z.int(),
			known: z.int(),
			problems: z.array(importProblem),
			/** Of the rows that would be stored. */
			breaches: z.array(ruleBreach),
			/** Items of the questionnaire that no column answers. */
			unmatchedItems: z.array(z.string()),
		}),
		errors: ['NOT_FOUND', 'IMPORT_EMPTY', 'IMPORT_UNREADABLE', 'IMPORT_NO_VALUES', 'WORKER_LIMIT'],
	}),
	/** Stores every row that can be read, in one transaction. A row with a problem is not stored, and is listed. */
	'response.import': changingTask({
		input: z.object(roundFile),
		output: z.object({
			read: z.int(),
			stored: z.int(),
			/** Already in the round from an earlier import of the same rows. */
			skipped: z.int(),
			problems: z.array(importProblem),
			/** Of the rows that were stored. */
			breaches: z.array(ruleBreach),
			/** Codes that were read as no answer, by the heading of their column. */
			missing: z.array(z.object({ column: z.string(), codes: z.string() })),
		}),
		errors: [
			...(['NOT_FOUND', 'ROUND_CLOSED', 'IMPORT_EMPTY', 'IMPORT_UNREADABLE'] as const),
			...(['IMPORT_NO_MATCH', 'IMPORT_NO_VALUES', 'WORKER_LIMIT'] as const),
		],
	}),
	/** Makes a draft of a questionnaire from a file of responses, with the match of that same file. Nothing is stored. */
	'response.proposeInstrument': task({
		input: z.object({ ...file, title: z.string().trim().min(1).max(200) }),
		output: z.object({
			service: z.enum(services),
			instrument,
			columns: z.array(columnMatch),
			/** Of each item, why it was taken for its type. */
			guesses: z.array(
				z.object({
					itemId: z.string(),
					type: itemType,
					why: z.enum(guessReasons),
					columns: z.array(z.int()),
					/** Codes in them that were taken for no answer. */
					missing: z.array(z.string()),
				}),
			),
			sheets: z.array(z.string()),
			sheet: z.string().nullable(),
		}),
		errors: ['IMPORT_EMPTY', 'IMPORT_UNREADABLE', 'IMPORT_NO_VALUES', 'WORKER_LIMIT'],
	}),
	/** The import as it was last done for this round, to be shown afterwards. */
	'response.imports': query({
		input: z.object({ roundId: id }),
		output: z.array(
			z.object({
				id,
				name: z.string(),
				at: instant,
				read: z.int(),
				stored: z.int(),
				skipped: z.int(),
				problems: z.array(importProblem),
				breaches: z.array(ruleBreach),
			}),
		),
	}),
};
