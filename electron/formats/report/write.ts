import type { ReportDocument } from '#shared/domain/report/model.ts';

/** What `report.write` is given. `pages` holds the page of each anchor, once the page-by-page layout is known. */
export interface WriteReportInput {
	name: string;
	format: 'docx' | 'html' | 'md';
	document: ReportDocument;
	pages: Record<string, number>;
	resourcesFolder: string;
	/** For `html`: a page for reading on screen, or one laid out for printing. */
	purpose: 'screen' | 'print';
}

/** A report as the bytes of a file. Each writer is loaded only where it is used. */
export async function writeReport(input: WriteReportInput): Promise<Uint8Array> {
	const { format, document, resourcesFolder } = input;
	if (format === 'docx') return (await import('./docx.ts')).writeDocx(document, resourcesFolder);
	const text =
		format === 'html'
			? (await import('./html.ts')).writeHtml(document, input)
			: (await import('./markdown.ts')).writeMarkdown(document);
	return new TextEncoder().encode(text);
}
