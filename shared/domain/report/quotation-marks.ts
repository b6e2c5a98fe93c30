/** The marks of a language, outer and inner. */
export interface QuotationMarks {
	quoteOpen: string;
	quoteClose: string;
	innerQuoteOpen: string;
	innerQuoteClose: string;
}

/**
 * A passage on one line in the marks of the language. A quotation within it takes the inner marks, or its end would be read
 * as the end of both; a double mark without a partner is left as it was written.
 */
export function inQuotationMarks(passage: string, marks: QuotationMarks): string {
	const text = passage.replace(/\s+/g, ' ').trim();
	const inner = text.replace(
		/["“”]([^"“”]+)["“”]/g,
		(_all, words: string) => marks.innerQuoteOpen + words + marks.innerQuoteClose,
	);
	return marks.quoteOpen + inner + marks.quoteClose;
}
