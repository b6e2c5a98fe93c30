import { copyFileSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
beforeAll(async () => {
	program = await startProgram();
});
afterAll(() => program.close());

const passphrase = 'fyra ord på raden';

async function closeProject(): Promise<void> {
	await program.call('project.close', {});
	await program.goTo('/');
	await program.page.getByRole('heading', { name: 'Underlag', level: 1 }).waitFor();
}

/** Opens a file by the program's own chooser. */
async function choose(name: string): Promise<void> {
	const { page } = program;
	await page.getByRole('button', { name: 'Öppna projekt' }).click();
	await page.getByRole('dialog').getByRole('button', { name }).click();
}

test('a protected project asks for its passphrase and takes no other', async () => {
	const { page } = program;
	await page.getByRole('button', { name: 'Nytt projekt' }).click();
	const dialog = page.getByRole('dialog', { name: 'Nytt projekt' });
	await dialog.getByLabel('Vad ska projektet heta?').fill('Hemligt');
	await dialog.getByLabel('Skydda med en lösenfras').check();
	await dialog.getByLabel('Lösenfras', { exact: true }).fill('kort');
	await dialog.getByRole('button', { name: 'Skapa projektet' }).click();
	await dialog.getByText('Minst tolv tecken').waitFor();
	await dialog.getByText('Fraserna är inte lika.').waitFor();
	await program.screenshot('new-protected');
	await expectAccessible(page);
	await dialog.getByLabel('Lösenfras', { exact: true }).fill(passphrase);
	await dialog.getByLabel('Upprepa lösenfrasen').fill(passphrase);
	await dialog.getByRole('button', { name: 'Skapa projektet' }).click();
	await page.getByText('Skyddat med lösenfras').waitFor();
	await closeProject();
	await page.getByRole('button', { name: /^Hemligt/ }).click();
	const prompt = page.getByRole('dialog', { name: 'Lösenfras' });
	await prompt.getByText('Hemligt.underlag är skyddad med en lösenfras.').waitFor();
	await prompt.getByLabel('Lösenfras', { exact: true }).fill('något helt annat');
	await page.keyboard.press('Enter');
	await prompt.getByText('Lösenfrasen stämmer inte.').waitFor();
	await program.screenshot('unlock', { theme: 'dark' });
	await expectAccessible(page);
	await program.setLook({ theme: 'light' });
	await prompt.getByLabel('Lösenfras', { exact: true }).fill(passphrase);
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { name: 'Hemligt', level: 1 }).waitFor();
	await closeProject();
});

test('files that cannot be opened are refused in words, and are left as they were', async () => {
	const { page, folder } = program;
	const sound = join(folder, 'Hel.underlag');
	await program.call('project.create', { path: sound, title: 'Hel', language: 'sv' });
	await closeProject();
	const newer = join(folder, 'Nyare.underlag');
	copyFileSync(sound, newer);
	const file = openSync(newer, 'r+');
	writeSync(file, Buffer.from([0, 0, 9, 0]), 0, 4, 60);
	const damaged = join(folder, 'Skadad.underlag');
	copyFileSync(sound, damaged);
	truncateSync(damaged, 5000);
	writeFileSync(join(folder, 'Brev.underlag'), `Hej!\n${'Det här är ett brev. '.repeat(20)}`);
	writeFileSync(join(folder, 'Tom.underlag'), '');
	await page.reload();
	for (const [name, words] of [
		['Nyare.underlag', /sparad i en nyare version/],
		['Skadad.underlag', /är skadad/],
		['Brev.underlag', /är inte ett Underlag-projekt/],
		['Tom.underlag', /är inte ett Underlag-projekt|är skadad/],
	] as const) {
		await choose(name);
		await page.getByRole('dialog').getByText(words).waitFor();
		if (name === 'Skadad.underlag') {
			await program.screenshot('open-refused');
			await expectAccessible(page);
		}
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
	}
	await choose('Hel.underlag');
	await page.getByRole('heading', { name: 'Hel', level: 1 }).waitFor();
});

test('a project that another program has open is refused', async () => {
	const { page, folder } = program;
	await closeProject();
	const other = await startProgram();
	try {
		await other.call('project.open', { path: join(folder, 'Hel.underlag') });
		await page.getByRole('button', { name: /^Hel / }).click();
		await page.getByText(/redan öppen i ett annat fönster/).waitFor();
		await program.screenshot('start-refused');
		await expectAccessible(page);
	} finally {
		await other.close();
	}
	await page.getByRole('button', { name: /^Hel / }).click();
	await page.getByRole('heading', { name: 'Hel', level: 1 }).waitFor();
	await closeProject();
});

test('the sample opens, fills the overview, and its file is sound', async () => {
	const { page } = program;
	await page.getByRole('button', { name: 'Öppna exemplet' }).click();
	const dialog = page.getByRole('dialog', { name: 'Öppna exemplet' });
	await program.screenshot('sample-dialog');
	await dialog.getByRole('button', { name: 'Lägg exemplet här och öppna' }).click();
	const figure = page.getByRole('figure', { name: /Material i tidsordning/ });
	await figure.waitFor({ timeout: 60_000 });
	expect(await figure.getByRole('link').count()).toBeGreaterThan(5);
	await page.getByRole('link', { name: /14 personer$/ }).waitFor();
	for (const look of [
		{ theme: 'light', language: 'sv', size: '1280x800' },
		{ theme: 'dark', language: 'sv', size: '1920x1080' },
		{ theme: 'dark', language: 'en', size: '1280x800' },
		{ theme: 'light', language: 'en', size: '1920x1080' },
	] as const) {
		await program.screenshot('overview', look);
		await expectAccessible(page);
	}
	await program.setLook({ theme: 'light', language: 'sv', size: '1280x800' });
	await program.goTo('/design/project');
	await page.getByRole('button', { name: 'Kontrollera filen' }).click();
	await page.getByRole('dialog').getByText('Filen är hel').waitFor();
	await program.screenshot('verified');
	await expectAccessible(page);
	await page.getByRole('dialog').getByRole('button', { name: 'Stäng' }).last().click();
});

test('every room shows its things in the list, in narrow windows behind a button', async () => {
	const { page } = program;
	for (const room of ['design', 'collect', 'analyse', 'report']) {
		await program.goTo(`/${room}`);
		await program.screenshot(`room-${room}`, { size: '1280x800', theme: 'light' });
		await program.screenshot(`room-${room}`, { size: '1920x1080', theme: 'dark', language: 'en' });
		await program.setLook({ language: 'sv' });
	}
	await program.goTo('/analyse');
	// 200 % of 1280 × 800 is as good as this.
	for (const size of ['900x700', '640x720'] as const) {
		await program.setLook({ size, theme: 'light' });
		await page.getByRole('navigation', { name: 'Analys' }).waitFor({ state: 'hidden' });
		await page.getByRole('button', { name: 'Visa listan' }).click();
		await page.getByRole('navigation', { name: 'Analys' }).waitFor();
		await program.screenshot('narrow-list');
		await expectAccessible(page);
		await page.getByRole('link', { name: /Kodbok/ }).click();
		await page.getByRole('navigation', { name: 'Analys' }).waitFor({ state: 'hidden' });
		await program.goTo('/');
		await program.screenshot('narrow-overview');
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(wide).toBeLessThanOrEqual(0);
		await program.goTo('/analyse');
	}
	await program.setLook({ size: '1280x800' });
	await page.emulateMedia({ forcedColors: 'active' });
	await program.screenshot('forced-colors');
	await page.emulateMedia({ forcedColors: 'none' });
});

test('nothing failed in the page meanwhile', () => {
	expect(program.faults).toEqual([]);
});
