import { z } from 'zod';
import { problem, reportDocument } from '#shared/domain/report/model.ts';
import { bytes, id, instant, language, nothing, uid } from './basics.ts';
import { appQuery, command, query, sameFields, task } from './kit.ts';

export const reportFormat = z.enum(['docx', 'pdf', 'html', 'md']);
export type ReportFormat = z.infer<typeof reportFormat>;

const summary = z.object({
	id,
	uid,
	title: z.string(),
	template: z.string().nullable(),
	language,
	words: z.int(),
	updatedAt: instant,
});

/** Reports: Markdown with live blocks. */
export const reportCalls = {
	'report.list': query({ input: nothing, output: z.array(summary) }),
	'report.get': query({
		input: z.object({ id }),
		output: summary.extend({ markdown: z.string() }),
		errors: ['NOT_FOUND'],
	}),
	'report.templates': appQuery({
		input: z.object({ language: language.optional() }),
		output: z.array(z.object({ key: z.string(), title: z.string(), description: z.string() })),
	}),
	/** From a template by key (filled with the project's rounds and codes), or empty. */
	'report.add': command({
		input: z.object({
			title: z.string().trim().min(1).max(300),
			template: z.string().optional(),
			language: language.optional(),
			markdown: z.string().optional(),
		}),
		output: z.object({ id }),
		errors: ['NOT_FOUND'],
	}),
	'report.update': command({
		input: z.object({
			id,
			title: z.string().trim().min(1).max(300).optional(),
			language: language.optional(),
			markdown: z.string().max(5_000_000).optional(),
		}),
		output: nothing,
		errors: ['NOT_FOUND'],
		merge: sameFields,
	}),
	'report.remove': command({ input: z.object({ id }), output: nothing, errors: ['NOT_FOUND'] }),
	/** The report filled from the data as it is now; `markdown` in place of what is stored, while one types. */
	'report.preview': query({
		input: z.object({ id, markdown: z.string().optional() }),
		output: z.object({
			document: reportDocument,
			problems: z.array(problem),
			/** What each live value came to, by how it is written. */
			values: z.record(z.string(), z.string()),
		}),
		errors: ['NOT_FOUND'],
	}),
	/** The finished file: of a report, or of a template filled with the project and not kept. Stops by name at a block that cannot be filled. */
	'report.export': task({
		input: z.union([
			z.strictObject({ id, format: reportFormat }),
			z.strictObject({ template: z.string(), language: language.optional(), format: reportFormat }),
		]),
		output: z.object({ name: z.string(), bytes, pages: z.int().nullable(), tables: z.int(), figures: z.int() }),
		errors: ['NOT_FOUND', 'REPORT_BLOCKED', 'NO_PRINTER', 'WORKER_LIMIT'],
	}),
};
