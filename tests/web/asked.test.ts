import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './harness/axe.ts';
import { expectRowInView } from './harness/focus.ts';
import { expectLooks } from './harness/looks.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
let second: number;
beforeAll(async () => {
	program = await startProgram({ project: 'Långsiktig samverkan' });
	await program.call('instrument.add', {
		name: 'kod.json',
		definition: {
			format: 'underlag-instrument/1',
			key: 'kunskap',
			version: 1,
			title: { sv: 'Kunskap före och efter' },
			scales: [],
			items: [
				{ type: 'text', id: 'kod', text: { sv: 'Din egen kod' }, long: false },
				{ type: 'rating', id: 'kunskap', text: { sv: 'Din kunskap' }, min: 1, max: 10 },
			],
		},
	});
	await program.call('round.add', {
		name: 'Före kursen',
		instrumentId: 1,
		promise: 'confidential',
		date: '2026-05-04',
	});
	second = (await program.call('round.add', { name: 'Efter kursen', instrumentId: 1, date: '2026-09-04' })).id;
	for (const [roundId, codes] of [
		[1, ['AN07', 'BE12', 'CA30', 'DORA', 'EE55', 'EE55']],
		[second, ['an-07', 'BE13', 'CA3O', 'FIKA', 'EE55']],
	] as const)
		for (const kod of codes)
			await program.call('response.save', { roundId, status: 'complete', answers: { kod, kunskap: 4 } });
});
afterAll(() => program.close());

const list = [
	'Namn;E-post;Adress;Kön;Grupp;Startade',
	'Ann-Charlotte Bergendahl;ann@exempel.se;"Stigen 14, 740 10 Almunge";kvinna;Heby;2016-01-01',
	'Börje Sköldunge;borje@exempel.se;;man;Heby, Tierp;2016-01-02',
	'Cilla Drakenberg;inte en adress;"Vägen 3";kvinna;Tierp;2016-01-03',
	...Array.from(
		{ length: 57 },
		(_, n) =>
			`Person Nummer${n};p${n}@exempel.se;;${n % 3 ? 'kvinna' : 'man'};${n % 2 ? 'Heby' : 'Knivsta'};${new Date(Date.UTC(2016, 1, n)).toISOString().slice(0, 10)}`,
	),
].join('\n');
const file = { name: 'deltagare.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };

test('a list is imported: what each column holds, names to the key file, and what could not be used', async () => {
	const { page } = program;
	await program.goTo('/collect/round/1');
	await page.getByRole('link', { name: 'Sändlista' }).click();
	await page.getByRole('heading', { name: 'Ingen sändlista än' }).waitFor();
	await expectLooks(program, 'asked-empty');
	await page.getByRole('button', { name: 'Importera en lista' }).click();
	await page.locator('input[type=file]').first().setInputFiles(file);
	await page.getByText('personer läggs till').waitFor();
	expect(await page.getByRole('combobox', { name: 'Vad kolumnen ”Kön” innehåller' }).inputValue()).toBe('attribute');
	await page.getByText('Nästan alla har ett eget värde').waitFor();
	await page.getByText('Rad 3, E-post, ”inte en adress” är ingen e-postadress').waitFor();
	const go = page.getByRole('button', { name: 'Lägg till 60 personer' });
	expect(await go.isDisabled()).toBe(true);
	await expectLooks(program, 'asked-import');
	await page.getByRole('button', { name: 'Skapa nyckelfil' }).click();
	const dialog = page.getByRole('dialog', { name: 'Skapa en nyckelfil' });
	await dialog.getByLabel('Lösenfras', { exact: true }).fill('tre små ord till');
	await dialog.getByRole('button', { name: 'Skapa nyckelfil' }).click();
	await dialog.getByText('De två är inte lika.').waitFor();
	await expectAccessible(page);
	await program.screenshot('keys-make');
	await dialog.getByLabel('Lösenfrasen en gång till').fill('tre små ord till');
	await dialog.getByRole('button', { name: 'Skapa nyckelfil' }).click();
	await dialog.waitFor({ state: 'detached' });
	await go.click();
	await page.getByRole('heading', { name: 'Listan är importerad' }).waitFor();
	await page.getByRole('button', { name: 'Till sändlistan' }).click();
	await page.getByText('60 personer i sändlistan').waitFor();
	expect(await program.call('round.get', { id: 1 })).toMatchObject({ invited: 60, listed: 60 });
});

test('statuses are set by keys and many at a time, names go with the key file, and rates follow', async () => {
	const { page } = program;
	await page.getByRole('button', { name: 'Ann-Charlotte Bergendahl' }).waitFor();
	const row = page.getByRole('row', { name: /Ann-Charlotte/ });
	await row.focus();
	for (const key of ['s', 's', 'p', 'a', ' ', 'ArrowDown', ' ']) await page.keyboard.press(key);
	await page.getByText('2 valda').waitFor();
	// What was answered makes a section come above the list: the row is in view all the same.
	await page.getByText('Bortfall: de som svarat').waitFor();
	await expectRowInView(page);
	for (const key of ['End', 'PageUp', 'Home', 'PageDown']) {
		await page.keyboard.press(key);
		await expectRowInView(page);
	}
	await expect
		.poll(async () => (await program.call('asked.list', { roundId: 1, limit: 6 })).rows.map(({ status }) => status))
		.toEqual(['answered', 'answered', 'partial', 'refused', 'asked', 'asked']);
	await page.getByRole('button', { name: 'Läge', exact: true }).click();
	await page.getByRole('menuitem', { name: /Nåddes inte/ }).click();
	await expect.poll(async () => (await program.call('asked.rates', { roundId: 1 })).overall.counts.unreachable).toBe(2);
	await page.getByRole('gridcell', { name: 'Nåddes inte' }).first().waitFor();
	await page.getByText('varav 1 i flera grupper').first().waitFor();
	await page.getByText('Bortfall: de som svarat').waitFor();
	await expectLooks(program, 'asked-list');
	await page.getByRole('button', { name: 'Börje Sköldunge' }).click();
	const person = page.getByRole('dialog', { name: 'Person 2' });
	await person.getByLabel('Namn', { exact: true }).fill('Börje Sköldunge-Ek');
	await person.getByRole('checkbox', { name: 'Knivsta' }).check();
	await expectLooks(program, 'asked-person');
	await person.getByRole('button', { name: 'Spara' }).click();
	await page.getByRole('button', { name: 'Börje Sköldunge-Ek' }).waitFor();
	await page.getByLabel('Sök').fill('drakenberg');
	await page.getByText(/^1 person/).waitFor();
	await page.getByLabel('Sök').fill('');
	await page.getByRole('button', { name: 'Stäng nyckelfilen' }).click();
	await page.getByRole('button', { name: 'Person 1', exact: true }).waitFor();
	expect(await page.getByText('Bergendahl').count()).toBe(0);
	await page.getByLabel('Sök').fill('drakenberg');
	await page.getByText('går inte att söka efter medan nyckelfilen är stängd').waitFor();
	await page.getByLabel('Sök').fill('');
	await program.setLook({ language: 'en' });
	await page.getByRole('heading', { level: 1, name: 'Mailing list' }).waitFor();
	await program.screenshot('asked-list', { language: 'en', size: '1280x800' });
	await expectAccessible(page);
	await program.setLook({ language: 'sv' });
});

test('letters are written, seen as the first gets them, made and noted', async () => {
	const { page } = program;
	await page.getByRole('button', { name: 'Skriv till dem' }).click();
	await page.getByRole('heading', { level: 1, name: 'Skriv till de tillfrågade' }).waitFor();
	expect(await page.getByRole('button', { name: 'Skapa', exact: true }).isDisabled()).toBe(true);
	await page.getByRole('button', { name: 'Öppna nyckelfilen' }).click();
	const dialog = page.getByRole('dialog', { name: 'Öppna nyckelfilen' });
	await dialog.getByLabel('Lösenfras', { exact: true }).fill('fel ord helt');
	await dialog.getByRole('button', { name: 'Öppna nyckelfilen' }).click();
	await dialog.getByText('Lösenfrasen stämmer inte.').waitFor();
	await dialog.getByLabel('Lösenfras', { exact: true }).fill('tre små ord till');
	await dialog.getByRole('button', { name: 'Öppna nyckelfilen' }).click();
	await dialog.waitFor({ state: 'detached' });
	// What the text uses must be written somewhere: each field says so, and nothing is made before.
	await page.getByText('Texten använder {{länk}}, men fältet är tomt.').first().waitFor();
	await page.getByText('Här svarar du: {{länk}}').last().waitFor();
	const make = page.getByRole('button', { name: 'Skapa', exact: true });
	expect(await make.isDisabled()).toBe(true);
	await expectLooks(program, 'asked-send-empty');
	await page.getByLabel('Avsändarens e-post').fill('inte mejl');
	await page.getByText('Skriv en hel e-postadress').waitFor();
	await page.keyboard.press('Escape');
	await page.getByLabel('Länk eller plats').fill('https://exempel.se/enkat');
	await page.getByLabel('Sista svarsdag').fill('2020-10-01');
	await page.getByText('Den dagen har passerat.').waitFor();
	await page.getByLabel('Sista svarsdag').fill('2026-10-01');
	await page.getByLabel('Avsändare', { exact: true }).fill('Utvärderarna');
	await page.getByLabel('Ämne').fill('Hej {{namn}} {{adress}}');
	await page.getByLabel('Brev', { exact: true }).focus();
	await page.getByText('Byts inte ut: {{adress}}').waitFor();
	await page.getByText('Hej Person Nummer3 {{adress}}').waitFor();
	await page.getByText('1 oktober 2026').waitFor();
	await page.getByText(/^Går till \d+ personer/).waitFor();
	await page.getByRole('radio', { name: /\.docx/ }).check();
	await page.getByText(/\d+ saknar postadress/).waitFor();
	await page.getByRole('radio', { name: /\.eml/ }).check();
	// Nothing is made of the day that was there before, while what stands in its field is none.
	await page.getByLabel('Sista svarsdag').fill('31/12');
	await make.click();
	await page.getByLabel('Sista svarsdag').and(page.locator(':focus')).waitFor();
	expect((await program.call('asked.rates', { roundId: 1 })).sendings).toEqual([]);
	await page.getByLabel('Sista svarsdag').fill('2026-10-01');
	await page.getByText('Här svarar du: https://exempel.se/enkat').waitFor();
	await expectLooks(program, 'asked-send');
	// What is made is made last, when all that it is made of has been seen.
	expect(await page.getByRole('main').getByRole('button').last().textContent()).toBe('Skapa');
	const download = page.waitForEvent('download');
	await page.getByRole('radio', { name: /Påminnelse/ }).check();
	await page.getByRole('radio', { name: /csv/ }).check();
	await page.getByRole('button', { name: 'Skapa', exact: true }).click();
	expect((await download).suggestedFilename()).toBe('Påminnelse Före kursen.csv');
	await expect.poll(async () => (await program.call('asked.rates', { roundId: 1 })).sendings.length).toBe(1);
	const same = page.getByRole('radio', { name: /^Samma som förut: Påminnelse .*\(tabell\)/ });
	await same.and(page.locator(':checked')).waitFor();
	await expectLooks(program, 'asked-send-again');
	await page.getByRole('radio', { name: /\.eml/ }).check();
	await page.getByRole('button', { name: 'Skapa', exact: true }).click();
	await page.getByRole('radio', { name: /\(tabell, e-post\)/ }).waitFor();
	const { sendings } = await program.call('asked.rates', { roundId: 1 });
	expect(sendings.map(({ forms }) => forms)).toEqual([['csv', 'eml']]);
	const remindedOnce = async () =>
		(await program.call('asked.list', { roundId: 1 })).rows.every(({ reminders }) => reminders < 2);
	expect(await remindedOnce()).toBe(true);
	// Another day they are a new reminder, but for who says that they are the same: and then the next file is, too.
	await page.clock.setFixedTime(Date.now() + 86_400_000);
	await page.getByRole('radio', { name: /Inbjudan/ }).check();
	await page.getByRole('radio', { name: /^Påminnelse/ }).check();
	await page.getByRole('radio', { name: /^En ny påminnelse/, checked: true }).waitFor();
	await page.getByRole('radio', { name: /^Samma som förut/ }).check();
	for (const format of [/csv/, /\.eml/]) {
		await page.getByRole('radio', { name: format }).check();
		const file = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Skapa', exact: true }).click();
		await file;
		await page.getByRole('radio', { name: /^Samma som förut/, checked: true }).waitFor();
	}
	expect(await remindedOnce()).toBe(true);
});

test('the same people over rounds: sure ones stored, uncertain ones settled by keys', async () => {
	const { page } = program;
	await program.goTo('/collect');
	await page.getByRole('main').getByRole('link', { name: 'Före och efter' }).click();
	await page.getByRole('heading', { level: 1, name: 'Före och efter' }).waitFor();
	await page.getByRole('checkbox', { name: 'Före kursen' }).check();
	await page.getByRole('checkbox', { name: 'Efter kursen' }).check();
	await page.getByRole('button', { name: 'Spara 1 säker' }).click();
	await page.getByText('person hör ihop').waitFor();
	await expectLooks(program, 'links');
	await page.getByRole('row', { name: /CA30/ }).focus();
	await page.keyboard.press('j');
	await expect.poll(async () => (await program.call('link.list', { roundIds: [1, second] })).length).toBe(2);
	await page.getByRole('row', { name: /BE12/ }).and(page.locator(':focus')).waitFor();
	await page.keyboard.press('n');
	await page.getByRole('row', { name: /BE12/ }).waitFor({ state: 'detached' });
	await page.getByText('Koder som flera har i samma omgång').waitFor();
	await program.setLook({ language: 'en' });
	await page.getByRole('heading', { level: 1, name: 'Before and after' }).waitFor();
	await expectAccessible(page);
	await program.screenshot('links', { language: 'en' });
	expect(program.faults).toEqual([]);
});
