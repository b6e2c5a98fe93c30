import { z } from 'zod';
import { documentKind, speakerRole } from '#shared/domain/document/model.ts';
import { bytes, id, isoDate, nothing, range, uid } from './basics.ts';
import { changingTask, command, query, sameFields } from './kit.ts';

const summary = z.object({
	id,
	uid,
	title: z.string(),
	kind: documentKind,
	date: isoDate.nullable(),
	memo: z.string(),
	words: z.int(),
	turns: z.int(),
	codings: z.int(),
	informants: z.int(),
});
export type DocumentSummary = z.infer<typeof summary>;

const speaker = z.object({ id, label: z.string(), role: speakerRole });
const turn = range.extend({ id, speakerId: id.nullable(), time: z.int().nullable() });
export type Turn = z.infer<typeof turn>;

/** Transcripts and other written material. */
export const documentCalls = {
	'document.list': query({ input: nothing, output: z.array(summary) }),
	'document.get': query({
		input: z.object({ id }),
		output: summary.extend({ text: z.string(), speakers: z.array(speaker), turns: z.array(turn) }),
		errors: ['NOT_FOUND'],
	}),
	/** Reads .txt, .docx and .vtt in a process of its own and stores it. The same text twice is stored once, and said so. */
	'document.import': changingTask({
		input: z.object({
			name: z.string(),
			bytes,
			title: z.string().optional(),
			kind: documentKind.optional(),
			date: isoDate.nullable().optional(),
		}),
		output: z.object({ id, known: z.boolean(), turns: z.int(), speakers: z.int(), words: z.int() }),
		errors: ['IMPORT_EMPTY', 'IMPORT_UNREADABLE', 'IMPORT_UNSUPPORTED', 'WORKER_LIMIT'],
	}),
	'document.update': command({
		input: z.object({
			id,
			title: z.string().trim().min(1).max(300).optional(),
			kind: documentKind.optional(),
			date: isoDate.nullable().optional(),
			memo: z.string().optional(),
		}),
		output: nothing,
		errors: ['NOT_FOUND'],
		merge: sameFields,
	}),
	/** What a speaker is called in lists and quotations, and whether it is the interviewer. The text stays as it was. */
	'document.updateSpeaker': command({
		input: z.object({ id, label: z.string().trim().min(1).max(120).optional(), role: speakerRole.optional() }),
		output: nothing,
		errors: ['NOT_FOUND'],
	}),
	'document.remove': command({ input: z.object({ id }), output: nothing, errors: ['NOT_FOUND'] }),
};
