import { expect, test } from 'vitest';
import { codebookOf, codebookOfSyntax } from '#shared/domain/responses/codebook.ts';
import { costOf } from '../cost.ts';

test('codes that mean no answer, of several variables at once', () => {
	const list = codebookOfSyntax("MISSING VALUES a b (8, 9) /c ('99') d e.\nVALUE LABELS a 1 'Ja, helt' 2 'It''s no'.");
	expect(list?.variables).toEqual([
		{
			name: 'a',
			label: null,
			missing: ['8', '9'],
			values: [
				{ code: '1', label: 'Ja, helt' },
				{ code: '2', label: "It's no" },
			],
		},
		{ name: 'b', label: null, missing: ['8', '9'], values: [] },
		{ name: 'c', label: null, missing: ['99'], values: [] },
	]);
});

const many = 70_000;
const packed = (text: string) =>
	codebookOf([
		['Variable', 'Choices'],
		['a', text],
	]);
test.each<[string, () => unknown]>([
	['words without an end', () => codebookOfSyntax(`MISSING VALUES ${'x'.repeat(many)}`)],
	['signs that open and never close', () => codebookOfSyntax(`MISSING VALUES ${'('.repeat(many)}`)],
	['as many codes as variables', () => codebookOfSyntax(`MISSING VALUES ${'a '.repeat(9000)}(${'1 '.repeat(9000)})`)],
	['as many labels as variables', () => codebookOfSyntax(`VALUE LABELS ${'a '.repeat(2000)}${"1 'x' ".repeat(2000)}`)],
	['quotes', () => codebookOfSyntax(`VALUE LABELS ${'"\''.repeat(many)}`)],
	['blanks in a packed list', () => packed(`a${' '.repeat(many)}x${' '.repeat(many)}y`)],
	['packed codes', () => packed('1,a|'.repeat(many))],
])('%s in a value list take no time to speak of', async (_what, read) => {
	expect(await costOf(read)).toBeLessThan(20);
});
