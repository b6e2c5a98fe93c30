import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers } from '#shared/domain/instrument/model.ts';
import { expectAccessible } from './harness/axe.ts';
import { takePicture } from './harness/picture.ts';
import { type Program, startProgram } from './harness/start.ts';

/**
 * A member survey from nothing to its results: made in the editor, printed, answered on a telephone, in the kiosk, on paper and in a file from
 * a service. Forty responses, each way told apart.
 */
let program: Program;
let folder: string;
beforeAll(async () => {
	program = await startProgram({ project: 'Klätterklubben' });
	folder = mkdtempSync(join(tmpdir(), 'underlag-members-'));
	mkdirSync(join(folder, 'svar'));
});
afterAll(async () => {
	await program.close();
	rmSync(folder, { recursive: true, force: true });
});

const definition = async () => (await program.call('instrument.get', { id: 1 })).definition;
const roundId = 1;
const stored = async (origin: string) => {
	const { rows } = await program.call('response.list', { roundId });
	const own = rows.filter((one) => one.origin === origin);
	return Promise.all(own.map(async ({ id }) => (await program.call('response.get', { id })).answers));
};

/** Adds a question by its type's name and writes its text, which has the focus. */
async function add(type: string, text: string) {
	const { page } = program;
	const before = (await definition()).items.length;
	await page.keyboard.press('Alt+n');
	await page.getByRole('menuitem', { name: new RegExp(`^${type}`) }).click();
	await expect.poll(async () => (await definition()).items.length).toBe(before + 1);
	const pane = page.getByRole('region', { name: type, exact: true });
	await pane.locator('textarea:focus').waitFor();
	await page.keyboard.type(text);
	return pane;
}

test('the questionnaire is made from nothing', async () => {
	const { page } = program;
	await program.goTo('/design');
	await page.getByRole('button', { name: 'Nytt frågeformulär' }).click();
	await page.getByLabel('Vad ska det heta?').fill('Medlemsenkät');
	await page.keyboard.press('Enter');
	await page.getByText('Formuläret är tomt.').waitFor();
	const group = await add('Ett val', 'Vilken grupp är du med i?');
	await group.getByRole('textbox', { name: 'Alternativ 1' }).fill('Barn');
	await group.getByRole('textbox', { name: 'Alternativ 2' }).fill('Vuxna');
	const statement = await add('Påstående med skala', 'Jag känner mig välkommen.');
	await statement.getByLabel('Måste besvaras').check();
	await add('Fritext', 'Vad ska vi göra mer av?');
	await expect
		.poll(async () => (await definition()).items.map((one) => [one.id, one.type]))
		.toEqual([
			['1', 'single'],
			['2', 'scale'],
			['3', 'text'],
		]);
	await expect.poll(async () => (await definition()).items[2]?.text.sv).toBe('Vad ska vi göra mer av?');
});

test('a round is started, and the form is printed', async () => {
	const { page } = program;
	const { id } = await program.call('round.add', { name: 'Våren 2026', instrumentId: 1, invited: 50 });
	expect(id).toBe(roundId);
	await program.goTo(`/collect/round/${roundId}`);
	await page.getByRole('button', { name: 'Skriv ut på papper' }).click();
	const saved = page.waitForEvent('download');
	await page.getByRole('dialog', { name: 'Skriv ut på papper' }).getByRole('button', { name: 'Gör pdf' }).click();
	const bytes = readFileSync(await (await saved).path());
	expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
	// What hangs on a wall is not changed behind its back.
	await program.goTo('/design/instrument/1/edit');
	await page.getByRole('heading', { name: 'Det här formuläret är utlämnat i omgången ”Våren 2026”' }).waitFor();
	await page.getByRole('button', { name: 'Ny version' }).waitFor();
	await program.screenshot('instrument-out');
});

test('three answer on a telephone with a form that came as a file', async () => {
	const { page } = program;
	await program.goTo(`/collect/round/${roundId}/form`);
	await page.getByRole('button', { name: 'Skapa nyckelfil' }).click();
	const keys = page.getByRole('dialog', { name: 'Skapa en nyckelfil' });
	await keys.getByLabel('Lösenfras', { exact: true }).fill('tre små ord räcker');
	await keys.getByLabel('Lösenfrasen en gång till').fill('tre små ord räcker');
	await keys.getByRole('button', { name: 'Skapa nyckelfil' }).click();
	await page.getByRole('button', { name: 'Skapa omgångens nyckel' }).click();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Spara formuläret' }).click();
	const form = join(folder, 'formulär.html');
	await (await download).saveAs(form);
	const context = await page
		.context()
		.browser()
		?.newContext({
			viewport: { width: 390, height: 844 },
			acceptDownloads: true,
			offline: true,
		});
	if (!context) throw new Error('no browser');
	const phone = await context.newPage();
	for (const [at, words] of ['Läger', 'Mer klättring ute', 'Fika'].entries()) {
		await phone.goto(pathToFileURL(form).href);
		await phone.getByRole('button', { name: 'Börja svara' }).click();
		await phone.getByRole('radio', { name: at === 0 ? 'Barn' : 'Vuxna' }).check();
		await phone.getByRole('radio', { name: 'Stämmer helt' }).check();
		await phone.getByRole('textbox', { name: /göra mer av/ }).fill(words);
		if (at === 0) {
			await takePicture(phone, 'members-phone');
			expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
		}
		await phone.getByRole('button', { name: 'Gör klart svaret' }).click();
		const file = phone.waitForEvent('download');
		await phone.getByRole('button', { name: 'Spara svaret som fil' }).click();
		const answer = await file;
		await answer.saveAs(join(folder, 'svar', answer.suggestedFilename()));
		await phone.getByRole('button', { name: /rensa sidan/ }).click();
	}
	await context.close();
	await page.locator('input[data-folder]').setInputFiles(join(folder, 'svar'));
	await expect.poll(async () => (await stored('form')).length).toBe(3);
	expect((await stored('form')).map((one) => one['3'])).toEqual(
		expect.arrayContaining(['Läger', 'Mer klättring ute', 'Fika']),
	);
});

test('two answer in the kiosk, one after the other', async () => {
	const { page } = program;
	await program.goTo(`/collect/round/${roundId}`);
	await page.getByRole('button', { name: 'Svarsläge' }).click();
	const dialog = page.getByRole('dialog', { name: 'Starta svarsläge' });
	await dialog.getByLabel('Kod för att avsluta').fill('4711');
	await dialog.getByRole('button', { name: 'Starta svarsläge' }).click();
	for (const last of [false, true]) {
		await page.getByRole('button', { name: 'Börja' }).click();
		expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
		await page.getByRole('radio', { name: 'Vuxna' }).check();
		await page.getByRole('radio', { name: 'Stämmer delvis' }).check();
		await page.getByRole('button', { name: 'Lämna svaret' }).click();
		await page.getByRole('heading', { name: 'Tack för ditt svar' }).waitFor();
		if (!last) await page.getByRole('button', { name: 'Nästa person' }).click();
	}
	await page.getByRole('button', { name: 'Nästa person' }).click();
	await page.getByRole('button', { name: 'Avsluta svarsläget' }).click();
	const out = page.getByRole('dialog', { name: 'Avsluta svarsläget' });
	await out.getByLabel('Kod', { exact: true }).fill('4711');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Våren 2026' }).waitFor();
	expect(await stored('kiosk')).toEqual([
		{ 1: await optionOf('Vuxna'), 2: '4' },
		{ 1: await optionOf('Vuxna'), 2: '4' },
	] satisfies Answers[]);
});

/** The stored value of an option of the first question by its label. */
async function optionOf(label: string): Promise<string> {
	const [first] = (await definition()).items;
	const found = first && 'options' in first && first.options.find((one) => one.label.sv === label);
	if (!found) throw new Error(`no option ${label}`);
	return found.value;
}

test('five came on paper, and are entered by keyboard alone', async () => {
	const { page } = program;
	await program.goTo(`/collect/round/${roundId}/answer`);
	for (let paper = 1; paper <= 5; paper++) {
		await page.getByRole('heading', { level: 1, name: 'Nytt svar' }).waitFor();
		await page.getByRole('radio', { name: 'Barn' }).focus();
		for (const key of ['2', 'Enter', '3', 'Enter']) await page.keyboard.press(key);
		await page.keyboard.type(`Papper ${paper}`);
		await page.keyboard.press('Control+Enter');
		await expect
			.poll(async () => (await stored('entry')).filter((one) => one['3'] === `Papper ${paper}`).length)
			.toBe(1);
	}
	expect((await stored('entry')).map((one) => one['2'])).toEqual(Array(5).fill('3'));
});

test('thirty come from a service in a file', async () => {
	const { page } = program;
	await program.goTo(`/collect/round/${roundId}/import`);
	const labels = (await definition()).scales[0]?.options.filter((one) => !one.missing).map((one) => one.label.sv) ?? [];
	const rows = Array.from(
		{ length: 30 },
		(_, at) => `${at + 1};${at % 3 === 0 ? 'Barn' : 'Vuxna'};${at % 2 === 0 ? labels.at(-1) : labels[0]};Rad ${at}`,
	);
	const csv = ['Svars-ID;Vilken grupp är du med i?;Jag känner mig välkommen.;Vad ska vi göra mer av?', ...rows];
	const buffer = Buffer.from(`\ufeff${csv.join('\r\n')}`);
	await page.locator('input[type="file"]').first().setInputFiles({ name: 'export.csv', mimeType: 'text/csv', buffer });
	await page.getByRole('button', { name: /^Importera 30 svar/ }).click();
	await expect.poll(async () => (await stored('import')).length).toBe(30);
});

test('the forty stand together in the results', async () => {
	const { page } = program;
	const analysis = await program.call('results.analyse', { roundId });
	expect(analysis).toMatchObject({ answered: 40, responseRate: 80 });
	// 3 by telephone and 15 of the file agree wholly, 2 of the kiosk partly: twenty of forty.
	expect(analysis.items.find((one) => one.id === '2')).toMatchObject({ n: 40, topTwo: { count: 20, percent: 50 } });
	await program.goTo(`/analyse/round/${roundId}`);
	await page.getByText('Jag känner mig välkommen.').first().waitFor();
	await page
		.getByText(/40 av 50/)
		.first()
		.waitFor();
	await program.screenshot('members-results');
	await expectAccessible(page);
	await program.screenshot('members-results', { theme: 'dark', size: '900x700' });
	await expectAccessible(page);
	expect(program.faults).toEqual([]);
});
