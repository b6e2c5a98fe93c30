import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './harness/axe.ts';
import { expectRowInView } from './harness/focus.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
beforeAll(async () => {
	program = await startProgram({ project: 'Långsiktig samverkan' });
});
afterAll(() => program.close());

const seed = (name: string) => readFileSync(new URL(`../fixtures/seed/${name}`, import.meta.url));
const csv = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer });
const answered = async (roundId: number) => (await program.call('round.get', { id: roundId })).answered;

test('a ready-made questionnaire is looked at as a respondent sees it, and taken into the project', async () => {
	const { page } = program;
	await page.getByRole('navigation', { name: 'Rum' }).getByRole('link', { name: 'Upplägg' }).click();
	await expect
		.poll(() => page.getByRole('heading', { name: 'Färdiga att ta in', level: 2 }).count())
		.toBeGreaterThan(0);
	await program.screenshot('design');
	await expectAccessible(page);
	await page.getByRole('main').getByRole('link', { name: 'Lokusgruppernas enkät' }).click();
	await page.getByRole('heading', { level: 1, name: 'Lokusgruppernas enkät' }).waitFor();
	const differences = page.getByRole('textbox', { name: /Vad skiljer dem åt när det gäller strukturen/ });
	expect(await differences.count()).toBe(0);
	await page.getByRole('checkbox', { name: 'Heby' }).check();
	await page.getByRole('checkbox', { name: 'Tierp' }).check();
	await differences.waitFor();
	await page
		.getByRole('group', { name: /Gruppen har en struktur/ })
		.getByRole('radio', { name: 'Stämmer delvis' })
		.check();
	await program.screenshot('instrument');
	await expectAccessible(page);
	await page.getByRole('checkbox', { name: 'Heby' }).uncheck();
	await differences.waitFor({ state: 'detached' });
	await page.getByText('Telefon', { exact: true }).click();
	await program.screenshot('instrument-phone');
	await page.getByText('English', { exact: true }).first().click();
	await page.getByRole('group', { name: 'Which organisation do you represent?' }).waitFor();
	await page.getByRole('button', { name: 'Ta in i projektet' }).click();
	await expect
		.poll(async () =>
			(await program.call('instrument.list', {})).filter((one) => one.id !== null).map((one) => one.key),
		)
		.toEqual(['lokus']);
	await page.getByText('I projektet', { exact: true }).waitFor();
	await program.goTo('/design/instrument/self-rating');
	const knowledge = page.getByRole('group', { name: 'Hur stor är din kunskap om kognitivt stöd i vardagen?' });
	await knowledge.getByRole('radio', { name: '10, Mycket stor' }).focus();
	await page.keyboard.press('ArrowLeft');
	expect(await knowledge.getByRole('radio', { name: '9' }).isChecked()).toBe(true);
	await program.screenshot('instrument-rating');
	await expectAccessible(page);
	await program.goTo('/design/instrument/board');
	await program.screenshot('instrument-board', { theme: 'dark', size: '1920x1080' });
	await expectAccessible(page);
	await program.setLook({ theme: 'light', size: '1280x800' });
});

test('a round is made on the page that says there is none', async () => {
	const { page } = program;
	await page.getByRole('navigation', { name: 'Rum' }).getByRole('link', { name: 'Datainsamling' }).click();
	await page.getByRole('heading', { name: 'Inga omgångar än' }).waitFor();
	await program.screenshot('collect-empty');
	await expectAccessible(page);
	await page.getByRole('main').getByRole('button', { name: 'Ny omgång' }).click();
	await page.getByRole('button', { name: 'Skapa omgången' }).click();
	await page.getByText('Ge omgången ett namn.').waitFor();
	await page.getByLabel('Namn').fill('Styrelsen, juni 2016');
	await page.getByRole('combobox', { name: 'Frågeformulär' }).selectOption({ label: 'Styrelsens enkät' });
	await page.getByLabel('Datum').fill('i går');
	await page.getByLabel('Datum').press('Enter');
	await page.getByText('Det är ingen dag i kalendern.').waitFor();
	await page.getByLabel('Datum').fill('31/11 2015');
	await page.getByRole('button', { name: 'Skapa omgången' }).click();
	await page.getByText('Det är ingen dag i kalendern.').waitFor();
	expect(await program.call('round.list', {})).toEqual([]);
	await page.getByLabel('Datum').fill('7/6 2016');
	await page.getByLabel('Antal tillfrågade').fill('många');
	await page.getByText('Skriv ett helt tal').waitFor();
	await page.getByLabel('Antal tillfrågade').fill('22');
	await program.screenshot('collect-new');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Skapa omgången' }).click();
	await page.getByRole('heading', { level: 1, name: 'Styrelsen, juni 2016' }).waitFor();
	expect(await program.call('round.get', { id: 1 })).toMatchObject({ invited: 22, date: '2016-06-07' });
	await program.screenshot('round-empty');
	await expectAccessible(page);
});

test('responses are entered with the keyboard alone, saved as one goes, and gone on with', async () => {
	const { page } = program;
	await page.getByRole('button', { name: 'Registrera svar' }).click();
	await page.getByRole('heading', { level: 1, name: 'Nytt svar' }).waitFor();
	const keys = async (...all: string[]) => {
		for (const key of all) await page.keyboard.press(key);
	};
	await page.getByRole('radio', { name: 'Stämmer inte alls' }).first().and(page.locator(':focus')).waitFor();
	await keys('4', 'Enter', '5', 'ArrowDown', '3', 'Enter', '2', 'Shift+Enter', '1');
	await expect.poll(() => answered(1)).toBe(1);
	await page
		.getByText(/^Sparat \d\d[.:]\d\d$/)
		.first()
		.waitFor();
	const id = (await program.call('response.list', { roundId: 1 })).rows[0]?.id ?? 0;
	await expect
		.poll(async () => (await program.call('response.get', { id })).answers)
		.toEqual({ 1: '4', 2: '5', 3: '1', 4: '2' });
	expect((await program.call('response.get', { id })).status).toBe('partial');
	await program.screenshot('answer');
	await expectAccessible(page);

	// Away and back: it is there to go on with, at the first question without an answer.
	await page.getByRole('button', { name: 'Till omgången' }).click();
	await page.getByText('1 svar är inte avslutade').waitFor();
	await page.getByRole('link', { name: 'Svar 1' }).click();
	await page
		.getByRole('group', { name: 'Tycker du att styrelsens mål är tydliga?' })
		.getByRole('radio')
		.first()
		.and(page.locator(':focus'))
		.waitFor();
	await keys('4');
	await expect.poll(async () => (await program.call('response.get', { id })).answers[5]).toBe('4');
	await keys('Control+z');
	const goals = page.getByRole('group', { name: 'Tycker du att styrelsens mål är tydliga?' });
	await expect.poll(() => goals.getByRole('radio', { checked: true }).count()).toBe(0);
	await keys('3', 'Enter', '3', 'Enter', '3', 'Enter', '3', 'Enter', '2', 'Enter');
	await page.keyboard.type('Genom samråd');
	await keys('Shift+Enter');
	await page.keyboard.type('och möten');
	await keys('Enter', '4', 'Enter', '4', 'Enter', '1', 'Enter', '2', 'Enter', '3', 'Enter', '4', 'Enter', '3');
	await program.screenshot('answer-matrix');
	await keys('Delete', '4', 'Control+Enter');
	await page.getByRole('heading', { level: 1, name: 'Nytt svar' }).waitFor();
	const done = await program.call('response.get', { id });
	expect(done.status).toBe('complete');
	expect(done.answers).toEqual({
		...{ 1: '4', 2: '5', 3: '1', 4: '2', 5: '3', 6: '3', 7: '3', 8: '3', 9: 'economy', 11: '4', 12: '4', 14: '4' },
		...{ 10: 'Genom samråd\noch möten', '13a': '1', '13b': '2', '13c': '3', '13d': '4' },
	});
	await keys('Control+Enter');
	await page.getByText('Besvara minst en fråga').waitFor();
	await keys('1');
	await expect.poll(() => answered(1)).toBe(2);
	await keys('Control+Enter');
	await page.getByRole('heading', { level: 1, name: 'Nytt svar' }).waitFor();
	await page.getByRole('link', { name: 'Svar 2' }).waitFor();
	expect(await answered(1)).toBe(2);
	await expectAccessible(page);
});

test('a response is removed and brought back, and the round’s details are changed where they stand', async () => {
	const { page } = program;
	await program.goTo('/collect/round/1');
	await page.getByRole('button', { name: 'Ta bort svar 2' }).click();
	await expect.poll(() => answered(1)).toBe(1);
	await page.keyboard.press('Control+z');
	await expect.poll(() => answered(1)).toBe(2);
	await page.getByLabel('Antal tillfrågade').fill('16');
	await page.keyboard.press('Enter');
	await page.getByText('2 av 16 har svarat').waitFor();
	await page.getByLabel('Antal tillfrågade').fill('22');
	await page.keyboard.press('Tab');
	await page.getByText('2 av 22 har svarat').waitFor();
});

test('a file is imported after its match is mended; what cannot be read is listed, and a second time brings nothing', async () => {
	const { page } = program;
	await program.goTo('/collect/round/1');
	await page.getByRole('button', { name: 'Importera svar' }).click();
	await page.getByRole('heading', { name: 'Välj en fil med svar' }).waitFor();
	await program.screenshot('import-choose');
	await expectAccessible(page);
	const broken = seed('board-2016.csv')
		.toString('utf8')
		.replace('5. Är styrelsens mål tydliga?', 'Egen rubrik')
		.replace(/(S03;[^;]*;)[^;]*/, '$1Stämmer nästan');
	const input = page.locator('input[type=file]');
	await input.setInputFiles(csv('styrelsen.csv', Buffer.from(broken)));
	await page.getByRole('button', { name: 'Importera 13 svar' }).waitFor();
	await page.getByText('1 fråga saknar kolumn').waitFor();
	await page.getByRole('cell', { name: 'Stämmer nästan' }).first().waitFor();
	await page.getByLabel('Vad kolumnen ”Egen rubrik” hör till').selectOption({ label: '5. Styrelsens mål är tydliga' });
	await page.getByText('1 fråga saknar kolumn').waitFor({ state: 'detached' });
	await program.screenshot('import-preview');
	await expectAccessible(page);
	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Spara listan som csv' }).click();
	expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
	await page.getByRole('button', { name: 'Importera 13 svar' }).click();
	await page.getByText('13 svar är sparade. 1 rad gick inte att läsa.').waitFor();
	await program.screenshot('import-done');
	await expectAccessible(page);
	expect(await answered(1)).toBe(15);
	await page.getByRole('button', { name: 'Importera en fil till' }).click();
	await input.setInputFiles(csv('styrelsen.csv', seed('board-2016.csv')));
	await page.getByRole('button', { name: 'Importera 1 svar' }).click();
	await page.getByText('1 svar är sparat. 13 fanns redan.').waitFor();
	await page.getByRole('button', { name: 'Till omgången' }).click();
	await page.getByText('16 av 22 har svarat').waitFor();
	await program.screenshot('round');
	await program.screenshot('round', { theme: 'dark', size: '1920x1080' });
	await expectAccessible(page);
	await program.setLook({ theme: 'light', size: '900x700' });
	// Back from a response one stands where one was, in view.
	await page.locator('[data-row="0"]').focus();
	await page.keyboard.press('PageDown');
	const row = page.locator('[data-row="12"]:focus');
	await row.waitFor();
	await expectRowInView(page);
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: /13/ }).waitFor();
	await page.goBack();
	await row.waitFor();
	await expectRowInView(page);
	await program.setLook({ theme: 'light', size: '1280x800' });
});

test('wrong files are refused in words, and nothing changes', async () => {
	const { page } = program;
	await program.goTo('/collect/round/1/import');
	const input = page.locator('input[type=file]').first();
	await input.setInputFiles(csv('bild.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])));
	await page.getByRole('alert').getByText('bild.csv går inte att läsa som CSV.').waitFor();
	await input.setInputFiles(csv('tom.csv', Buffer.alloc(0)));
	await page.getByRole('alert').getByText('tom.csv är tom.').waitFor();
	await program.screenshot('import-refused');
	await input.setInputFiles(csv('annat.csv', seed('outcomes-2015.csv')));
	await page.getByText('Ingen kolumn hör till frågeformuläret').waitFor();
	expect(await page.getByRole('button', { name: /^Importera \d/ }).isDisabled()).toBe(true);
	await expectAccessible(page);
	expect(await answered(1)).toBe(16);
});

test('answers in a file that break a rule of the questionnaire are told before and after, and stored', async () => {
	const { page } = program;
	const label = (sv: string) => ({ sv });
	const options = ['Brevet', 'Webben', 'Bladet'].map((one, at) => ({ value: `v${at}`, label: label(one) }));
	const { id: instrumentId } = await program.call('instrument.add', {
		name: 'kanaler.json',
		definition: {
			format: 'underlag-instrument/1',
			key: 'kanaler',
			version: 1,
			title: label('Kanaler'),
			scales: [],
			items: [
				{ type: 'multiple', id: '1', text: label('Vilka kanaler läser du?'), options, max: 2 },
				{
					type: 'text',
					id: '2',
					text: label('Din kod'),
					validation: { pattern: '[A-Z]+', message: label('Skriv stora bokstäver.') },
				},
			],
		},
	});
	const { id } = await program.call('round.add', { name: 'Kanaler', instrumentId });
	await program.goTo(`/collect/round/${id}/import`);
	const rows = 'Vilka kanaler läser du?;Din kod\nBrevet, Webben;AB\nBrevet, Webben, Bladet;ab\nWebben;cd\n';
	await page
		.locator('input[type=file]')
		.first()
		.setInputFiles(csv('kanaler.csv', Buffer.from(rows)));
	await page.getByRole('heading', { name: 'Bryter mot formulärets regler' }).waitFor();
	await page.getByRole('row', { name: '1. Vilka kanaler läser du? fler än 2 valda 1 2' }).waitFor();
	await page.getByRole('row', { name: '2. Din kod frågans egen regel: ”Skriv stora bokstäver.” 2 2, 3' }).waitFor();
	await program.screenshot('import-breaches');
	await expectAccessible(page);
	// A value list that is none is refused, and not part of what is imported.
	const list = csv('lista.csv', Buffer.from('inget;alls\n'));
	await page.locator('input[type=file][accept*=".sps"]').setInputFiles(list);
	await page.getByRole('alert').getByText('lista.csv').waitFor();
	await page.getByRole('button', { name: 'Importera 3 svar' }).click();
	await page.getByText('3 svar är sparade.').waitFor();
	await page.getByRole('row', { name: '1. Vilka kanaler läser du? fler än 2 valda 1 2' }).waitFor();
	await page.getByRole('button', { name: 'Till omgången' }).click();
	await page.getByText('3 sparade · 3 svar bryter mot en regel').waitFor();
	await program.call('round.remove', { id });
});

test('in English: a round, a response by hand and one file, and the same words are all there', async () => {
	const { page } = program;
	await program.setLook({ language: 'en' });
	await program.goTo('/collect');
	await page.getByRole('button', { name: 'New round' }).click();
	await page.getByLabel('Name').fill('Local groups, October 2017');
	await page
		.getByRole('combobox', { name: 'Questionnaire' })
		.selectOption({ label: "The Lokus groups' questionnaire" });
	await page.getByLabel('Number invited').fill('28');
	await page.getByRole('button', { name: 'Create the round' }).click();
	await page.getByRole('heading', { level: 1, name: 'Local groups, October 2017' }).waitFor();
	await page.getByRole('button', { name: 'Import responses' }).click();
	await page.locator('input[type=file]').setInputFiles(csv('lokus-2017.csv', seed('lokus-2017.csv')));
	await page.getByRole('button', { name: 'Import 20 responses' }).waitFor();
	await program.screenshot('import-lokus', { theme: 'dark' });
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Import 20 responses' }).click();
	await page.getByText('20 responses are stored.').waitFor();
	await page.getByRole('button', { name: 'To the round' }).click();
	await page.getByText('20 of 28 have answered').waitFor();
	await page.getByText('71%').waitFor();
	await page.getByRole('button', { name: 'Enter responses' }).click();
	await page.getByRole('checkbox', { name: 'Enköping' }).and(page.locator(':focus')).waitFor();
	await page.keyboard.press('1');
	await page.keyboard.press('2');
	await page
		.getByRole('textbox', { name: /You are in several groups/ })
		.first()
		.waitFor();
	await program.screenshot('answer-lokus');
	await program.screenshot('answer-lokus', { size: '900x700' });
	await expectAccessible(page);
	await page.keyboard.press('Control+Enter');
	await page.getByRole('heading', { level: 1, name: 'New response' }).waitFor();
	await program.goTo('/collect');
	await page.getByRole('cell', { name: '75%' }).waitFor();
	await program.screenshot('collect', { theme: 'light', size: '1280x800' });
	await expectAccessible(page);
	expect(program.faults).toEqual([]);
});
