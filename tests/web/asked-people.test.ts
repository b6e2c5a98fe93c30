import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealFor } from '../node/form/seal-for.ts';
import { expectAccessible } from './harness/axe.ts';
import { expectLooks } from './harness/looks.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
let roundId: number;
beforeAll(async () => {
	program = await startProgram({ project: 'Föreningen' });
	const { call } = program;
	await call('instrument.add', { key: 'board' });
	roundId = (await call('round.add', { name: 'Medlemmarna', instrumentId: 1, promise: 'confidential' })).id;
	await call('keys.create', { path: join(program.folder, 'namn.nyckel'), passphrase: 'tre små ord till' });
	await call('form.makeKey', { roundId });
});
afterAll(() => program.close());

async function looked(name: string) {
	await program.screenshot(name);
	await expectAccessible(program.page);
	await program.screenshot(name, { theme: 'dark', size: '900x700' });
	await expectAccessible(program.page);
	await program.setLook({ theme: 'light', size: '1280x800' });
}

/** Whether neither lies over the other. */
async function areApart(one: Locator, other: Locator): Promise<boolean> {
	const [a, b] = [await one.boundingBox(), await other.boundingBox()];
	if (!a || !b) throw new Error('not shown');
	return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
}

test('a list is made by hand: groups are added, renamed and removed, and a person is in several', async () => {
	const { page } = program;
	await program.goTo(`/collect/round/${roundId}/asked`);
	await page.getByRole('button', { name: 'Lägg till en person' }).click();
	const fresh = page.getByRole('dialog', { name: 'Ny person i sändlistan' });
	await fresh.getByLabel('Namn', { exact: true }).fill('Ann Ek');
	await fresh.getByLabel('E-postadress').fill('inte en adress');
	await fresh.getByRole('button', { name: 'Spara' }).click();
	await fresh.getByText('Skriv en hel e-postadress').waitFor();
	expect(await fresh.getByLabel('E-postadress').evaluate((field) => field === document.activeElement)).toBe(true);
	await looked('asked-email');
	await fresh.getByLabel('E-postadress').fill('ann@exempel.se');
	await fresh.getByLabel('Eget id (medlemsnummer, anställningsnummer)').fill('M-471');
	await fresh.getByLabel('E-postadress').press('Enter');
	await fresh.waitFor({ state: 'detached' });
	await page.getByRole('button', { name: 'Ann Ek' }).waitFor();

	await page.getByRole('button', { name: 'Grupper', exact: true }).click();
	const groups = page.getByRole('dialog', { name: 'Grupper' });
	for (const name of ['Heby', 'Tierp', 'Knivsta']) {
		await groups.getByLabel('Ny grupp').fill(name);
		await groups.getByLabel('Ny grupp').press('Enter');
		await groups.getByRole('button', { name: `Ta bort gruppen ${name}` }).waitFor();
	}
	// So many that the dialog is as tall as the window: a note still leaves all of it to be seen.
	for (let n = 1; n <= 9; n++) await program.call('asked.addGroup', { roundId, name: `Östra ${n}` });
	await groups.getByLabel('Namn på grupp 12').waitFor();
	await program.setLook({ size: '900x700' });
	await groups.getByLabel('Ny grupp').fill('Heby');
	await groups.getByLabel('Ny grupp').press('Enter');
	const note = page.getByRole('alert').filter({ hasText: 'finns redan' });
	await note.waitFor();
	await expect.poll(() => areApart(groups, note)).toBe(true);
	await program.screenshot('asked-groups-note', { size: '900x700' });
	await program.setLook({ size: '1280x800' });
	for (let n = 1; n <= 9; n++) await program.call('history.undo', {});
	await groups.getByLabel('Namn på grupp 3').fill('Tierp norra');
	await groups.getByLabel('Namn på grupp 3').press('Enter');
	await groups.getByRole('button', { name: 'Ta bort gruppen Knivsta' }).click();
	await groups.getByRole('button', { name: 'Ta bort gruppen Knivsta' }).waitFor({ state: 'detached' });
	await expectLooks(program, 'asked-groups');
	await page.keyboard.press('Escape');

	await page.getByRole('button', { name: 'Ann Ek' }).click();
	const person = page.getByRole('dialog', { name: 'Person 1' });
	await person.getByRole('checkbox', { name: 'Heby' }).check();
	await person.getByRole('checkbox', { name: 'Tierp norra' }).check();
	await person.getByLabel('Tierp norra: Med i gruppen från och med').fill('2026-01-01');
	await person.getByRole('button', { name: 'Spara' }).click();
	await page.getByRole('gridcell', { name: 'Heby, Tierp norra' }).waitFor();
	await program.setLook({ language: 'en' });
	await page.getByRole('button', { name: 'Add a person' }).click();
	await expectAccessible(page);
	await program.screenshot('asked-add', { language: 'en' });
	await page.keyboard.press('Escape');
	await program.setLook({ language: 'sv' });
});

test('everybody gets a code, an answer with it is theirs, and what comes without is linked by a code or by hand', async () => {
	const { page, call } = program;
	for (const [name, ownId] of [
		['Bo Al', 'M-472'],
		['Cia Ask', 'A0B1'],
		['Dan Lind', 'X'],
	])
		await call('asked.add', { roundId, person: { name, ownId, email: `${name?.slice(0, 1)}@exempel.se` } });
	await program.goTo(`/collect/round/${roundId}/form`);
	await page.getByRole('button', { name: 'Ge 4 personer var sin kod' }).click();
	await page.getByText('4 av 4 i sändlistan har en kod.').waitFor();
	await expectLooks(program, 'form-people-codes');

	// The letter says where the code is lacking, and nothing once it is there.
	await program.goTo(`/collect/round/${roundId}/asked/send`);
	await page.getByText('brevet nämner varken {{kod}} eller en webbadress').waitFor();
	await page.getByLabel('Länk eller plats').fill('https://exempel.se/enkat');
	await page.getByLabel('Länk eller plats').blur();
	const { rows } = await call('asked.list', { roundId });
	const code = rows[0]?.person?.code ?? '';
	await page.getByText(`https://exempel.se/enkat#kod=${code}`).waitFor();
	expect(await page.getByText('brevet nämner varken').count()).toBe(0);
	await program.screenshot('asked-send-codes');

	const path = join(program.folder, 'Föreningen.underlag');
	await call('form.import', { roundId, files: [], text: sealFor(path, roundId, { code, answers: { 1: '4' } }) });
	for (const text of ['m 472', 'AOB1', 'utan'])
		await call('response.save', { roundId, answers: { 1: '4', 10: text }, status: 'complete' });
	await program.goTo(`/collect/round/${roundId}/asked`);
	await page
		.getByRole('row', { name: /Ann Ek/ })
		.getByText('Svarat')
		.waitFor();
	await page.getByRole('link', { name: 'Koppla svar till personer' }).click();
	// No question looks like a code, and none is chosen unasked.
	const source = page.getByLabel('Var koden står i svaren');
	expect(await source.locator(':checked').textContent()).toBe('Välj fråga');
	await source.selectOption('10');
	await page.getByRole('row', { name: /Cia Ask/ }).waitFor();
	await expectLooks(program, 'asked-match');
	await page.getByRole('button', { name: 'Koppla 1 säkert' }).press('Enter');
	await page.getByRole('button', { name: 'Koppla svar 3 till Cia Ask' }).press('Enter');
	await page.getByRole('row', { name: /Cia Ask/ }).waitFor({ state: 'detached' });
	await page.getByLabel('Svar nummer').fill('99');
	await page.getByLabel('Person nummer').fill('4');
	await page.getByLabel('Person nummer').press('Enter');
	await page.getByText('Inget sådant nummer.').waitFor();
	await page.getByLabel('Svar nummer').fill('4');
	await page.getByLabel('Svar nummer').press('Enter');
	await page.getByText('Svar 4 är kopplat till Dan Lind').waitFor();
	expect((await call('asked.list', { roundId })).rows.map(({ status }) => status)).toEqual(Array(4).fill('answered'));
	await program.setLook({ language: 'en', theme: 'light', size: '1280x800' });
	await page.getByRole('heading', { level: 1, name: 'Link responses to people' }).waitFor();
	await expectAccessible(page);
	await program.screenshot('asked-match');
	await program.setLook({ language: 'sv' });
	// A refused name is told by the core as well: the browser notes nothing else.
	expect(program.faults).toEqual([]);
});

test('what has gone out locks the questionnaire, and the round’s page takes a try back; a closed round offers no way in', async () => {
	const { page, call } = program;
	const { id } = await call('round.add', { name: 'Prov', instrumentId: 1 });
	await call('form.makeKey', { roundId: id });
	await program.goTo(`/collect/round/${id}/form`);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Spara formuläret' }).click();
	await download;
	await expect.poll(async () => (await call('round.get', { id })).outOn).not.toBeNull();
	await program.goTo(`/collect/round/${id}`);
	await page.getByText('är låst, så att svaren passar').waitFor();
	await program.screenshot('round-out');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Inget är utlämnat' }).press('Enter');
	await page.getByText('är låst, så att svaren passar').waitFor({ state: 'detached' });
	await call('round.update', { id, closedAt: '2026-11-01' });
	for (const name of ['Svarsläge', 'Intervju', 'Importera svar', 'Registrera svar'])
		await page.locator('button:disabled', { hasText: name }).waitFor();
});
