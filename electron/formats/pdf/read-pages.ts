import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A printed report, as far as its contents need it: how many pages, and on which page (from 1) each named place is. */
export interface PrintedPages {
	count: number;
	pages: Record<string, number>;
}

/** Reads the named destinations of a PDF: what `<a href="#name">` pointed at when it was printed. */
export async function readPages({ pdf }: { name: string; pdf: Uint8Array }): Promise<PrintedPages> {
	const loading = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
	try {
		const document = await loading.promise;
		const pages: Record<string, number> = {};
		const found: unknown = await document.getDestinations();
		const places = found instanceof Map ? [...found] : Object.entries(found ?? {});
		for (const [name, destination] of places) {
			const target = (destination as unknown[] | null)?.[0];
			if (target && typeof target === 'object') {
				pages[name] = (await document.getPageIndex(target as Parameters<typeof document.getPageIndex>[0])) + 1;
			} else if (typeof target === 'number') pages[name] = target + 1;
		}
		return { count: document.numPages, pages };
	} finally {
		await loading.destroy();
	}
}
