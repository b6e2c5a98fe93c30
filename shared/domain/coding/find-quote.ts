import type { Range } from './ranges.ts';

/** Where a quotation lies in a text, or how often it stands there when that is not the once that was asked for. */
export type QuoteFound = { range: Range } | { range: null; count: number };

/**
 * Finds the exact words of a quotation. Without `occurrence` they must stand in the text once and only once; with it, the place counted
 * from 1 (places may overlap) is given. Nothing is guessed: another number of places than asked for is an answer without a range.
 */
export function findQuote(text: string, quote: string, occurrence?: number): QuoteFound {
	const starts: number[] = [];
	for (let at = quote ? text.indexOf(quote) : -1; at !== -1; at = text.indexOf(quote, at + 1)) starts.push(at);
	const start = occurrence === undefined && starts.length !== 1 ? undefined : starts[(occurrence ?? 1) - 1];
	if (start === undefined) return { range: null, count: starts.length };
	return { range: { start, end: start + quote.length } };
}
