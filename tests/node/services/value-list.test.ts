import { expect, test } from 'vitest';
import { codebookOf, codebookOfSyntax } from '#shared/domain/responses/codebook.ts';
import { layoutOf } from '#shared/domain/responses/layout.ts';
import { makeInstrument } from '#shared/domain/responses/make-instrument.ts';
import { readCodebook } from '../../../electron/features/response/open-table.ts';
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

test('a value list in the older Swedish encoding keeps its letters, and one that is no text is refused', async () => {
	const syntax = "VALUE LABELS a 1 'Stämmer inte' 2 'Vet ej'.";
	const list = await readCodebook({ name: 'a.sps', bytes: new Uint8Array(Buffer.from(syntax, 'latin1')) });
	expect(list.variables[0]?.values.map(({ label }) => label)).toEqual(['Stämmer inte', 'Vet ej']);
	const binary = new Uint8Array([0x56, 0, 0, 1]);
	await expect(readCodebook({ name: 'b.sps', bytes: binary })).rejects.toMatchObject({ code: 'IMPORT_UNREADABLE' });
});

test('what is no answer stands outside in a questionnaire made of a file: by the value list, and by its words', () => {
	const made = (rows: string[][], list: string | null = null) => {
		const layout = layoutOf(rows);
		const file = { layout, rows: rows.slice(layout.skip) };
		const known = ['Aldrig', 'Ibland', 'Ofta'].map((sv, at) => ({ value: String(at + 1), label: { sv } }));
		const codebook = list === null ? null : codebookOfSyntax(list);
		return makeInstrument(file, { title: 'T', key: 't', scales: [{ id: 'often', options: known }], codebook })
			.instrument;
	};
	const told = (options: readonly { label: { sv: string }; missing?: boolean | undefined }[] = []) =>
		options.map(({ label, missing }) => `${label.sv}${missing ? ' –' : ''}`);
	const coded = made(
		[['v1'], ...['1', '2', '9', '1', '2'].map((one) => [one])],
		"VALUE LABELS v1 1 'Ja' 2 'Nej' 9 'Uppgift saknas'.\nMISSING VALUES v1 (9).",
	).items[0];
	expect(coded?.type === 'single' && told(coded.options)).toEqual(['Ja', 'Nej', 'Uppgift saknas –']);
	const words = made([['Hur ofta?'], ...['Ofta', 'Vet ej', 'Aldrig', 'Ofta', 'Vet ej', 'Aldrig'].map((one) => [one])]);
	expect(words.items[0]?.type).toBe('scale');
	const common = made([
		['Är du nöjd?'],
		...['Mycket nöjd', 'Vet ej', 'Missnöjd', 'Ganska nöjd', 'Mycket nöjd', 'Vet ej', 'Missnöjd', 'Ganska nöjd'].map(
			(one) => [one],
		),
	]);
	// Whole, with what nobody chose, in the words of those who chose.
	expect(told(common.scales[0]?.options)).toEqual([
		...['Mycket missnöjd', 'Missnöjd', 'Varken nöjd eller missnöjd', 'Ganska nöjd', 'Mycket nöjd', 'Vet ej –'],
	]);
	const two = made([['Är du nöjd?'], ...['Mycket nöjd', 'Missnöjd', 'Mycket nöjd', 'Missnöjd'].map((one) => [one])]);
	expect(two.items[0]?.type).toBe('single');
	// In the scale's own order, and not in that of the answers.
	expect(told(words.scales[0]?.options)).toEqual(['Aldrig', 'Ibland', 'Ofta', 'Vet ej –']);
});
