import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
let board: number;
let lokus: number;
let empty: number;

beforeAll(async () => {
	program = await startProgram({ project: 'Långsiktig samverkan' });
	const { call } = program;
	await call('project.update', { smallestGroup: 4 });
	const withRound = async (key: 'board' | 'lokus', name: string, invited: number, file: string, date: string) => {
		const { id: instrumentId } = await call('instrument.add', { key });
		const { id: roundId } = await call('round.add', { name, instrumentId, invited, date });
		const bytes = new Uint8Array(readFileSync(new URL(`../fixtures/seed/${file}`, import.meta.url)));
		await call('response.import', { roundId, name: file, bytes });
		return { roundId, instrumentId };
	};
	board = (await withRound('board', 'Styrelsen, juni 2016', 22, 'board-2016.csv', '2016-06-30')).roundId;
	const made = await withRound('lokus', 'Lokusgrupper, oktober 2017', 28, 'lokus-2017.csv', '2017-10-20');
	lokus = made.roundId;
	empty = (await call('round.add', { name: 'Våren 2018', instrumentId: made.instrumentId })).id;
});
afterAll(() => program.close());

/** Every canvas has been drawn: some of its pixels are not transparent. */
async function drawn(): Promise<number[]> {
	return program.page.locator('main canvas').evaluateAll((all) =>
		all.map((one) => {
			const canvas = one as HTMLCanvasElement;
			const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
				0,
				0,
				canvas.width,
				canvas.height,
			);
			return data.filter((value, at) => at % 4 === 3 && value > 0).length;
		}),
	);
}

test('the results are read from top to bottom', async () => {
	const { page } = program;
	await program.goTo(`/analyse/round/${lokus}`);
	// Nothing is broken down until it is asked for: the first question with several choices may be about anything.
	await page.getByText(/20 av 28 svarade \(71\s%\)/).waitFor();
	expect(await page.getByText('i flera grupper').count()).toBe(0);
	expect(await page.getByRole('tab', { name: 'Per grupp' }).count()).toBe(0);
	const row = page.getByRole('row', { name: /Tydligt uppdrag/ });
	expect(await row.innerText()).toMatch(/12 av 20\s+60\s%/);
	await page.getByRole('cell', { name: 'Inte alls 1, Inte särskilt 7, Ja, ganska 9, Ja, absolut 3' }).first().waitFor();
	await expect.poll(async () => (await drawn()).every((pixels) => pixels > 500)).toBe(true);
	expect((await drawn()).length).toBeGreaterThanOrEqual(4);
});

test('a question shows its groups, and a sentence for the report', async () => {
	const { page } = program;
	await page.getByRole('button', { name: 'Tydligt uppdrag', exact: true }).click();
	expect(page.url()).toContain('item=13');
	const breakdown = page.getByRole('combobox', { name: 'Dela upp efter' });
	await breakdown.click();
	await page.getByRole('option', { name: 'Ingen uppdelning' }).waitFor();
	await page.getByRole('option').nth(1).click();
	expect(page.url()).toContain('by=1');
	await page.getByText(/20 av 28 svarade \(71\s%\), två i flera grupper/).waitFor();
	const details = page.getByRole('complementary', { name: 'Den valda frågan' });
	await details.getByText('2 personer').waitFor();
	await details
		.getByText(/Tolv av tjugo \(60\s%\) svarade ”Ja, ganska” eller ”Ja, absolut” på ”Tydligt uppdrag”/)
		.waitFor();
	await details.getByText(/Färre än 4 personer/).waitFor();
	const single = details.getByRole('button', { name: 'Räkna bara dem som är i en enda grupp' });
	await single.click();
	await details.getByText(/2 personer i flera grupper är inte med/).waitFor();
	expect(page.url()).toContain('single=1');
	await single.click();
	await details.getByRole('tab', { name: 'Fördelning' }).click();
	await details.getByText('Två mest positiva').waitFor();
	await details.getByRole('tab', { name: 'Per grupp' }).click();
});

test('the arrow keys go from question to question', async () => {
	const { page } = program;
	await page.getByRole('button', { name: 'Tydligt uppdrag', exact: true }).focus();
	await page.keyboard.press('ArrowDown');
	expect(page.url()).toContain('item=15');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	expect(page.url()).toContain('item=11');
	expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Tydliga mål');
});

test('it can be seen in both themes, languages and sizes, and by everybody', async () => {
	const { page } = program;
	await program.goTo(`/analyse/round/${lokus}?by=1&item=13`);
	await page.getByRole('button', { name: 'Tydligt uppdrag', exact: true }).waitFor();
	await program.screenshot('results');
	await expectAccessible(page);
	await program.screenshot('results', { theme: 'dark' });
	await expectAccessible(page);
	await program.screenshot('results', { size: '1920x1080', theme: 'light', language: 'en' });
	await program.screenshot('results', { size: '1920x1080', theme: 'dark', language: 'sv' });
	await program.screenshot('results', { size: '640x720', theme: 'light' });
	await expectAccessible(page);
	await program.setLook({ size: '1280x800' });
});

test('all numbers, other orders and another breakdown', async () => {
	const { page } = program;
	await program.goTo(`/analyse/round/${lokus}?by=1&view=numbers&order=low`);
	const first = page.getByRole('table', { name: 'Inte alls till Ja, absolut' }).getByRole('row').nth(1);
	await first.getByText('Tillräcklig insyn i verksamheterna').waitFor();
	await program.screenshot('results-numbers');
	await expectAccessible(page);
	await page.getByRole('combobox', { name: 'Dela upp efter' }).click();
	await page.getByRole('option', { name: /Organisation/ }).click();
	await page.getByRole('complementary').getByText('Försäkringskassan').first().waitFor();
	await page.goBack();
	await page.getByRole('complementary').getByText('Knivsta').first().waitFor();
});

test('a table of one’s own, as the report prints it', async () => {
	const { page } = program;
	await program.goTo(`/analyse/round/${board}?view=table`);
	const table = page.getByRole('region', { name: 'Tabellen' }).getByRole('table');
	await table.getByText('Stämmer delvis” eller ”Stämmer helt').waitFor();
	const counts = async () =>
		(
			await table
				.locator('tbody tr')
				.evaluateAll((rows) => rows.map((row) => row.querySelector('td')?.textContent ?? ''))
		).filter((text) => text !== '');
	expect(await counts()).toEqual('12 7 7 8 11 10 11 8 13 13 13 11 10 10 5'.split(' '));
	await page.getByRole('button', { name: /^Flytta upp: 7\./ }).click();
	await expect.poll(counts).toEqual('12 7 7 8 11 11 10 8 13 13 13 11 10 10 5'.split(' '));
	expect(decodeURIComponent(page.url())).toContain('rows=1,2,3,4|5,7,6,8,11,12,13a,13b,13c,13d,14');
	await page.getByRole('textbox', { name: 'Rubrik' }).first().fill('Samverkan');
	await table.getByText('Samverkan', { exact: true }).waitFor();
	await page.getByRole('button', { name: /^Ta bort: 14\./ }).click();
	await expect.poll(async () => (await counts()).length).toBe(14);
	await page.getByRole('combobox', { name: /Lägg till en fråga under ”Ja, ganska/ }).click();
	await page.getByRole('option', { name: /^14\./ }).click();
	await expect.poll(async () => (await counts()).at(-1)).toBe('5');
	await program.screenshot('results-table');
	await program.screenshot('results-table', { theme: 'dark', language: 'en' });
	await expectAccessible(page);
	await program.setLook({ theme: 'light', language: 'sv' });
});

test('what is seen can be taken along: sentence, table, picture', async () => {
	const { page } = program;
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await program.goTo(`/analyse/round/${lokus}?item=13`);
	await page.getByRole('button', { name: 'Kopiera meningen' }).click();
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Tolv av tjugo/);
	await page.getByRole('button', { name: 'Kopiera: Inte alls till Ja, absolut' }).click();
	await page.getByRole('menuitem', { name: 'Kopiera tabellen' }).click();
	await expect
		.poll(() => page.evaluate(() => navigator.clipboard.readText()))
		.toMatch(/13\. Tydligt uppdrag\t1 \(5\s%\)\t7 \(35\s%\)/);
	await page.getByRole('button', { name: 'Kopiera: Inte alls till Ja, absolut' }).click();
	const download = page.waitForEvent('download');
	await page.getByRole('menuitem', { name: 'Spara figuren som bild' }).click();
	const path = await (await download).path();
	const bytes = readFileSync(path);
	expect(bytes.subarray(1, 4).toString()).toBe('PNG');
	expect(bytes.readUInt32BE(16)).toBe(Math.floor((620 * 300) / 96));
});

test('a round without answers says what to do', async () => {
	const { page } = program;
	await program.goTo(`/analyse/round/${empty}`);
	await page.getByRole('heading', { name: 'Inga svar än' }).waitFor();
	await page.getByRole('link', { name: 'Importera svar' }).waitFor();
	await program.screenshot('results-empty');
	await expectAccessible(page);
	await program.goTo('/analyse/round/9999');
	await page.getByRole('alert').waitFor();
	await program.goTo('/analyse');
	await page.getByRole('link', { name: 'Styrelsen, juni 2016' }).last().waitFor();
	await expectAccessible(page);
});

test('the window had nothing to complain about', () => {
	expect(program.faults.filter((fault) => !fault.includes('404'))).toEqual([]);
});
