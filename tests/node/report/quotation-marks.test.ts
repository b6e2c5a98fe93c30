import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inQuotationMarks } from '#shared/domain/report/quotation-marks.ts';
import { messages } from '#shared/i18n/messages.ts';

const sv = messages.sv.report.out;
const en = messages.en.report.out;

test('a quotation within a quotation takes the inner marks of the language', () => {
	const said = 'Hon säger:\n "Det visste jag inte."';
	expect(inQuotationMarks(said, sv)).toBe('”Hon säger: ’Det visste jag inte.’”');
	expect(inQuotationMarks(said, en)).toBe('“Hon säger: ‘Det visste jag inte.’”');
	expect(inQuotationMarks('”Ja”, sa hon, ”nej”.', sv)).toBe('”’Ja’, sa hon, ’nej’.”');
	expect(inQuotationMarks('En skärm på 15" räcker.', sv)).toBe('”En skärm på 15" räcker.”');
});

test('nothing but marks and spaces is changed, whatever was said', () => {
	const bare = (text: string) => text.replace(/[\s"“”‘’]/g, '');
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom('a', 'å', '"', '”', '“', '’', ' ', '\n', '$', '1') }), (said) => {
			expect(bare(inQuotationMarks(said, sv))).toBe(bare(said));
		}),
	);
});
