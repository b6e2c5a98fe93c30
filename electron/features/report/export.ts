import type { Output, Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { fileName } from '#shared/domain/project/file-name.ts';
import type { Block, ReportDocument, ReportProblem } from '#shared/domain/report/model.ts';
import { parseReport } from '#shared/domain/report/parse.ts';
import { resolveReport } from '#shared/domain/report/resolve.ts';
import { fillTemplate } from '#shared/domain/report/template.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { ProjectContext, TaskContext } from '../../core/handlers.ts';
import { lookupOf } from './lookup.ts';
import { findTemplate } from './templates.ts';

type Input = Parsed<'report.export'>;
type Filled = { document: ReportDocument; problems: ReportProblem[] };

/** Most times a PDF is printed until the page numbers in its contents are those of its pages. */
const mostPrints = 4;

/** The finished file: filled, checked, and written in a process of its own. */
export async function exportReport(context: TaskContext, input: Input): Promise<Output<'report.export'>> {
	const { read, onProgress } = context;
	onProgress({ done: 0, total: 0, step: 'filling' });
	const { document, problems } = read((at) => fill(at, input));
	refuseProblems(problems, document.language);
	const printed = input.format === 'pdf' ? await print(context, document) : null;
	const bytes =
		printed?.pdf ?? (await write(context, document, input.format === 'pdf' ? 'html' : input.format, 'screen'));
	return {
		name: `${fileName(document.title, 'rapport')}.${input.format}`,
		bytes,
		pages: printed?.count ?? null,
		tables: count(document.blocks, 'table'),
		figures: count(document.blocks, 'figure'),
	};
}

function fill(context: ProjectContext, input: Input): Filled {
	if ('id' in input) {
		const { title, language, markdown } = context.query('report.get', { id: input.id });
		return resolveReport(parseReport(markdown), lookupOf(context, title, language), language);
	}
	const project = context.query('project.get', {});
	const language = input.language ?? project.language;
	const template = findTemplate(context.resourcesFolder, input.template, language);
	const lookup = lookupOf(context, project.title, language);
	return resolveReport(parseReport(fillTemplate(template, lookup, language)), lookup, language);
}

/** @throws AppError REPORT_BLOCKED with the name, line and reason of each, the first twelve in full */
function refuseProblems(problems: readonly ReportProblem[], language: ReportDocument['language']): void {
	if (problems.length === 0) return;
	const words = messages[language].report;
	const named = problems
		.slice(0, 12)
		.map(
			({ name, line, reason, detail }) =>
				`${name} (${words.problemLine(line)}): ${words.problems[reason](name, detail).replace(/\.$/, '')}`,
		);
	const more = problems.length - named.length;
	throw new AppError('REPORT_BLOCKED', { blocks: [...named, ...(more > 0 ? [`+ ${more}`] : [])].join('; ') });
}

interface Paged {
	pdf: Uint8Array;
	/** The page of each place that something points at. */
	pages: Record<string, number>;
	count: number;
}

/**
 * The report as a PDF: printed, the pages of its headings read from the print, and printed again with their numbers in the contents until
 * they agree.
 */
async function print(context: TaskContext, document: ReportDocument): Promise<Paged> {
	const { ports } = context;
	const { title, language } = document;
	let pages: Record<string, number> = {};
	for (let round = 1; ; round++) {
		const html = new TextDecoder().decode(await write(context, document, 'html', 'print', pages));
		const pdf = await ports.print({ html, title, language }, context);
		const found = await ports.runJob('report.pages', { name: title, pdf }, context);
		if (sameNumbers(pages, found.pages) || round === mostPrints) return { pdf, pages: found.pages, count: found.count };
		pages = found.pages;
	}
}

function sameNumbers(one: Record<string, number>, other: Record<string, number>): boolean {
	const names = Object.keys(other);
	return names.length === Object.keys(one).length && names.every((name) => one[name] === other[name]);
}

function write(
	{ ports, signal, onProgress }: TaskContext,
	document: ReportDocument,
	format: 'docx' | 'html' | 'md',
	purpose: 'screen' | 'print',
	pages: Record<string, number> = {},
): Promise<Uint8Array> {
	onProgress({ done: 0, total: 0, step: 'writing' });
	const { resourcesFolder } = ports;
	const input = { name: document.title, format, document, pages, resourcesFolder, purpose };
	return ports.runJob('report.write', input, { signal, onProgress });
}

function count(blocks: readonly Block[], kind: Block['kind']): number {
	return blocks.filter((block) => block.kind === kind).length;
}
