import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

const words = 'Mötena behöver börja i tid och ha en dagordning';

let program: Program;
beforeAll(async () => {
	program = await startProgram({ project: 'Långsiktig samverkan' });
	await program.call('instrument.add', { key: 'board' });
	const { id: roundId } = await program.call('round.add', { name: 'Styrelsen', instrumentId: 1, invited: 22 });
	for (const text of ['Något annat', words])
		await program.call('response.save', { roundId, answers: { 1: '4', 10: text }, status: 'complete' });
	await program.call('report.add', { title: 'Slutrapport', markdown: `En ledamot skrev: ${words}.` });
});
afterAll(() => program.close());

test('erasing says what goes and what stays, waits for a yes, and cannot be undone', async () => {
	const { page } = program;
	await program.goTo('/collect/round/1');
	await page.getByRole('button', { name: 'Radera svar 2 för gott …' }).click();
	const dialog = page.getByRole('dialog', { name: 'Radera svar 2 för gott' });
	await dialog.getByText('Rapport: Slutrapport').waitFor();
	const erase = dialog.getByRole('button', { name: 'Radera för gott', exact: true });
	expect(await erase.isDisabled()).toBe(true);
	await program.screenshot('erase');
	await expectAccessible(page);
	await program.screenshot('erase', { theme: 'dark', size: '900x700' });
	await expectAccessible(page);
	await program.setLook({ theme: 'light', size: '1280x800' });

	// Escape leaves everything as it was.
	await page.keyboard.press('Escape');
	await dialog.waitFor({ state: 'detached' });
	expect((await program.call('response.list', { roundId: 1 })).total).toBe(2);

	await page.getByRole('button', { name: 'Radera svar 2 för gott …' }).press('Enter');
	await dialog.getByRole('checkbox', { name: 'Jag förstår att svaret inte går att få tillbaka.' }).press('Space');
	await erase.press('Enter');
	await dialog.waitFor({ state: 'detached' });
	await page.getByText('Svar 2 är raderat').waitFor();
	expect((await program.call('response.list', { roundId: 1 })).total).toBe(1);
	expect(await program.call('history.get', {})).toMatchObject({ undo: null, redo: null });
	await page.getByRole('button', { name: 'Det finns inget att ångra' }).waitFor();
	expect(program.faults).toEqual([]);
});
