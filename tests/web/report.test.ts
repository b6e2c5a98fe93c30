import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

const seed = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/seed/${name}`, import.meta.url)));

let program: Program;
beforeAll(async () => {
	program = await startProgram({ project: 'Långsiktig samverkan' });
	const { call } = program;
	await call('project.update', { commissioner: 'Samordningsförbundet', smallestGroup: 3 });
	const add = async (key: string, name: string, date: string, invited: number, file: string) => {
		const { id: instrumentId } = await call('instrument.add', { key });
		const { id: roundId } = await call('round.add', { name, date, invited, instrumentId });
		await call('response.import', { roundId, name: file, bytes: seed(file) });
	};
	await add('board', 'Styrelsen, juni 2016', '2016-06-07', 22, 'board-2016.csv');
	await add('lokus', 'Lokusgrupper, oktober 2017', '2017-10-10', 28, 'lokus-2017.csv');
});
afterAll(() => program.close());

const stored = async () => (await program.call('report.get', { id: 1 })).markdown;
const editor = () => program.page.getByRole('textbox', { name: 'Rapportens text' });
const preview = () => program.page.getByRole('region', { name: 'Så blir rapporten' });

test('a report is made from a template, filled with the project', async () => {
	const { page } = program;
	await page.getByRole('navigation', { name: 'Rum' }).getByRole('link', { name: 'Rapport' }).click();
	await page.getByRole('heading', { name: 'Ingen rapport än' }).waitFor();
	await page.getByRole('radio', { name: 'Processutvärdering' }).waitFor();
	await program.screenshot('report-empty');
	await expectAccessible(page);
	await page.getByLabel('Rapportens titel').fill('Slutrapport');
	await page.getByRole('button', { name: 'Skapa rapporten' }).click();
	await page.getByRole('heading', { level: 1, name: 'Slutrapport' }).waitFor();
	await preview().getByRole('heading', { name: '4 Resultat' }).waitFor();
	await page.getByText('Allt i rapporten är ifyllt').waitFor();
	await program.screenshot('report');
	await expectAccessible(page);
	await page.getByRole('navigation', { name: 'Rapport' }).getByRole('link', { name: 'Styrelsen, juni 2016' }).click();
	await preview().getByText('Strukturer för relationer mellan aktörerna').first().waitFor();
	await page.waitForTimeout(600);
	await program.screenshot('report-board');
	await program.screenshot('report-board', { theme: 'dark', size: '1920x1080' });
	await expectAccessible(page);
	await program.setLook({ theme: 'light', size: '1280x800' });
});

test('what is typed is saved, shown at once, and undone', async () => {
	const { page } = program;
	await page.getByRole('navigation', { name: 'Rapport' }).getByRole('link', { name: 'Syfte' }).click();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Vi prövade **mycket**, och {{answered round="Styrelsen, juni 2016"}} svarade.');
	await preview().getByText('mycket', { exact: true }).waitFor();
	await page.keyboard.press('Enter');
	await editor().getByText('14', { exact: true }).first().waitFor();
	await expect.poll(stored).toContain('Vi prövade **mycket**');
	await page.keyboard.press('Control+z');
	await page.keyboard.press('Control+z');
	await expect.poll(stored).not.toContain('svarade.');
	await page.keyboard.press('Control+y');
	await page.keyboard.press('Control+y');
	await expect.poll(stored).toContain('svarade.');
	await page.getByRole('button', { name: /^Ångra/ }).click();
	await expect.poll(stored).not.toContain('svarade.');
	await expect.poll(() => editor().getByText('svarade.').count()).toBe(0);
});

test('what cannot be filled is explained under its line, and mended with one click', async () => {
	const { page } = program;
	await page.getByRole('navigation', { name: 'Rapport' }).getByRole('link', { name: 'Syfte' }).click();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await page.keyboard.type('::: item-table');
	await page.keyboard.press('Enter');
	await page.keyboard.type('round: Styrelsn, juni 2016');
	await page.keyboard.press('Enter');
	await page.keyboard.type(':::');
	await editor().getByText('Det finns ingen omgång som heter ”Styrelsn, juni 2016”.').waitFor();
	await preview().getByText('Blocket ”item-table” går inte att fylla.').waitFor();
	await page.getByRole('button', { name: '1 sak att lösa före export' }).waitFor();
	await program.screenshot('report-problem');
	await program.screenshot('report-problem', { theme: 'dark' });
	await expectAccessible(page);
	await program.setLook({ theme: 'light' });
	await page.getByRole('button', { name: 'Exportera' }).click();
	await page.getByRole('menuitem', { name: 'Markdown (.md)' }).click();
	await page
		.getByRole('alert')
		.getByText(/item-table/)
		.waitFor();
	await editor().getByRole('button', { name: 'Styrelsen, juni 2016' }).click();
	await page.getByText('Allt i rapporten är ifyllt').waitFor();
	expect(await stored()).toBeTruthy();
});

test('blocks and values are put in from what the project has', async () => {
	const { page } = program;
	await page.getByRole('navigation', { name: 'Rapport' }).getByRole('link', { name: 'Slutsatser' }).click();
	await page.keyboard.press('End');
	await page.getByRole('button', { name: 'Infoga' }).click();
	await page.getByRole('menuitem', { name: 'Figur per grupp' }).click();
	const form = page.getByRole('dialog');
	await form.getByLabel('Omgång').selectOption('Lokusgrupper, oktober 2017');
	await form.getByLabel('Fråga', { exact: false }).first().selectOption('13');
	await form.getByLabel('Uppdelat efter').selectOption('1');
	await program.screenshot('report-insert');
	await expectAccessible(page);
	await form.getByRole('button', { name: 'Infoga' }).click();
	await expect.poll(stored).toContain('::: group-figure\nround: Lokusgrupper, oktober 2017\nitem: 13\nby: 1\n:::');
	await page.getByText('Allt i rapporten är ifyllt').waitFor();
});

test('the report leaves as a file, in either language', async () => {
	const { page } = program;
	const saved = page.waitForEvent('download', { timeout: 100_000 });
	await page.getByRole('button', { name: 'Exportera' }).click();
	await page.getByRole('menuitem', { name: 'Word (.docx)' }).click();
	expect((await saved).suggestedFilename()).toBe('Slutrapport.docx');
	await page.getByText('Rapporten är sparad: Slutrapport.docx').waitFor();
	await program.screenshot('report', { language: 'en' });
	await page.getByRole('button', { name: 'Export' }).waitFor();
	await expectAccessible(page);
	await program.screenshot('report', { language: 'en', theme: 'dark', size: '1920x1080' });
	await program.setLook({ language: 'sv', theme: 'light', size: '1280x800' });
	expect(program.faults).toEqual([]);
});
