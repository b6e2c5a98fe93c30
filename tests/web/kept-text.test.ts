import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
beforeAll(async () => {
	program = await startProgram();
	await program.call('project.openSample', { path: join(program.folder, 'exempel.underlag') });
	await program.page.getByRole('navigation', { name: 'Rum' }).waitFor();
});
afterAll(() => program.close());

const away = async () => {
	await program.page.keyboard.press('Control+1');
	await program.page.getByRole('heading', { level: 1, name: 'Långsiktig samverkan' }).waitFor();
};

test('what is typed in any field is kept although a key leads away at once', async () => {
	const { page } = program;
	await program.goTo('/collect/material/1');
	await page.getByLabel('Titel').fill('Fokusgrupp, omskriven');
	await away();
	await expect.poll(async () => (await program.call('document.get', { id: 1 })).title).toBe('Fokusgrupp, omskriven');
	await program.goTo('/collect/material/1');
	await page.getByLabel('Minnesanteckning').fill('Två kom sent.');
	await away();
	await expect.poll(async () => (await program.call('document.get', { id: 1 })).memo).toBe('Två kom sent.');

	await program.goTo('/collect/round/2');
	await page.getByLabel('Antal tillfrågade').fill('31');
	await away();
	await expect.poll(async () => (await program.call('round.get', { id: 2 })).invited).toBe(31);

	const codes = await program.call('code.list', {});
	const code = codes.find((one) => one.name === 'Mandat');
	await program.goTo(`/analyse/codebook?code=${code?.id}`);
	await page.getByLabel('Definition').fill('Vad man får besluta.');
	await away();
	const stored = async () => (await program.call('code.list', {})).find((one) => one.id === code?.id);
	await expect.poll(async () => (await stored())?.definition).toBe('Vad man får besluta.');
	expect(program.faults).toEqual([]);
});

test('a name that is empty or taken is not stored, and what is stored shows again', async () => {
	const { page } = program;
	await program.goTo('/collect/round/2');
	const name = page.getByLabel('Namn', { exact: true });
	await name.fill('');
	await page.getByText('Ge omgången ett namn.').waitFor();
	await name.blur();
	await expect.poll(() => name.inputValue()).toBe('Lokusgrupperna, oktober 2017');
	await name.fill('Styrelsen, juni 2016');
	await name.press('Enter');
	await expect.poll(() => name.inputValue()).toBe('Lokusgrupperna, oktober 2017');
	await name.fill('Något annat');
	await name.press('Escape');
	expect(await name.inputValue()).toBe('Lokusgrupperna, oktober 2017');
	expect((await program.call('round.get', { id: 2 })).name).toBe('Lokusgrupperna, oktober 2017');
});

test('a day that is none is told when one leaves the field, and the stored one stays', async () => {
	const { page } = program;
	await program.goTo('/collect/material/1');
	const { date } = await program.call('document.get', { id: 1 });
	const field = page.getByLabel('Datum');
	await field.fill('igår');
	await field.blur();
	await page.getByText('Det är ingen dag i kalendern.').waitFor();
	expect((await program.call('document.get', { id: 1 })).date).toBe(date);
	await field.fill('7/6 2016');
	await field.fill('7 juni 2016');
	await field.blur();
	await expect.poll(() => field.inputValue()).toBe('2016-06-07');
	await expect.poll(async () => (await program.call('document.get', { id: 1 })).date).toBe('2016-06-07');
});

test('a report that is being written stays as it is when the language of the window changes', async () => {
	const { page } = program;
	await program.goTo('/report/1');
	const editor = page.locator('.cm-content').first();
	await editor.click();
	await page.keyboard.press('Control+Home');
	await page.keyboard.type('Det nyss skrivna. ');
	await program.setLook({ language: 'en' });
	await page.getByText('Det nyss skrivna.').first().waitFor();
	await page.keyboard.type('Mer. ');
	await expect
		.poll(async () => (await program.call('report.get', { id: 1 })).markdown)
		.toContain('Det nyss skrivna. Mer. ');
	expect(program.faults).toEqual([]);
});
