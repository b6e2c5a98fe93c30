import { z } from 'zod';
import { editMerge, instrumentEdit } from '#shared/domain/instrument/edit/schema.ts';
import { loss, readFormat, reading, writeFormat } from '#shared/domain/instrument/exchange/model.ts';
import { bank, scaleLibrary } from '#shared/domain/instrument/library.ts';
import { instrument, instrumentKind, localText } from '#shared/domain/instrument/model.ts';
import { changeKinds, type ItemChange } from '#shared/domain/instrument/versions.ts';
import { bytes, id, language, nothing } from './basics.ts';
import { appQuery, appTask, command, query } from './kit.ts';

const summary = z.object({
	/** The row in the project; null for a bundled instrument that the project has not taken in. */
	id: id.nullable(),
	key: z.string(),
	version: z.int(),
	kind: instrumentKind,
	title: instrument.shape.title,
	description: instrument.shape.description,
	/** Items that are answered, a matrix row each. */
	questions: z.int(),
	rounds: z.int(),
	/** Responses in all of them. One that has any is changed as a new version only. */
	responses: z.int(),
});
export type InstrumentSummary = z.infer<typeof summary>;

const side = z.object({ id: z.string(), text: localText }).nullable();
const itemChange = z.object({
	uid: z.string(),
	before: side,
	after: side,
	kinds: z.array(z.enum(changeKinds)),
	comparable: z.enum(['yes', 'care', 'no', 'none']),
}) satisfies z.ZodType<ItemChange>;

export const instrumentCalls = {
	/** The project's instruments, then the bundled ones it has not taken in. */
	'instrument.list': query({ input: nothing, output: z.array(summary) }),
	/** The bundled instruments alone: needs no project. */
	'instrument.library': appQuery({ input: nothing, output: z.array(summary) }),
	/** Ready scales and ratings to choose among, and the answers that may stand outside any of them. */
	'instrument.scales': appQuery({ input: nothing, output: scaleLibrary }),
	/** Groups of ready items, with the scales and indexes they use. */
	'instrument.banks': appQuery({ input: nothing, output: z.array(bank) }),
	/** By row, or a bundled one by key. */
	'instrument.get': query({
		input: z.union([z.strictObject({ id }), z.strictObject({ key: z.string() })]),
		output: z.object({
			id: id.nullable(),
			definition: instrument,
			rounds: z.int(),
			responses: z.int(),
			/** The round in which it has been given out: it is then changed as a new version only. */
			out: z.string().nullable(),
		}),
		errors: ['NOT_FOUND'],
	}),
	/** Takes an instrument into the project: a bundled one by key, or a definition. The same key and version twice is the same row. */
	'instrument.add': command({
		input: z.union([
			z.strictObject({ key: z.string() }),
			z.strictObject({ definition: z.unknown(), name: z.string() }),
		]),
		output: z.object({ id }),
		errors: ['NOT_FOUND', 'INSTRUMENT_INVALID', 'NAME_TAKEN'],
	}),
	/**
	 * Takes in a questionnaire that was read from outside, as a draft: it may be unsound. The very same is the same row; where its key is another's it
	 * gets one of its own, and `renamed` tells.
	 */
	'instrument.takeIn': command({
		input: z.strictObject({ definition: z.unknown(), name: z.string() }),
		output: z.object({ id, renamed: z.boolean() }),
		errors: ['INSTRUMENT_INVALID'],
	}),
	/** A new one with a key of its own: empty, or a copy of the project's or a bundled one, with its title in the language given. */
	'instrument.create': command({
		input: z.strictObject({
			title: z.string().trim().min(1).max(300),
			language,
			from: z.union([z.strictObject({ id }), z.strictObject({ key: z.string() })]).optional(),
		}),
		output: z.object({ id }),
		errors: ['NOT_FOUND'],
	}),
	/**
	 * One edit. It may leave the questionnaire unsound; a round takes a sound one only. `made`: the identities of new or moved items, the values of
	 * options, the ids of scales.
	 */
	'instrument.edit': command({
		input: z.strictObject({ id, edit: instrumentEdit }),
		output: z.object({ made: z.array(z.string()) }),
		errors: ['NOT_FOUND', 'NAME_TAKEN', 'INSTRUMENT_ANSWERED', 'INSTRUMENT_OUT', 'INSTRUMENT_INVALID'],
		merge: ({ id: row, edit }) => {
			const same = editMerge(edit);
			return same === null ? null : `${row}:${same}`;
		},
	}),
	/** The next version of a questionnaire, the same in all but the number. Every item keeps its identity. */
	'instrument.newVersion': command({
		input: z.strictObject({ id }),
		output: z.object({ id, version: z.int() }),
		errors: ['NOT_FOUND'],
	}),
	/** Two of the project's questionnaires, question by question: what has changed, and whether results are still comparable. */
	'instrument.compare': query({
		input: z.strictObject({ before: id, after: id }),
		output: z.array(itemChange),
		errors: ['NOT_FOUND'],
	}),
	/** A questionnaire on A4 paper: one of the project's, a bundled one, one from a file, or what a round asks, with the round's mark on each sheet. */
	'instrument.paper': appTask({
		input: z.strictObject({
			of: z.union([
				z.strictObject({ id }),
				z.strictObject({ key: z.string() }),
				z.strictObject({ roundId: id }),
				z.strictObject({ definition: z.unknown(), name: z.string() }),
			]),
			/** The questionnaire's first where absent. */
			language: language.optional(),
			size: z.enum(['normal', 'large']).optional(),
			/** With the words before and after the questions; so where absent. */
			intro: z.boolean().optional(),
			/** With the small digits of the options; so where absent. */
			codes: z.boolean().optional(),
		}),
		output: z.object({ name: z.string(), bytes, pages: z.int(), formId: z.string() }),
		errors: ['NOT_FOUND', 'INSTRUMENT_INVALID', 'NO_PRINTER', 'WORKER_LIMIT'],
	}),
	/** Reads a questionnaire of any of the formats, or one that is written as a text, and stores nothing. Needs no project. */
	'instrument.read': appTask({
		input: z.union([z.strictObject({ name: z.string(), bytes }), z.strictObject({ text: z.string().max(2_000_000) })]),
		output: reading.extend({ format: readFormat }),
		errors: [
			'IMPORT_EMPTY',
			'IMPORT_UNREADABLE',
			'IMPORT_UNSUPPORTED',
			'INSTRUMENT_FOREIGN',
			'INSTRUMENT_INVALID',
			'INSTRUMENT_NONE',
			'INSTRUMENT_OF_ANSWERS',
			'WORKER_LIMIT',
		],
	}),
	/** A questionnaire as a file of another program, and what that can't hold: one of the project by row, a bundled one by key, or a definition. */
	'instrument.write': appTask({
		input: z.union([
			z.strictObject({ id, format: writeFormat }),
			z.strictObject({ key: z.string(), format: writeFormat }),
			z.strictObject({ definition: z.unknown(), name: z.string(), format: writeFormat }),
		]),
		output: z.object({ name: z.string(), bytes, losses: z.array(loss) }),
		errors: ['NOT_FOUND', 'INSTRUMENT_INVALID', 'WORKER_LIMIT'],
	}),
	'instrument.remove': command({
		input: z.object({ id }),
		output: nothing,
		errors: ['NOT_FOUND', 'INSTRUMENT_IN_USE'],
	}),
};
