import { writeFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { reportFormat } from '#shared/contract/report.ts';
import { type Command, needed, type Run, UsageError } from '../command.ts';
import { openNamed } from '../project-at.ts';

/** `report FILE [--template T | --report TITLE] --out X.docx|.pdf|.html|.md`: a report from a template, or one that the project holds. */
export const report: Command = {
	name: 'report',
	usage: 'FILE [--template T | --report TITLE] --out X.docx|.pdf|.html|.md',
	options: { template: { type: 'string' }, report: { type: 'string' }, out: { type: 'string' } },
	words: { least: 1, most: 1 },
	run: async (run) => {
		const out = resolve(needed(run, 'out'));
		const format = reportFormat.safeParse(extname(out).slice(1).toLowerCase());
		if (!format.success) throw new UsageError(run.text.cli.outFormat);
		await openNamed(run);
		const data = await writeReport(run, out, format.data);
		return { data, lines: [run.text.cli.wrote(out, data.tables, data.figures, data.pages)] };
	},
};

async function writeReport(run: Run, out: string, format: 'docx' | 'pdf' | 'html' | 'md') {
	const { template } = run.options;
	const which = typeof template === 'string' ? { template } : { id: await findReport(run) };
	const { bytes, tables, figures, pages } = await run.core.call('report.export', { ...which, format });
	try {
		writeFileSync(out, bytes);
	} catch (error) {
		throw new AppError('FILE_NOT_WRITABLE', { path: out }, error);
	}
	return { path: out, format, size: bytes.length, tables, figures, pages };
}

/** The report of the given title, or the one written in last. */
async function findReport({ core, options }: Run): Promise<number> {
	const reports = await core.call('report.list', {});
	const title = options.report;
	const found =
		typeof title === 'string'
			? reports.find((one) => one.title === title)
			: reports.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0];
	if (!found) throw new AppError('NOT_FOUND', { what: 'report', ref: typeof title === 'string' ? title : '' });
	return found.id;
}
