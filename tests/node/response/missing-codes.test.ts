import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codebookOfSyntax } from '#shared/domain/responses/codebook.ts';
import { layoutOf } from '#shared/domain/responses/layout.ts';
import { makeInstrument } from '#shared/domain/responses/make-instrument.ts';
import { missingCodes } from '#shared/domain/responses/missing-codes.ts';
import { proposeColumns } from '#shared/domain/responses/propose.ts';

/** A questionnaire made of one column, and how the same file is read into it. */
const made = (cells: readonly string[], list: string | null = null) => {
	const layout = layoutOf([['v1'], ...cells.map((one) => [one])]);
	const file = { layout, rows: cells.map((one) => [one]) };
	const codebook = list === null ? null : codebookOfSyntax(list);
	const { instrument, guesses } = makeInstrument(file, { title: 'T', key: 't', scales: [], codebook });
	const { columns, notes } = proposeColumns(file, instrument, { codebook });
	return { item: instrument.items[0], guess: guesses[0], column: columns[0], notes };
};

test.each([1, 10])('−99 and 99 are no answers and are told, in a file of few rows as of many (× %i)', (times) => {
	const rows = Array.from({ length: times }, () => ['5', '-99', '4', '4', '99']).flat();
	const { item, guess, column, notes } = made(rows);
	expect(item?.type).toBe(times === 1 ? 'number' : 'rating');
	expect(guess?.missing).toEqual(['-99', '99']);
	expect(column?.values).toMatchObject({ '-99': '', '99': '' });
	expect(notes).toContainEqual({ index: 0, kind: 'missing', detail: '-99, 99' });
});

test('a code that a value list says is no answer is none and is told', () => {
	for (const list of ["VALUE LABELS v1 -99 'Uppgift saknas'.", 'MISSING VALUES v1 (-99).']) {
		const { item, guess, column, notes } = made(['5', '-99', '4', '4'], list);
		expect(item?.type).toBe('number');
		expect(guess?.missing).toEqual(['-99']);
		expect(column?.values).toEqual({ '-99': '' });
		expect(notes).toContainEqual({ index: 0, kind: 'missing', detail: '-99' });
	}
	const { item } = made(['1', '2', '9', '1'], "VALUE LABELS v1 1 'Ja' 2 'Nej' 9 'Bortfall'.");
	expect(item?.type === 'single' && item.options.map((one) => one.missing ?? false)).toEqual([false, false, true]);
});

test('what may be an answer stays one', () => {
	expect(missingCodes(['15', '34', '99'])).toEqual([]);
	expect(missingCodes(['80', '99', '-99', '-40'])).toEqual([]);
	expect(missingCodes(['-9', '3', '25'])).toEqual([]);
	expect(missingCodes(['-9', '3', '5'])).toEqual(['-9']);
	expect(missingCodes(['99'])).toEqual([]);
	const small = fc.array(fc.integer({ min: 0, max: 76 }).map(String), { minLength: 1 });
	fc.assert(fc.property(small, (cells) => missingCodes(cells).length === 0));
});
