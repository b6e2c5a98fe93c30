import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findQuote } from '#shared/domain/coding/find-quote.ts';

test('a quotation that stands once is found; one that stands twice must say which', () => {
	const text = 'Det är svårt. Ja, det är svårt.';
	expect(findQuote(text, 'Ja')).toEqual({ range: { start: 14, end: 16 } });
	expect(findQuote(text, 'svårt')).toEqual({ range: null, count: 2 });
	expect(findQuote(text, 'svårt', 2)).toEqual({ range: { start: 25, end: 30 } });
	expect(findQuote(text, 'svårt', 3)).toEqual({ range: null, count: 2 });
	expect(findQuote(text, 'lätt')).toEqual({ range: null, count: 0 });
	expect(findQuote(text, '')).toEqual({ range: null, count: 0 });
});

test('places that overlap are counted', () => {
	expect(findQuote('aaa', 'aa')).toEqual({ range: null, count: 2 });
	expect(findQuote('aaa', 'aa', 2)).toEqual({ range: { start: 1, end: 3 } });
});

test('whatever is found are the very words, and the nth place follows the one before', () => {
	const word = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'å', '😀'), minLength: 1, maxLength: 3 });
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'å', '😀'), maxLength: 60 }), word, (text, quote) => {
			let before = -1;
			for (let nth = 1; ; nth++) {
				const { range } = findQuote(text, quote, nth);
				if (!range) break;
				expect(text.slice(range.start, range.end)).toBe(quote);
				expect(range.start).toBeGreaterThan(before);
				before = range.start;
			}
			// None is left behind the last.
			expect(text.indexOf(quote, before + 1)).toBe(-1);
		}),
	);
});
