import { z } from 'zod';
import { instrument } from '#shared/domain/instrument/model.ts';
import { id, nothing } from './basics.ts';
import { appQuery, command, query } from './kit.ts';

const summary = z.object({
	/** The row in the project; null for a bundled instrument that the project has not taken in. */
	id: id.nullable(),
	key: z.string(),
	version: z.int(),
	title: instrument.shape.title,
	description: instrument.shape.description,
	/** Items that are answered, a matrix row each. */
	questions: z.int(),
	rounds: z.int(),
});
export type InstrumentSummary = z.infer<typeof summary>;

export const instrumentCalls = {
	/** The project's instruments, then the bundled ones it has not taken in. */
	'instrument.list': query({ input: nothing, output: z.array(summary) }),
	/** The bundled instruments alone: needs no project. */
	'instrument.library': appQuery({ input: nothing, output: z.array(summary) }),
	/** By row, or a bundled one by key. */
	'instrument.get': query({
		input: z.union([z.strictObject({ id }), z.strictObject({ key: z.string() })]),
		output: z.object({ id: id.nullable(), definition: instrument, rounds: z.int() }),
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
	'instrument.remove': command({
		input: z.object({ id }),
		output: nothing,
		errors: ['NOT_FOUND', 'INSTRUMENT_IN_USE'],
	}),
};
