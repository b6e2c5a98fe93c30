import { z } from 'zod';
import { isoDate, language, nothing, uid } from './basics.ts';
import { action, appTask, command, query, sameFields, task } from './kit.ts';

export const projectDetails = z.object({
	title: z.string().trim().min(1).max(300),
	commissioner: z.string().max(300),
	periodStart: isoDate.nullable(),
	periodEnd: isoDate.nullable(),
	/** The language of the evaluation's own texts and of its report. */
	language,
	/** The smallest group whose results leave the program; the promise made to those who answer. */
	smallestGroup: z.int().min(1).max(50),
});
export type ProjectDetails = z.infer<typeof projectDetails>;

const opened = z.object({ path: z.string(), title: z.string() });
const openErrors = [
	'FILE_NOT_FOUND',
	'FILE_NOT_PROJECT',
	'FILE_DAMAGED',
	'FILE_NEWER',
	'FILE_IN_USE',
	'PASSPHRASE_NEEDED',
] as const;

export const projectCalls = {
	/** Makes a project file and opens it. */
	'project.create': action({
		input: z.object({
			path: z.string(),
			title: projectDetails.shape.title,
			language: language.optional(),
			passphrase: z.string().min(1).optional(),
		}),
		output: opened,
		errors: ['FILE_EXISTS', 'FILE_NOT_WRITABLE', 'PASSPHRASE_SHORT'],
	}),
	'project.open': action({
		/** `again`: after the core's own end, so that what stood before stands again. */
		input: z.object({ path: z.string(), passphrase: z.string().optional(), again: z.boolean().optional() }),
		output: opened,
		errors: openErrors,
	}),
	/**
	 * Makes the sample project at `path` from the program's own files and opens it. What was open stays open until it is whole; nothing is
	 * left at `path` where it is cancelled or refused.
	 */
	'project.openSample': appTask({
		input: z.object({ path: z.string() }),
		output: opened,
		errors: ['FILE_EXISTS', 'FILE_NOT_WRITABLE', 'NOT_FOUND', 'WORKER_LIMIT'],
	}),
	'project.close': action({ input: nothing, output: nothing }),
	/** Writes a whole copy of the open project; the open one stays the one at hand. */
	'project.saveCopy': task({
		input: z.object({ path: z.string() }),
		output: z.object({ path: z.string(), size: z.int() }),
		errors: ['FILE_EXISTS', 'FILE_NOT_WRITABLE'],
	}),
	'project.get': query({ input: nothing, output: projectDetails.extend({ uid, path: z.string() }) }),
	'project.update': command({ input: projectDetails.partial(), output: nothing, merge: sameFields }),
	/** What the first page shows: how far each room has come, and the material on a time line. */
	'project.overview': query({
		input: nothing,
		output: z.object({
			instruments: z.int(),
			rounds: z.array(
				z.object({
					id: z.int(),
					name: z.string(),
					date: isoDate.nullable(),
					invited: z.int().nullable(),
					answered: z.int(),
				}),
			),
			documents: z.array(
				z.object({
					id: z.int(),
					title: z.string(),
					kind: z.string(),
					date: isoDate.nullable(),
					words: z.int(),
					codings: z.int(),
					people: z.int(),
				}),
			),
			openAnswers: z.int(),
			codes: z.int(),
			codings: z.int(),
			uncodedDocuments: z.int(),
			reports: z.array(z.object({ id: z.int(), title: z.string(), updatedAt: z.string(), words: z.int() })),
		}),
	}),
	/** Reads the whole file: structure, references, and the hash of every stored text. Empty `problems` is a sound file. */
	'project.verify': task({
		input: nothing,
		output: z.object({
			ok: z.boolean(),
			checked: z.object({ pages: z.int(), rows: z.int(), texts: z.int() }),
			problems: z.array(z.object({ kind: z.enum(['structure', 'reference', 'text', 'range']), detail: z.string() })),
		}),
	}),
};
