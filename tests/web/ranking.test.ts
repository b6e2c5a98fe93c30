import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '#shared/domain/instrument/model.ts';
import { makeInstrument } from '../node/instrument/make.ts';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
beforeAll(async () => {
	program = await startProgram({ project: 'Rangordning' });
});
afterAll(() => program.close());

const text = (sv: string) => ({ sv });

test('a ranking, and the words to another answer, are shown with the results; a file too large is refused before it is read', async () => {
	const { page, call } = program;
	const option = (value: string, label: string, other = false) => ({
		value,
		label: text(label),
		...(other && { other }),
	});
	const definition = makeInstrument([
		{
			type: 'ranking',
			id: '1',
			text: text('Vad är viktigast för dig?'),
			options: [option('a', 'Tid för varandra'), option('b', 'Tydligt uppdrag'), option('c', 'Stöd av chefen')],
		},
		{
			type: 'single',
			id: '2',
			text: text('Var arbetar du?'),
			options: [option('x', 'I kommunen'), option('y', 'Annat', true)],
		},
	]);
	const { id: instrumentId } = await call('instrument.add', { definition, name: 'r.json' });
	const { id: roundId } = await call('round.add', { name: 'Våren', instrumentId });
	const given: Answers[] = [
		{ 1: ['b', 'a', 'c'], 2: 'x' },
		{ 1: ['b', 'c'], 2: 'y', '2:other': 'I en förening' },
		{ 1: ['c'] },
	];
	for (const answers of given) await call('response.save', { roundId, answers, status: 'complete' });
	await program.goTo(`/analyse/round/${roundId}`);
	const table = page.getByRole('table', { name: 'Vad är viktigast för dig?' });
	await table.waitFor();
	expect(await table.getByRole('row').allInnerTexts()).toEqual([
		'Svarsalternativ\tRangordnade\tSatte först\tMedelplats',
		'Tydligt uppdrag\t2\t2\t1',
		'Stöd av chefen\t3\t1\t2',
		'Tid för varandra\t1\t0\t2',
	]);
	await page.getByRole('link', { name: /Var arbetar du\? – Annat/ }).waitFor();
	await program.screenshot('results-ranking');
	await expectAccessible(page);

	await program.goTo(`/collect/round/${roundId}/import`);
	const input = page.locator('input[type=file]').first();
	await input.waitFor({ state: 'attached' });
	// As large as it claims, and without a byte of it in memory: it may not be read.
	await input.evaluate((element) => {
		const file = new File(['x'], 'stor.csv', { type: 'text/csv' });
		Object.defineProperty(file, 'size', { value: 2 ** 30 });
		Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.reject(new Error('was read')) });
		Object.defineProperty(element, 'files', { value: [file] });
		element.dispatchEvent(new Event('change', { bubbles: true }));
	});
	await page.getByText(/stor\.csv är större än 256 MB/).waitFor();
	await page.getByRole('button', { name: 'Välj fil' }).waitFor();
	await program.screenshot('import-too-large');
	expect(program.faults).toEqual([]);
});
