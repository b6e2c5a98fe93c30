import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyType } from './every-type.ts';
import { expectAccessible } from './harness/axe.ts';
import { takePicture } from './harness/picture.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
let roundId: number;
let folder: string;
beforeAll(async () => {
	program = await startProgram({ project: 'Föreningen' });
	folder = mkdtempSync(join(tmpdir(), 'underlag-form-'));
	const { id: instrumentId } = await program.call('instrument.add', everyType);
	roundId = (await program.call('round.add', { name: 'Medlemmarna', instrumentId })).id;
	mkdirSync(join(folder, 'svar'));
});
afterAll(async () => {
	await program.close();
	rmSync(folder, { recursive: true, force: true });
});

let form = '';

test('the key file and the key are made where they are needed, and the form is saved', async () => {
	const { page } = program;
	await program.goTo(`/collect/round/${roundId}/form`);
	await page.getByText('Projektet har ingen nyckelfil än').waitFor();
	expect(await page.getByRole('button', { name: 'Spara formuläret' }).isDisabled()).toBe(true);
	await page.getByRole('button', { name: 'Skapa nyckelfil' }).click();
	const keys = page.getByRole('dialog', { name: 'Skapa en nyckelfil' });
	await keys.getByLabel('Lösenfras', { exact: true }).fill('kort');
	await keys.getByRole('button', { name: 'Skapa nyckelfil' }).click();
	await keys.getByText('Minst tolv tecken.').waitFor();
	await program.screenshot('form-keys');
	await expectAccessible(page);
	await keys.getByLabel('Lösenfras', { exact: true }).fill('tre små ord räcker');
	await keys.getByLabel('Lösenfrasen en gång till').fill('tre små ord räcker');
	await keys.getByLabel('Fil', { exact: true }).fill(join(folder, 'eget.nyckel'));
	await keys.getByRole('button', { name: 'Skapa nyckelfil' }).click();
	await keys.waitFor({ state: 'detached' });
	expect(await program.call('keys.status', {})).toMatchObject({ state: 'open', path: join(folder, 'eget.nyckel') });
	await page.getByRole('button', { name: 'Byt lösenfras' }).click();
	const other = page.getByRole('dialog', { name: 'Byt nyckelfilens lösenfras' });
	await other.getByLabel('Ny lösenfras').fill('fyra nya små ord');
	await other.getByLabel('Lösenfrasen en gång till').fill('fyra nya små ord');
	await other.getByRole('button', { name: 'Byt lösenfras' }).click();
	await other.waitFor({ state: 'detached' });
	await page.getByRole('button', { name: 'Skapa omgångens nyckel' }).click();
	await page.getByText('Omgångens nyckel finns i nyckelfilen.').waitFor();
	await page.getByRole('checkbox', { name: 'Engelska' }).check();
	await page.getByLabel('Vart svaret ska skickas').fill('Lägg filen i lådan på expeditionen.');
	await page.getByLabel('Vart svaret ska skickas').blur();
	await expect.poll(async () => (await program.call('form.get', { roundId })).sendTo).toContain('lådan');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Spara formuläret' }).click();
	form = join(folder, 'formulär.html');
	await (await download).saveAs(form);
	await program.screenshot('form-page');
	await expectAccessible(page);
	expect(readFileSync(form).length).toBeLessThan(400_000);
	expect(readFileSync(form, 'utf8')).not.toContain('Till oss själva');
});

/** The form in a browser of its own, without a network: every request but that of the file itself is noted. */
async function openForm(
	browser: Browser,
	hash = '',
	size = { width: 390, height: 844 },
): Promise<{ page: Page; asked: string[]; errors: string[] }> {
	const context = await browser.newContext({ viewport: size, acceptDownloads: true, bypassCSP: false });
	await context.setOffline(true);
	const page = await context.newPage();
	const [asked, errors]: [string[], string[]] = [[], []];
	page.on('request', (request) => asked.push(request.url()));
	page.on('pageerror', (error) => errors.push(String(error)));
	page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
	await page.goto(`${pathToFileURL(form).href}${hash}`);
	return { page, asked, errors };
}

test('a telephone opens the file without a network, answers, and leaves a sealed answer that the program takes in', async () => {
	const browser = program.page.context().browser();
	if (!browser) throw new Error('no browser');
	const { page, asked, errors } = await openForm(browser);
	await page.getByRole('heading', { level: 1, name: 'Medlemmarnas enkät' }).waitFor();
	await page.getByText('Dina svar är anonyma.').waitFor();
	await takePicture(page, 'form-phone-start');
	await page.getByRole('button', { name: 'English' }).click();
	await page.getByText('Your answers are anonymous.').waitFor();
	// Not waited for: words and their language change together, or a screen reader reads one in the other.
	expect(await page.locator('html').getAttribute('lang')).toBe('en');
	await page.getByRole('button', { name: 'Svenska' }).click();
	await page.getByRole('button', { name: 'Börja svara' }).click();
	await page.getByRole('group', { name: /trivs/ }).getByRole('radio', { name: 'Stämmer delvis' }).check();
	await takePicture(page, 'form-phone-questions');
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBe(390);
	await page.getByRole('button', { name: 'Nästa' }).click();
	await page.getByRole('textbox', { name: /Varför\?/ }).fill('Alla är snälla');
	await answerRest(page);
	await page.getByRole('heading', { level: 1, name: /Svaret är klart/ }).waitFor();
	await page.getByText('Lägg filen i lådan på expeditionen.').waitFor();
	await takePicture(page, 'form-phone-sealed', { fullPage: true });
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Spara svaret som fil' }).click();
	const saved = await download;
	expect(saved.suggestedFilename()).toMatch(/^svar-[0-9a-f]{10}\.underlag-svar$/);
	await saved.saveAs(join(folder, 'svar', saved.suggestedFilename()));
	const text = await page.getByRole('textbox', { name: 'Det krypterade svaret' }).inputValue();
	expect(text).toBe(readFileSync(join(folder, 'svar', saved.suggestedFilename()), 'utf8'));
	expect(text).not.toContain('snälla');
	const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
	expect(kept).toEqual([0, 0, '']);
	await page.getByRole('button', { name: /rensa sidan/ }).click();
	await page.getByRole('heading', { name: /Tack för din medverkan/ }).waitFor();
	expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
	expect(asked.filter((url) => url.startsWith('file:'))).toHaveLength(1);
	expect(errors).toEqual([]);
	await page.context().close();

	writeFileSync(join(folder, 'svar', 'anteckningar.txt'), 'Inget svar.');
	await program.page.locator('input[data-folder]').setInputFiles(join(folder, 'svar'));
	await program.page.getByText('1 av 2 svar är sparat. 1 togs inte emot.').waitFor();
	await program.page.getByRole('cell', { name: 'är inget svar på ett formulär' }).waitFor();
	await program.screenshot('form-taken');
	await expectAccessible(program.page);
	await program.page.getByLabel('Klistra in svar ur mejl').fill(`> ${text.replaceAll('\n', '\n> ')}`);
	await program.page.getByRole('button', { name: 'Läs in texten' }).click();
	await program.page.getByRole('cell', { name: 'är redan inläst' }).waitFor();
	const { rows } = await program.call('response.list', { roundId });
	expect(rows).toHaveLength(1);
	const stored = await program.call('response.get', { id: rows[0]?.id ?? 0 });
	expect(Object.values(stored.answers)).toContain('Alla är snälla');
	expect(stored.submittedAt).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

/** Goes on page by page, giving what has to be given, to the end. */
async function answerRest(page: Page): Promise<void> {
	for (let turn = 0; turn < 30; turn++) {
		const next = page.getByRole('button', { name: /^(Nästa|Gör klart svaret)$/ });
		if ((await next.count()) === 0) return;
		await next.click();
		const problems = page.locator('[data-problems] button');
		for (const problem of await problems.all()) {
			await problem.click();
			await page.keyboard.press('Space');
		}
	}
}

test('the form passes axe, light and dark, on a telephone and a wide screen; its code comes out of the address', async () => {
	await program.call('form.configure', { roundId, codes: true });
	const { bytes } = await program.call('form.make', { roundId });
	writeFileSync(form, bytes);
	const { codes } = await program.call('form.makeCodes', { roundId, count: 3 });
	const browser = program.page.context().browser();
	if (!browser) throw new Error('no browser');
	for (const [size, scheme] of [
		[{ width: 390, height: 844 }, 'light'],
		[{ width: 1280, height: 800 }, 'dark'],
	] as const) {
		const context = await browser.newContext({ viewport: size, colorScheme: scheme, bypassCSP: true });
		const page = await context.newPage();
		await page.goto(`${pathToFileURL(form).href}#kod=${codes[0]}`);
		const code = page.getByLabel('Din personliga kod');
		expect(await code.inputValue()).toBe(codes[0]);
		await code.fill('H7KD');
		await page.getByRole('button', { name: 'Börja svara' }).click();
		await page.getByText('Koden stämmer inte.').waitFor();
		await expectAccessible(page);
		await code.fill(codes[0]?.toLowerCase() ?? '');
		await page.getByRole('button', { name: 'Börja svara' }).click();
		await page.getByRole('group', { name: /trivs/ }).waitFor();
		await expectAccessible(page);
		await takePicture(page, `form-${size.width}-${scheme}`);
		await answerRest(page);
		await page.getByRole('heading', { level: 1, name: /Svaret är klart/ }).waitFor();
		await expectAccessible(page);
		await context.close();
	}
});

test('codes are shown once, and printed as slips', async () => {
	const { page } = program;
	await program.goTo(`/collect/round/${roundId}/form`);
	const count = page.getByLabel('Hur många?');
	await count.fill('1.000.000');
	await page.getByRole('button', { name: 'Skapa koder' }).click();
	await page.getByText('Skriv ett helt tal mellan 1 och 10 000.').waitFor();
	await count.fill('6');
	const address = page.getByLabel('Formulärets adress');
	for (const [wrong, said] of [
		['javascript:alert(1)', 'Skriv en webbadress'],
		['formulär.html', 'Det är namnet på en fil på din dator.'],
		['exempel.se/enkät.html', 'Skriv hela adressen, med https:// först.'],
	] as const) {
		await address.fill(wrong);
		await address.blur();
		await page.getByText(said).waitFor();
	}
	await program.screenshot('form-codes-wrong');
	await expectAccessible(page);
	await address.fill('https://exempel.se/enkät.html');
	await page.getByRole('button', { name: 'Skapa koder' }).click();
	await page.getByText('6 nya koder.').waitFor();
	await program.screenshot('form-codes');
	await expectAccessible(page);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: /lappar med qr-kod/ }).click();
	const pdf = join(folder, 'koder.pdf');
	await (await download).saveAs(pdf);
	expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
	await program.setLook({ theme: 'dark', size: '900x700' });
	await program.screenshot('form-codes', { theme: 'dark' });
	await expectAccessible(page);
});
