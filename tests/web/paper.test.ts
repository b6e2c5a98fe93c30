import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
beforeAll(async () => {
	program = await startProgram({ project: 'Föreningen' });
});
afterAll(() => program.close());

test('the ready-made ones stand by kind; a guide reads as a guide; advice tells its reason and source', async () => {
	const { page } = program;
	await program.goTo('/design');
	for (const name of ['Frågeformulär', 'Intervjuguider', 'Workshoppar', 'Observationsscheman'])
		await page.getByRole('main').getByRole('heading', { level: 3, name }).waitFor();
	await page.getByRole('main').getByRole('link', { name: 'Intervjuguide med sex områden' }).click();
	await page.getByRole('heading', { level: 1, name: 'Intervjuguide med sex områden' }).waitFor();
	await page.getByText('Färdig intervjuguide').waitFor();
	await page.getByText('Uppdrag · tid i rollen', { exact: false }).waitFor();
	await program.screenshot('instrument-guide');
	await expectAccessible(page);
	await program.goTo('/design/instrument/board');
	const advice = page.getByRole('region', { name: 'Innan formuläret används' });
	await advice.getByText('Ordet ”och” kan göra att frågan frågar om två saker på en gång.').first().waitFor();
	await advice.getByText('Varför').first().click();
	await advice
		.getByText(/Krosnick & Presser/)
		.first()
		.waitFor();
	await program.screenshot('instrument-advice');
	await expectAccessible(page);
	await program.setLook({ theme: 'dark', size: '900x700' });
	await expectAccessible(page);
	await program.screenshot('instrument-advice', { theme: 'dark', size: '900x700' });
	await program.setLook({ theme: 'light', size: '1280x800' });
	expect(program.faults).toEqual([]);
});

test('a round is put on paper from its page, by keyboard', async () => {
	const { page } = program;
	const { id: instrumentId } = await program.call('instrument.add', { key: 'course' });
	const { id } = await program.call('round.add', { name: 'Kurs våren', instrumentId });
	await program.goTo(`/collect/round/${id}`);
	await page.getByRole('button', { name: 'Skriv ut på papper' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Skriv ut på papper' });
	await dialog.getByText('Stor text (18 punkter)').click();
	await dialog.getByRole('switch', { name: /Med inledning/ }).press('Space');
	await program.screenshot('paper');
	await expectAccessible(page);
	const saved = page.waitForEvent('download');
	await dialog.getByRole('button', { name: 'Gör pdf' }).press('Enter');
	const file = await saved;
	expect(file.suggestedFilename()).toBe('Kursvärdering.pdf');
	expect(
		readFileSync(await file.path())
			.subarray(0, 5)
			.toString(),
	).toBe('%PDF-');
	await dialog.waitFor({ state: 'detached' });
	expect(program.faults).toEqual([]);
}, 90_000);
