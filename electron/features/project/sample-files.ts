import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isoDate } from '#shared/contract/basics.ts';
import { projectDetails } from '#shared/contract/project.ts';
import { documentKind } from '#shared/domain/document/model.ts';

const about = z.strictObject({
	project: projectDetails,
	rounds: z.array(
		z.strictObject({
			name: z.string(),
			/** The key of a bundled instrument. */
			instrument: z.string(),
			date: isoDate,
			invited: z.int(),
			file: z.string(),
		}),
	),
	documents: z.array(
		z.strictObject({
			file: z.string(),
			title: z.string(),
			kind: documentKind,
			date: isoDate,
			memo: z.string().optional(),
		}),
	),
	report: z.strictObject({ title: z.string(), file: z.string() }),
});

const code = z.strictObject({ name: z.string(), definition: z.string().min(1), color: z.int() });
const codebook = z.array(code.extend({ children: z.array(code) }));

const quoted = {
	/** The exact words. They stand in the text once, or `occurrence` says which of several places, from 1. */
	quote: z.string().min(1),
	occurrence: z.int().min(1).optional(),
	/** Names of codes. */
	codes: z.array(z.string()).min(1),
	memo: z.string().optional(),
	/** What the report calls the passage by: `[[ref]]` there becomes the number of its coding. */
	ref: z.string().optional(),
};
const codings = z.strictObject({
	documents: z.array(z.strictObject({ document: z.string(), ...quoted })),
	/** `response` is the id that the row has in the round's file: for a reader of this file, not for the program. */
	answers: z.array(z.strictObject({ round: z.string(), item: z.string(), response: z.string(), ...quoted })),
});

export type SampleFiles = z.infer<typeof about> & {
	codebook: z.infer<typeof codebook>;
	codings: z.infer<typeof codings>;
	/** The bytes of a file of the sample. */
	bytes: (name: string) => Uint8Array;
	markdown: string;
};

/** Reads the sample's files from its folder. @throws ZodError or a file error where one is not as it should be: a fault of the program */
export function readSample(folder: string): SampleFiles {
	const bytes = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
	const text = (name: string) => readFileSync(join(folder, name), 'utf8');
	const described = about.parse(JSON.parse(text('project.json')));
	return {
		...described,
		codebook: codebook.parse(JSON.parse(text('codebook.json'))),
		codings: codings.parse(JSON.parse(text('codings.json'))),
		bytes,
		markdown: text(described.report.file),
	};
}
