import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samples } from '../node/exchange/pasted-samples.ts';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
beforeAll(async () => {
	program = await startProgram({ project: 'Cykelklubben' });
});
afterAll(() => program.close());

const own = async () => (await program.call('instrument.list', {})).filter((one) => one.id !== null);
const definition = async (id: number) => (await program.call('instrument.get', { id })).definition;
const upload = (name: string, text: string | Buffer) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(text),
});
const chooser = () => program.page.locator('input[type=file]').first();
const row = (name: string | RegExp) => program.page.getByRole('listitem', { name });

test('a pasted questionnaire is looked through, put right and taken in', async () => {
	const { page } = program;
	await program.goTo('/design');
	await page.getByRole('button', { name: 'Läs in frågeformulär' }).click();
	await page.getByRole('heading', { level: 1, name: 'Läs in frågeformulär' }).waitFor();
	await program.screenshot('read-choose');
	await expectAccessible(page);
	const field = page.getByLabel('Frågorna som text');
	await field.fill('hej');
	await page.getByRole('button', { name: 'Läs texten' }).click();
	await page.getByRole('alert').waitFor();
	await field.fill(samples.boxes);
	await page.getByRole('button', { name: 'Läs texten' }).click();
	await page.getByRole('heading', { level: 1, name: 'Medlemsenkät för Norra cykelklubben' }).waitFor();
	await page.getByText('Läst som text: 6 frågor').first().waitFor();
	await row('Hur nöjd är du med klubben?').getByText('Skalan är vänd: det mest negativa står först.').waitFor();
	await row('Om nej, vad hindrade dig?').getByText('Visas om fråga 4 är ”Nej”').waitFor();
	await program.screenshot('read-review');
	await expectAccessible(page);
	await page.getByLabel('Slag av fråga 3').selectOption({ label: 'Fritext' });
	await page.getByRole('button', { name: 'Ta bort villkoret för fråga 5' }).click();
	await page.getByRole('button', { name: 'Slå ihop eller dela fråga 5' }).click();
	await page.getByRole('menuitem', { name: 'Svarsalternativ till frågan ovanför' }).click();
	await expect.poll(() => page.getByRole('listitem', { name: /^Om nej/ }).count()).toBe(0);
	await page.getByRole('button', { name: 'Ångra rättningen' }).click();
	await row('Om nej, vad hindrade dig?').waitFor();
	await page.getByRole('button', { name: 'Vänd skalan i fråga 6' }).click();
	await page.keyboard.press('Control+z');
	await page.getByRole('button', { name: 'Ändra fråga 1' }).press('Enter');
	await page.getByLabel('Fråga eller påstående').and(page.locator(':focus')).fill('Hur länge har du varit med?');
	await program.screenshot('read-change');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Klar', exact: true }).press('Enter');
	await row('Hur länge har du varit med?').waitFor();
	await page.getByRole('button', { name: 'Ta inte med fråga 3' }).click();
	await page.getByText('Klart att använda').waitFor();
	await page.getByRole('button', { name: 'Ta in i projektet' }).click();
	await page.getByText('”Medlemsenkät för Norra cykelklubben” finns nu i projektet').waitFor();
	await page
		.getByRole('tree', { name: 'Struktur' })
		.getByRole('treeitem', { name: /Hur länge har du varit med/ })
		.waitFor();
	const [taken] = await own();
	const { items, scales } = await definition(taken?.id ?? 0);
	expect(items.map((one) => `${one.id} ${one.type} ${one.text.sv}`)).toEqual([
		'del1 section Om dig',
		'1 single Hur länge har du varit med?',
		'2 multiple Vilka aktiviteter har du deltagit i? (Flera alternativ kan markeras)',
		'del2 section Klubben',
		'4 single Har du varit på årsmötet?',
		'5 text Om nej, vad hindrade dig?',
		'6 scale Hur nöjd är du med klubben?',
	]);
	expect(scales[0]?.options[0]?.label.sv).toBe('Mycket missnöjd');
	await page.getByRole('tree', { name: 'Struktur' }).focus();
	await page.keyboard.press('Control+z');
	await expect.poll(async () => (await own()).length).toBe(0);
	await program.call('history.redo', {});
});
