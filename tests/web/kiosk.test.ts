import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyType } from './every-type.ts';
import { expectAccessible } from './harness/axe.ts';
import { takePicture } from './harness/picture.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
let roundId: number;
beforeAll(async () => {
	program = await startProgram({ project: 'Föreningen' });
	const { id: instrumentId } = await program.call('instrument.add', everyType);
	roundId = (await program.call('round.add', { name: 'Medlemmar 2026', instrumentId })).id;
});
afterAll(() => program.close());

/** `program.screenshot` sets the look through calls that the core refuses in the kiosk. */
const picture = (name: string) => takePicture(program.page, name);

test('the kiosk is started from the round with a code, and then there is nothing but the questions', async () => {
	const { page } = program;
	await program.goTo(`/collect/round/${roundId}`);
	await page.getByRole('button', { name: 'Svarsläge' }).click();
	const dialog = page.getByRole('dialog', { name: 'Starta svarsläge' });
	await dialog.getByLabel('Kod för att avsluta').fill('12');
	await dialog.getByRole('button', { name: 'Starta svarsläge' }).click();
	await dialog.getByText('Skriv 4–12 tecken.').waitFor();
	await program.screenshot('kiosk-set-up');
	await expectAccessible(page);
	await dialog.getByLabel('Kod för att avsluta').fill('4711');
	await dialog.getByRole('button', { name: 'Starta svarsläge' }).click();
	await page.getByRole('button', { name: 'Börja' }).waitFor();
	expect(await page.getByRole('navigation').count()).toBe(0);
	expect(new URL(page.url()).hash).toBe(`#/kiosk/${roundId}`);
	await picture('kiosk-start');
	await expectAccessible(page);
	// Neither keys, nor another address, nor back, nor a fresh page lead to the project.
	for (const keys of ['Control+k', 'Control+z', 'Control+1', '?']) await page.keyboard.press(keys);
	expect(await page.getByRole('dialog').count()).toBe(0);
	await page.evaluate(() => {
		window.location.hash = '/report';
	});
	await expect.poll(() => new URL(page.url()).hash).toBe(`#/kiosk/${roundId}`);
	await page.goBack();
	await expect.poll(() => new URL(page.url()).hash).toBe(`#/kiosk/${roundId}`);
	await page.clock.install();
	await page.reload();
	await page.getByRole('button', { name: 'Börja' }).waitFor();
	expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Medlemmarnas enkät');
});

test('one respondent answers page by page; what lacks is told with a way to it', async () => {
	const { page } = program;
	await page.getByRole('button', { name: 'Börja' }).click();
	await page.getByRole('heading', { level: 2, name: 'Om föreningen' }).waitFor();
	await page.getByText('Sida 1 av 2').waitFor();
	await page.getByRole('button', { name: 'Nästa' }).click();
	const problems = page.getByRole('region', { name: '1 svar behöver ses över' });
	await problems.and(page.locator(':focus')).waitFor();
	await expectAccessible(page);
	await picture('kiosk-problems');
	await problems.getByRole('button', { name: /Jag trivs i föreningen: Frågan måste besvaras/ }).click();
	await page.keyboard.press('Space');
	await problems.waitFor({ state: 'detached' });
	await page.getByRole('checkbox', { name: 'Annat' }).check();
	await page.getByRole('textbox', { name: 'Annat, nämligen' }).fill('Dans');
	await page.getByRole('button', { name: 'Nästa' }).click();
	await page.getByRole('heading', { level: 2, name: 'Om dig' }).and(page.locator(':focus')).waitFor();
	await page.getByRole('button', { name: 'Tillbaka' }).click();
	expect(await page.getByRole('textbox', { name: 'Annat, nämligen' }).inputValue()).toBe('Dans');
	await page.getByRole('button', { name: 'Nästa' }).click();
	await page.getByLabel('Hur länge har du varit med?').fill('länge');
	await page.getByLabel('Ditt postnummer').fill('123');
	await page.getByRole('button', { name: 'Lämna svaret' }).click();
	await page.getByRole('button', { name: /Hur länge.*går inte att läsa/ }).waitFor();
	await page.getByRole('button', { name: 'Ditt postnummer: Skriv fem siffror.' }).click();
	await page.locator(':focus').fill('123 45');
	await page.getByLabel('Hur länge har du varit med?').fill('7');
	await picture('kiosk-page');
	await page.getByRole('button', { name: 'Lämna svaret' }).click();
	await page.getByRole('heading', { name: 'Tack för ditt svar' }).waitFor();
	await expectAccessible(page);
	await picture('kiosk-thanks');
});

test('the next start is clean; who goes away half-way leaves a begun answer and a fresh form', async () => {
	const { page } = program;
	await page.getByRole('button', { name: 'Nästa person' }).click();
	await page.getByText('English', { exact: true }).click();
	await page.getByRole('button', { name: 'Begin' }).click();
	await page.getByRole('heading', { level: 1, name: 'Members’ survey' }).waitFor();
	expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
	await page.getByRole('radio', { name: 'Stämmer helt' }).first().check();
	await page.clock.fastForward('02:45');
	await page.getByRole('dialog', { name: 'Are you still there?' }).waitFor();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Go on answering' }).click();
	await page.clock.fastForward('02:30');
	expect(await page.getByRole('dialog').count()).toBe(0);
	await page.clock.fastForward('00:15');
	await page.getByRole('dialog', { name: 'Are you still there?' }).waitFor();
	await page.clock.fastForward('00:30');
	await page.getByRole('button', { name: 'Börja' }).waitFor();
	await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
});

test('only the code leads out, and the answers are there', async () => {
	const { page } = program;
	await page.getByRole('button', { name: 'Avsluta svarsläget' }).click();
	const dialog = page.getByRole('dialog', { name: 'Avsluta svarsläget' });
	await dialog.getByLabel('Kod', { exact: true }).fill('0000');
	await dialog.getByRole('button', { name: 'Avsluta', exact: true }).click();
	await dialog.getByText('Koden stämmer inte.').waitFor();
	await expectAccessible(page);
	await dialog.getByLabel('Kod', { exact: true }).fill('4711');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Medlemmar 2026' }).waitFor();
	const { rows } = await program.call('response.list', { roundId });
	expect(rows.map((one) => [one.status, one.origin])).toEqual([
		['complete', 'kiosk'],
		['partial', 'kiosk'],
	]);
	const { answers } = await program.call('response.get', { id: rows[0]?.id ?? 0 });
	expect(answers).toEqual({ 1: '1', 4: ['a'], '4:other': 'Dans', 8: 7, 11: '123 45' });
	expect(program.faults).toEqual([]);
});

test('an interview: the guide at the left, the answers at the right, saved as one writes', async () => {
	const { page } = program;
	await page.getByRole('button', { name: 'Intervju', exact: true }).click();
	await page.getByRole('heading', { level: 1, name: 'Ny intervju' }).waitFor();
	await page.getByRole('group', { name: /trivs/ }).getByRole('radio', { name: 'Stämmer helt' }).check();
	await page.getByRole('button', { name: /Sätt in tid: Du svarade ”Stämmer helt”/ }).click();
	const why = page.getByRole('textbox', { name: /Varför/ });
	expect(await why.inputValue()).toMatch(/^\[\d\d:\d\d\] $/);
	await why.fill('[00:07] Gott kaffe.');
	await page.getByRole('heading', { level: 1, name: 'Intervju, svar 3' }).waitFor();
	await expectAccessible(page);
	await program.screenshot('interview');
	await program.screenshot('interview', { theme: 'dark', size: '900x700' });
	await expectAccessible(page);
	await page.keyboard.press('Control+Enter');
	await page.getByRole('heading', { level: 1, name: 'Medlemmar 2026' }).waitFor();
	const [row] = (await program.call('response.list', { roundId, newest: true })).rows;
	expect(row).toMatchObject({ origin: 'interview', status: 'complete' });
	expect((await program.call('response.get', { id: row?.id ?? 0 })).answers).toEqual({
		1: '5',
		10: '[00:07] Gott kaffe.',
	});
	expect(program.faults).toEqual([]);
});
