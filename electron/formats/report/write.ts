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

// Being built.
export async function writeReport(_input: WriteReportInput): Promise<Uint8Array> {
	throw new Error('being built');
}
