import { join } from 'node:path';
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
	await program.call('keys.create', { path: join(program.folder, 'namn.nyckel'), passphrase: 'tre små ord till' });
	const bytes = new TextEncoder().encode('Namn;E-post\nRagnfrid Silverhjelm;r@hemlig.example\nBo Ek;b@hemlig.example');
	for (const name of ['Före', 'Efter']) {
		const { id } = await program.call('round.add', { name, instrumentId: 1, promise: 'confidential' });
		await program.call('asked.importList', { roundId: id, name: 'lista.csv', bytes });
		const answers = { 1: '4', 10: `Mitt svar ${name.toLowerCase()}` };
		const { id: responseId } = await program.call('response.save', { roundId: id, answers, status: 'complete' });
		const { rows } = await program.call('asked.list', { roundId: id });
		await program.call('asked.link', { responseId, askedId: rows[0]?.id ?? 0 });
	}
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
	await dialog.getByRole('checkbox', { name: 'Jag förstår att det inte går att få tillbaka.' }).press('Space');
	await erase.press('Enter');
	await dialog.waitFor({ state: 'detached' });
	await page.getByText('Svar 2 är raderat').waitFor();
	expect((await program.call('response.list', { roundId: 1 })).total).toBe(1);
	expect(await program.call('history.get', {})).toMatchObject({ undo: null, redo: null });
	await page.getByRole('button', { name: 'Det finns inget att ångra' }).waitFor();
	expect(program.faults).toEqual([]);
});

test('a person is erased from the list: the key file is asked for, and what they have in other rounds goes where that is chosen', async () => {
	const { page } = program;
	await program.call('keys.close', {});
	await program.goTo('/collect/round/2/asked');
	await page.getByRole('button', { name: 'Person 1', exact: true }).click();
	await page
		.getByRole('dialog', { name: 'Person 1' })
		.getByRole('button', { name: 'Radera för gott …' })
		.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Radera person 1 för gott' });
	await dialog.getByText('Namnet kan stå i nyckelfilen.').waitFor();
	expect(await dialog.getByRole('checkbox', { name: /Jag förstår/ }).isDisabled()).toBe(true);
	await expectAccessible(page);
	await program.screenshot('erase-person-closed', { size: '900x700' });
	await dialog.getByRole('button', { name: 'Öppna nyckelfilen' }).click();
	const keys = page.getByRole('dialog', { name: 'Öppna nyckelfilen' });
	await keys.getByLabel('Lösenfras', { exact: true }).fill('tre små ord till');
	await keys.getByLabel('Lösenfras', { exact: true }).press('Enter');
	await dialog.getByText('1 namn med adress i nyckelfilen').waitFor();
	await dialog.getByText('Efter: 1 svar och 1 rad i sändlistan').waitFor();
	await program.setLook({ language: 'en', theme: 'dark' });
	const english = page.getByRole('dialog', { name: 'Erase person 1 for good' });
	await english.getByRole('checkbox', { name: 'Also erase what the same person has in other rounds' }).press('Space');
	await english.getByText('2 names and addresses in the key file').waitFor();
	await program.screenshot('erase-person', { size: '1280x800' });
	await expectAccessible(page);
	await english.getByRole('checkbox', { name: 'I understand that it cannot be had back.' }).press('Space');
	await english.getByRole('button', { name: 'Erase for good', exact: true }).press('Enter');
	await page.getByText('Person 1 is erased').waitFor();
	await page.getByRole('button', { name: 'Bo Ek' }).waitFor();
	for (const roundId of [2, 3]) {
		expect((await program.call('asked.list', { roundId })).rows.map(({ person }) => person?.name)).toEqual(['Bo Ek']);
		expect((await program.call('response.list', { roundId })).total).toBe(0);
	}
	expect(program.faults).toEqual([]);
});
