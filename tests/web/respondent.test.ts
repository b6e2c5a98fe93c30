import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyType } from './every-type.ts';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
beforeAll(async () => {
	program = await startProgram({ project: 'Föreningen' });
	const { id } = await program.call('instrument.add', everyType);
	await program.goTo(`/design/instrument/${id}`);
});
afterAll(() => program.close());

test('every type of question is answered as a respondent does, and what goes on is told', async () => {
	const { page } = program;
	await page.getByRole('heading', { level: 1, name: 'Medlemmarnas enkät' }).waitFor();
	const group = (name: RegExp) => page.getByRole('group', { name });
	await group(/trivs/).getByRole('radio', { name: 'Stämmer delvis' }).check();
	await page.getByRole('textbox', { name: 'Du svarade ”Stämmer delvis”. Varför?' }).fill('Alla är snälla mot mig.');
	await page.getByText('23 av 20 tecken').waitFor();
	await group(/trivs/).getByRole('button', { name: 'Ta bort svaret' }).click();
	await page.getByRole('textbox', { name: 'Du svarade ”…”. Varför?' }).waitFor();
	// By its ends: the numbers are seen, the words of every point are read out.
	await group(/påverka/)
		.getByRole('radio', { name: '3, Varken eller' })
		.press('ArrowRight');
	expect(
		await group(/påverka/)
			.getByRole('radio', { name: '4, Stämmer delvis' })
			.isChecked(),
	).toBe(true);
	await group(/påverka/)
		.getByRole('radio', { name: 'Vet inte' })
		.check();

	const several = group(/deltar/);
	const box = (name: string) => several.getByRole('checkbox', { name });
	for (const name of ['Träning', 'Möten', 'Resor']) await box(name).check();
	await several.getByText('Välj högst 2. Nu är 3 valda.').waitFor();
	await box('Inget av detta').check();
	expect(await several.getByRole('checkbox', { checked: true }).count()).toBe(1);
	await box('Annat').check();
	expect(await box('Inget av detta').isChecked()).toBe(false);
	await several.getByRole('textbox', { name: 'Annat, nämligen' }).fill('Dans');
	expect(await page.getByRole('textbox', { name: /Annat, nämligen/ }).count()).toBe(1);

	const ranking = group(/viktigast/);
	await ranking.getByRole('button', { name: 'Sätt Hälsa som nummer 1' }).press('Enter');
	await ranking.getByRole('button', { name: 'Sätt Segrar som nummer 2' }).and(page.locator(':focus')).press('Space');
	await ranking.getByRole('button', { name: 'Sätt Vänner som nummer 3' }).and(page.locator(':focus')).press('Enter');
	await ranking.getByRole('button', { name: 'Flytta upp Vänner' }).press('Enter');
	await ranking.getByRole('button', { name: 'Flytta upp Vänner' }).and(page.locator(':focus')).press('Enter');
	await ranking.getByText('Vänner är nummer 1 av 3.').waitFor();
	await ranking.getByRole('button', { name: 'Flytta ned Vänner' }).and(page.locator(':focus')).waitFor();
	expect(await ranking.getByRole('listitem').allInnerTexts()).toEqual(['1.\nVänner', '2.\nHälsa', '3.\nSegrar']);

	await group(/betyg/).getByRole('radio', { name: '4 av 5 stjärnor' }).check();
	await group(/mår/).getByRole('radio', { name: '5 av 5' }).check();
	await page.getByRole('textbox', { name: 'Hur länge' }).fill('200');
	await page.getByText('Det går inte att läsa som ett svar på frågan.').waitFor();
	await page.getByRole('textbox', { name: 'Hur länge' }).fill('7,5');
	await page.getByLabel('När kom du senast?').fill('2026-03-01');
	await expectAccessible(page);
	await program.screenshot('respondent');
});

test('it fits a telephone of 320 pixels, and what is pressed is large enough for a finger', async () => {
	const { page } = program;
	await page.getByText('Telefon', { exact: true }).click();
	const sheet = page.locator('[data-width="phone"]').first();
	await sheet.evaluate((element) => {
		(element as HTMLElement).style.width = '320px';
		(element as HTMLElement).style.minWidth = '0';
	});
	await expect.poll(() => sheet.evaluate((element) => element.clientWidth)).toBeLessThanOrEqual(320);
	expect(await sheet.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
	const low = await sheet
		.locator('label:has(input), button')
		.evaluateAll(
			(all) =>
				all.filter((one) => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24).length,
		);
	expect(low).toBe(0);
	await expectAccessible(page);
	await sheet.scrollIntoViewIfNeeded();
	await program.screenshot('respondent-phone', { theme: 'dark' });
	await expectAccessible(page);
	expect(program.faults).toEqual([]);
});
