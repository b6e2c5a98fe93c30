import { z } from 'zod';

export const documentKind = z.enum(['interview', 'focus-group', 'pair', 'workshop', 'observation', 'document']);
export type DocumentKind = z.infer<typeof documentKind>;

export const speakerRole = z.enum(['interviewer', 'informant']);
export type SpeakerRole = z.infer<typeof speakerRole>;

/**
 * A transcript as a format's reader gives it: the normalised text (NFC, LF line ends, no BOM or control characters), and what was
 * recognised in it. Offsets are UTF-16 code units into `text`; a turn's range covers what is said, not the speaker's name.
 */
const readDocument = z.object({
	title: z.string(),
	text: z.string(),
	speakers: z.array(z.object({ label: z.string(), role: speakerRole })),
	turns: z.array(
		z.object({
			/** Index into `speakers`; null where nobody is named. */
			speaker: z.int().nullable(),
			start: z.int(),
			end: z.int(),
			/** Milliseconds from the start of the recording. */
			time: z.int().nullable(),
		}),
	),
});
export type ReadDocument = z.infer<typeof readDocument>;
