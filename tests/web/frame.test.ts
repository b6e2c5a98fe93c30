import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
beforeAll(async () => {
	program = await startProgram();
});
afterAll(() => program.close());

/** Axe in light and dark on the view as it stands, with a picture of each. */
async function lookAt(name: string): Promise<void> {
	await program.screenshot(name, { theme: 'dark' });
	await expectAccessible(program.page);
	await program.screenshot(name, { theme: 'light' });
	await expectAccessible(program.page);
}

test('a new project is made from the start screen', async () => {
	const { page } = program;
	await page.getByRole('heading', { name: 'Underlag', level: 1 }).waitFor();
	await lookAt('start-empty');
	await page.getByRole('button', { name: 'Nytt projekt' }).click();
	const dialog = page.getByRole('dialog', { name: 'Nytt projekt' });
	await dialog.getByRole('button', { name: 'Skapa projektet' }).click();
	await dialog.getByText('Skriv ett namn.').waitFor();
	await dialog.getByLabel('Vad ska projektet heta?').fill('Långsiktig samverkan: två år');
	expect(await dialog.getByLabel('Filnamn').inputValue()).toBe('Långsiktig samverkan två år.underlag');
	await dialog.getByRole('button', { name: 'Byt mapp' }).click();
	await dialog.getByText('Mappen har inga undermappar.').waitFor();
	await lookAt('new-project');
	await dialog.getByRole('button', { name: 'Skapa projektet' }).click();
	await page.getByRole('heading', { name: 'Långsiktig samverkan: två år', level: 1 }).waitFor();
	expect(existsSync(join(program.folder, 'Långsiktig samverkan två år.underlag'))).toBe(true);
	await lookAt('overview-empty');
});

test('details are saved as they are typed, and undone and redone by button and keys', async () => {
	const { page } = program;
	await page.getByRole('link', { name: 'Upplägg', exact: true }).first().click();
	await page.getByRole('link', { name: 'Uppgifter om projektet' }).click();
	const heading = page.getByRole('heading', { name: 'Uppgifter om projektet', level: 1 });
	await heading.waitFor();
	expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true);
	await page.getByLabel('Uppdragsgivare').fill('Samordningsförbundet');
	await page.getByLabel('Från och med').fill('2016-06-01');
	await page.getByLabel('Till och med').fill('2017-10-31');
	await page.getByLabel('Titel').fill('');
	await page.getByText('Ett projekt måste ha en titel.').waitFor();
	await page.getByLabel('Titel').fill('Långsiktig samverkan');
	await page.getByLabel('Titel').blur();
	await expect
		.poll(() => program.call('project.get', {}))
		.toMatchObject({
			title: 'Långsiktig samverkan',
			commissioner: 'Samordningsförbundet',
			periodStart: '2016-06-01',
			periodEnd: '2017-10-31',
		});
	await lookAt('project-details');
	await page.getByRole('button', { name: 'Ångra: ändrade uppgifter om projektet' }).click();
	await expect.poll(() => page.getByLabel('Titel').inputValue()).toBe('Långsiktig samverkan: två år');
	await page.getByRole('button', { name: 'Gör om: ändrade uppgifter om projektet' }).waitFor();
	await heading.click();
	await page.keyboard.press('Control+Shift+Z');
	await expect.poll(() => page.getByLabel('Titel').inputValue()).toBe('Långsiktig samverkan');
	await page.keyboard.press('Control+Z');
	await expect.poll(() => page.getByLabel('Titel').inputValue()).toBe('Långsiktig samverkan: två år');
	await page.keyboard.press('Control+Y');
	await expect.poll(() => page.getByLabel('Titel').inputValue()).toBe('Långsiktig samverkan');
});

test('what is typed is saved although one leaves at once', async () => {
	const { page } = program;
	await page.getByLabel('Uppdragsgivare').fill('Förbundet i Uppsala');
	await page.keyboard.press('Control+1');
	await page.getByText('Utvärdering för Förbundet i Uppsala').waitFor();
	expect(await program.call('project.get', {})).toMatchObject({ commissioner: 'Förbundet i Uppsala' });
});

test('language and appearance change without a restart', async () => {
	const { page } = program;
	await page.getByRole('button', { name: 'Inställningar' }).click();
	await page.getByRole('heading', { name: 'Inställningar', level: 1 }).waitFor();
	await lookAt('settings');
	await page.getByRole('radio', { name: 'English' }).click();
	await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
	expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
	await page.getByRole('radio', { name: 'Dark' }).click();
	await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
	await page.getByRole('button', { name: /^Language: English/ }).click();
	await page.getByRole('heading', { name: 'Inställningar', level: 1 }).waitFor();
	expect(await program.call('app.status', {})).toMatchObject({ language: 'sv', theme: 'dark' });
	expect(await program.call('project.get', {})).toMatchObject({ language: 'sv' });
	await program.setLook({ language: 'sv', theme: 'light' });
});

test('the palette finds commands and things by keyboard alone', async () => {
	const { page } = program;
	const { id } = await program.call('code.add', { name: 'Rollens otydlighet' });
	await page.keyboard.press('Control+K');
	const field = page.getByRole('combobox', { name: 'Sök eller gör något' });
	await field.waitFor();
	await lookAt('palette');
	await field.fill('otyd');
	await page.getByRole('option', { name: /Rollens otydlighet/ }).waitFor();
	await page.keyboard.press('Enter');
	await expect.poll(() => page.url()).toContain(`#/analyse/code/${id}`);
	await page.keyboard.press('Control+K');
	await field.fill('datains');
	await page.keyboard.press('Enter');
	await page.getByRole('navigation', { name: 'Datainsamling' }).waitFor();
	await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
	await page.keyboard.press('Control+K');
	await field.fill('finns inte alls');
	await page.getByText('Inget heter så.').waitFor();
	await page.keyboard.press('Escape');
	await field.waitFor({ state: 'detached' });
	await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
});

test('back and forward lead through the views', async () => {
	const { page } = program;
	await page.keyboard.press('Control+1');
	await page.keyboard.press('Control+5');
	await page.getByRole('navigation', { name: 'Rapport' }).waitFor();
	await page.goBack();
	await expect.poll(() => page.url()).toMatch(/#\/$/);
	await page.goBack();
	await page.getByRole('navigation', { name: 'Datainsamling' }).waitFor();
	await page.goForward();
	await page.goForward();
	await page.getByRole('navigation', { name: 'Rapport' }).waitFor();
	await program.goTo('/nowhere');
	await page.getByRole('heading', { name: 'Här finns ingen sida' }).waitFor();
});

test('help, shortcuts and the skip link', async () => {
	const { page } = program;
	await page.keyboard.press('Control+1');
	await page.getByRole('button', { name: 'Hjälp' }).click();
	await page.getByText('Arbetet går uppifrån och ned').waitFor();
	await lookAt('help');
	await page.getByRole('button', { name: 'Visa kortkommandon' }).click();
	const dialog = page.getByRole('dialog', { name: 'Kortkommandon' });
	await dialog.getByText('Ctrl Shift Z').or(dialog.getByText('Ctrl K')).first().waitFor();
	await lookAt('shortcuts');
	await page.keyboard.press('Escape');
	await dialog.waitFor({ state: 'detached' });
	await page.reload();
	await page.getByRole('main').waitFor();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('a copy is saved, the file is checked, and the project comes back from the list of recent ones', async () => {
	const { page } = program;
	await page.keyboard.press('Control+Shift+S');
	const dialog = page.getByRole('dialog', { name: 'Spara en kopia' });
	await dialog.getByLabel('Filnamn').fill('En kopia.underlag');
	await lookAt('save-copy');
	await dialog.getByRole('button', { name: 'Spara kopian' }).click();
	await page.getByText('Kopian är sparad').waitFor();
	expect(
		readdirSync(program.folder)
			.filter((name) => name.endsWith('.underlag'))
			.sort(),
	).toEqual(['En kopia.underlag', 'Långsiktig samverkan två år.underlag']);
	await page.keyboard.press('Control+Shift+S');
	await dialog.getByLabel('Filnamn').fill('En kopia.underlag');
	await dialog.getByRole('button', { name: 'Spara kopian' }).click();
	await dialog.getByText(/Det finns redan en fil/).waitFor();
	await dialog.getByRole('button', { name: 'Avbryt' }).click();
	await program.goTo('/design/project');
	await page.getByRole('button', { name: 'Stäng projektet' }).click();
	await page.getByRole('heading', { name: 'Underlag', level: 1 }).waitFor();
	await lookAt('start-recent');
	await page.getByRole('button', { name: /^Långsiktig samverkan/ }).click();
	await page.getByRole('heading', { level: 1, name: /^Långsiktig samverkan/ }).waitFor();
});

test('nothing failed in the page meanwhile', () => {
	expect(program.faults).toEqual([]);
});
