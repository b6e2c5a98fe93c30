import { z } from 'zod';
import { answers } from '#shared/domain/instrument/model.ts';
import { columnMatch } from '#shared/domain/responses/columns.ts';
import { bytes, id, instant, nothing, uid } from './basics.ts';
import { changingTask, command, query, task } from './kit.ts';

export const responseStatus = z.enum(['partial', 'complete']);
/** How it came in: typed in, from a file of a service, in the respondent's view, in an interview, from a form as a file, from an administrator. */
export const responseOrigin = z.enum(['entry', 'import', 'kiosk', 'interview', 'form', 'admin']);

/** A cell that could not be read. `row` is the line of data, 1 the first after the heading. */
export const importProblem = z.object({
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
	]),
});
export type ImportProblem = z.infer<typeof importProblem>;

const file = { roundId: id, name: z.string(), bytes, columns: z.array(columnMatch).optional() };

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
	 * not stored. `complete` stamps the day. `origin` is of a new one; typed in where absent.
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
		errors: ['NOT_FOUND', 'ANSWER_INVALID'],
		// Writing on in one answer; another question answered, or the response finished, is a step of its own.
		merge: ({ id, status, answers }) =>
			id === undefined || status === 'complete' ? null : `${id}:${Object.keys(answers).sort().join(',')}`,
	}),
	'response.remove': command({ input: z.object({ id }), output: nothing, errors: ['NOT_FOUND'] }),
	/** Reads a file without storing: the proposed match of columns, the first rows, and what could not be read under that match. */
	'response.previewImport': task({
		input: z.object(file),
		output: z.object({
			delimiter: z.enum([';', ',', '\t']),
			encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252']),
			rows: z.int(),
			columns: z.array(columnMatch),
			sample: z.array(z.array(z.string())),
			/** Rows that would be stored, and rows that are already in the round. */
			new: z.int(),
			known: z.int(),
			problems: z.array(importProblem),
			/** Items of the questionnaire that no column answers. */
			unmatchedItems: z.array(z.string()),
		}),
		errors: ['NOT_FOUND', 'IMPORT_EMPTY', 'IMPORT_UNREADABLE', 'WORKER_LIMIT'],
	}),
	/** Stores every row that can be read, in one transaction. A row with a problem is not stored, and is listed. */
	'response.import': changingTask({
		input: z.object(file),
		output: z.object({
			read: z.int(),
			stored: z.int(),
			/** Already in the round from an earlier import of the same rows. */
			skipped: z.int(),
			problems: z.array(importProblem),
		}),
		errors: ['NOT_FOUND', 'IMPORT_EMPTY', 'IMPORT_UNREADABLE', 'IMPORT_NO_MATCH', 'WORKER_LIMIT'],
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
			}),
		),
	}),
};
