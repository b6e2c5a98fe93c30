import { afterAll, beforeAll, expect, test } from 'vitest';
import { adviseOn } from '#shared/domain/instrument/advice.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
beforeAll(async () => {
	program = await startProgram({ project: 'Medlemmar' });
});
afterAll(() => program.close());

const definition = async (): Promise<Instrument> => (await program.call('instrument.get', { id: 1 })).definition;
const items = async () => (await definition()).items;
const order = async () => (await items()).map((one) => `${one.id} ${one.text.sv}`);
const tree = () => program.page.getByRole('tree', { name: 'Struktur' });
const row = (name: string | RegExp) => tree().getByRole('treeitem', { name });
const keys = async (...all: string[]) => {
	for (const key of all) await program.page.keyboard.press(key);
};

/** Writes lines with Enter between, as fast as the keys come: nothing is waited for. */
async function typeLines(...lines: string[]) {
	for (const [at, line] of lines.entries()) {
		if (at > 0) await program.page.keyboard.press('Enter');
		await program.page.keyboard.type(line);
	}
}

/** Adds an item by its type with the keyboard, or the mouse, and writes its text, which has the focus. */
async function add(type: string, text: string, how: 'keys' | 'mouse' = 'mouse') {
	const { page } = program;
	const before = (await items()).length;
	await keys('Alt+n');
	const choice = page.getByRole('menuitem', { name: new RegExp(`^${type}`) });
	await choice.waitFor();
	if (how === 'mouse') await choice.click();
	else {
		await keys('ArrowUp');
		for (let tries = 0; tries < 60 && !(await choice.and(page.locator(':focus')).count()); tries++)
			await keys('ArrowUp');
		await keys('Enter');
	}
	await expect.poll(async () => (await items()).length).toBe(before + 1);
	const pane = page.getByRole('region', { name: type, exact: true });
	await pane.locator('textarea:focus').waitFor();
	await page.keyboard.type(text);
	return pane;
}

test('a questionnaire is made from nothing', async () => {
	const { page } = program;
	await program.goTo('/design');
	await page.getByRole('button', { name: 'Nytt frågeformulär' }).click();
	await page.getByRole('button', { name: 'Skapa', exact: true }).click();
	await page.getByText('Ge formuläret ett namn.').waitFor();
	await page.getByLabel('Vad ska det heta?').fill('Medlemsenkät 2026');
	await program.screenshot('editor-new');
	await keys('Enter');
	await page.getByRole('heading', { level: 1, name: 'Medlemsenkät 2026' }).waitFor();
	await page.getByText('Formuläret är tomt.').waitFor();
	await page.getByLabel('Inledning').fill('Hej! Vi vill veta hur du har det i föreningen.');
	await page.getByLabel('Avslutning').fill('Tack för hjälpen.');
	await page.getByLabel('Rubrik').focus();
	await expect.poll(async () => (await definition()).thanks?.sv).toBe('Tack för hjälpen.');
	await program.screenshot('editor-empty');
	await expectAccessible(page);
});

test('choices are added, written and set with mouse and keyboard', async () => {
	const { page } = program;
	await add('Avsnitt', 'Om dig');
	const role = await add('Ett val', 'Vilken är din roll?', 'keys');
	const option = (number: number) => role.getByRole('textbox', { name: `Alternativ ${number}` });
	await option(1).focus();
	await typeLines('Medlem', 'Ledare', 'Annan roll', 'Gäst');
	// Enter in an empty one makes no more of them.
	await keys('Enter', 'Enter', 'Tab');
	await role.getByRole('button', { name: 'Ta bort Alternativ 5' }).click();
	await role.getByRole('button', { name: 'Ta bort Gäst' }).click();
	await role.getByRole('button', { name: 'Mer om Annan roll' }).click();
	await page.getByRole('menuitemcheckbox', { name: 'Följs av ett fält för egna ord' }).click();
	await role.getByLabel('Kan tillsammans med andra svar').check();
	await expect
		.poll(async () => (await items())[1])
		.toMatchObject({
			id: '1',
			text: { sv: 'Vilken är din roll?' },
			options: [{ label: { sv: 'Medlem' } }, { label: { sv: 'Ledare' } }, { label: { sv: 'Annan roll' }, other: true }],
			identifying: true,
		});
	await program.screenshot('editor-options');

	const why = await add('Flera val', 'Varför är du med?');
	await why.getByRole('textbox', { name: 'Alternativ 1' }).focus();
	await page.evaluate(() => {
		const data = new DataTransfer();
		data.setData('text/plain', 'Gemenskapen\r\nFriluftslivet\n\nFör barnens skull\nInget av detta');
		document.activeElement?.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
		);
	});
	await expect.poll(async () => (await items())[2]).toMatchObject({ options: { length: 4 } });
	await why.getByRole('button', { name: 'Lägg till alternativ' }).click();
	await typeLines('Annat', 'Vet inte');
	const labels = async () => {
		const item = (await items())[2];
		return item && 'options' in item ? item.options.map((one) => one.label.sv) : [];
	};
	await keys('Tab');
	const pasted = ['Gemenskapen', 'Friluftslivet', 'För barnens skull', 'Inget av detta'];
	await expect.poll(labels).toEqual([...pasted, 'Annat', 'Vet inte']);
	for (const name of ['Annat', 'Vet inte']) await why.getByRole('button', { name: `Ta bort ${name}` }).click();
	await expect.poll(labels).toEqual(pasted);
	await why.getByRole('button', { name: 'Mer om Inget av detta' }).click();
	await page.getByRole('menuitemcheckbox', { name: 'Utesluter de andra' }).click();
	await why.getByLabel('Minst antal val').fill('3');
	await why.getByLabel('Högst antal val').fill('1');
	await keys('Enter');
	await why.getByText('Högst är mindre än minst.').waitFor();
	const preview = page.getByRole('region', { name: 'Så ser den som svarar det' });
	await preview.getByText('Varför är du med?').waitFor();
	expect(await preview.getByText(/Välj/).count()).toBe(0);
	await program.setLook({ theme: 'dark', size: '900x700' });
	await why.getByText('Högst är mindre än minst.').scrollIntoViewIfNeeded();
	await program.screenshot('editor-limits', { theme: 'dark', size: '900x700' });
	await program.setLook({ theme: 'light', size: '1280x800' });
	await why.getByLabel('Minst antal val').fill('');
	await why.getByLabel('Högst antal val').fill('2');
	await keys('Enter');
	await preview.getByText('Välj högst 2').waitFor();
	await why.getByText('Fler inställningar').click();
	const start = why.getByRole('group', { name: 'Ifyllt från början' });
	for (const name of ['Gemenskapen', 'Friluftslivet']) await start.getByRole('checkbox', { name }).check();
	await expect.poll(async () => (await items())[2]).toMatchObject({ default: { length: 2 } });
	await preview.getByRole('checkbox', { name: 'Friluftslivet', checked: true }).waitFor();
	await why.getByLabel('Högst antal val').fill('1');
	await keys('Enter');
	await why.getByText('Det som är ifyllt från början håller sig inte inom gränserna.').waitFor();
	await program.screenshot('editor-default-unfit');
	await why.getByLabel('Högst antal val').fill('2');
	await keys('Enter');
	await why.getByText('Det som är ifyllt från början håller sig inte inom gränserna.').waitFor({ state: 'detached' });
	await program.screenshot('editor-default');
	await start.getByRole('checkbox', { name: 'Inget av detta' }).check();
	await expect.poll(async () => (await items())[2]).toMatchObject({ default: { length: 1 } });
	await start.getByRole('checkbox', { name: 'Inget av detta' }).uncheck();
	await expect.poll(async () => (await items())[2]).not.toHaveProperty('default');
});

test('statements are put on a scale, alone and in a matrix', async () => {
	const { page } = program;
	const statement = await add('Påstående med skala', 'Jag känner mig välkommen på träffarna.', 'keys');
	await statement.getByRole('button', { name: 'Lägg till ”Vet inte”' }).click();
	await statement.getByText('Visa bara etiketterna i ändarna').click();
	await statement.getByLabel('Visa siffror vid stegen').check();
	await statement.getByLabel('Måste besvaras').check();
	await expect
		.poll(async () => (await definition()).scales)
		.toMatchObject([{ options: { length: 6 }, labels: 'ends', numbered: true }]);
	await program.screenshot('editor-scale');

	const matrix = await add('Flera påståenden med samma skala', 'Så här är det på våra träffar:');
	await matrix.getByRole('textbox', { name: 'Rad 1' }).focus();
	await typeLines('Ledarna lyssnar', 'Det är svårt att få vara med och bestämma', 'Jag blir sedd', 'Alla får plats');
	await keys('Tab');
	for (const name of ['Jag blir sedd', 'Alla får plats'])
		await matrix.getByRole('button', { name: `Ta bort ${name}` }).click();
	await matrix.getByRole('button', { name: 'Mer om Ledarna lyssnar' }).focus();
	await matrix.getByRole('button', { name: 'Mer om Det är svårt' }).click();
	await page.getByRole('menuitemcheckbox', { name: 'Vänd' }).click();
});

test('rankings, ratings, numbers, days, words and information are added', async () => {
	const { page } = program;
	const ranking = await add('Rangordning', 'Vad är viktigast för dig?');
	await ranking.getByRole('textbox', { name: 'Alternativ 1' }).fill('Läger');
	await ranking.getByRole('textbox', { name: 'Alternativ 2' }).fill('Tävlingar');
	const rating = await add('Skattning', 'Hur nöjd är du på det hela taget?', 'keys');
	await rating.getByLabel('Största värde').fill('5');
	await rating.getByLabel('Utseende').selectOption({ label: 'Stjärnor' });
	await rating.getByLabel('Vid det högsta').fill('Mycket nöjd');
	const years = await add('Tal', 'Hur många år har du varit med?');
	await years.getByLabel('Minsta värde').fill('noll');
	await years.getByText('Skriv ett tal.').waitFor();
	await years.getByLabel('Minsta värde').fill('0');
	await years.getByLabel('Enhet').fill('år');
	await add('Datum', 'När var du senast på en träff?');
	const other = await add('Fritext', 'Vad borde vi göra mer av?');
	await other.getByText('Fler inställningar').click();
	await other.getByLabel('Anteckning till dig själv').fill('Kodas senare');
	await other.getByRole('button', { name: 'Ställ krav på svaret' }).click();
	await other.getByLabel('Mönster för svaret').fill('.{3,}');
	await other.getByLabel('Det som sägs när kravet').fill('Skriv minst tre tecken.');
	await add('Information', 'Nu är det bara en fråga kvar.');
	await add('Fritext', 'Hälsning till styrelsen');
	await expect
		.poll(order)
		.toEqual([
			's1 Om dig',
			'1 Vilken är din roll?',
			'2 Varför är du med?',
			'3 Jag känner mig välkommen på träffarna.',
			'4 Så här är det på våra träffar:',
			'5 Vad är viktigast för dig?',
			'6 Hur nöjd är du på det hela taget?',
			'7 Hur många år har du varit med?',
			'8 När var du senast på en träff?',
			'9 Vad borde vi göra mer av?',
			'i1 Nu är det bara en fråga kvar.',
			'10 Hälsning till styrelsen',
		]);
	expect(await items()).toMatchObject([
		{},
		{},
		{ max: 2, options: [{}, {}, {}, { exclusive: true }] },
		{ required: true },
		{ rows: [{ id: '4a' }, { id: '4b', reverse: true }] },
		{ options: [{ label: { sv: 'Läger' } }, {}] },
		{ min: 1, max: 5, look: 'stars', maxLabel: { sv: 'Mycket nöjd' } },
		{ min: 0, unit: { sv: 'år' } },
		{ type: 'date' },
		{ comment: 'Kodas senare', validation: { pattern: '.{3,}', message: { sv: 'Skriv minst tre tecken.' } } },
		{ type: 'info' },
		{ type: 'text' },
	]);
	await page.getByText('Klart att använda').waitFor();
	await program.screenshot('editor-done');
	await expectAccessible(page);
});

test('a condition is built by picking, read in words, and tried in the respondent’s view', async () => {
	const { page } = program;
	await row(/Vad borde vi göra mer av/).click();
	const pane = page.getByRole('region', { name: 'Fritext', exact: true });
	await pane.getByRole('button', { name: 'Visa bara för vissa' }).click();
	await pane.getByLabel('Villkor 1: fråga').selectOption('1');
	await pane.getByRole('checkbox', { name: 'Ledare' }).check();
	await pane.getByText('Visas om fråga 1 är ”Medlem” eller ”Ledare”.').waitFor();
	await pane.getByRole('button', { name: 'Lägg till villkor' }).click();
	await pane.getByLabel('Villkor 2: fråga').selectOption('7');
	await pane.getByLabel('Villkor 2: värde').fill('3');
	await keys('Enter');
	await pane.getByText('Visas om fråga 1 är ”Medlem” eller ”Ledare” och fråga 7 är minst 3.').waitFor();
	await program.screenshot('editor-condition');
	await expectAccessible(page);
	const asked = (await items())[1];
	await program.call('instrument.edit', { id: 1, edit: { do: 'move', items: [asked?.uid ?? ''], before: null } });
	await expect
		.poll(() => pane.getByLabel('Villkor 1: fråga').locator('option:checked').textContent())
		.toMatch(/Vilken är din roll\? \(kommer senare\)$/);
	await row(/Vad borde vi göra mer av/).focus();
	await keys('Control+z');
	await pane.getByText('Visas om fråga 1 är ”Medlem” eller ”Ledare” och fråga 7 är minst 3.').waitFor();
	const preview = page.getByRole('region', { name: 'Så ser den som svarar det' });
	expect(await preview.getByText('Vad borde vi göra mer av?').count()).toBe(0);
	await preview.getByRole('radio', { name: 'Ledare' }).check();
	await preview.getByLabel('Hur många år har du varit med?').fill('4');
	await preview.getByText('Vad borde vi göra mer av?').waitFor();
});

test('stored values are shown and changed, an earlier answer is repeated by picking it, and a ranking is dragged', async () => {
	const { page } = program;
	await row(/Vilken är din roll/).click();
	await page.getByRole('switch', { name: 'Visa värden' }).check();
	const value = page.getByLabel('Värde för Ledare');
	const options = async () => {
		const item = (await items())[1];
		return item && 'options' in item ? item.options.map((one) => one.value) : [];
	};
	await value.fill('1');
	await page.getByText('Ett annat alternativ har det värdet.').waitFor();
	await value.fill('chef');
	await keys('Enter');
	await expect.poll(options).toEqual(['1', 'chef', '3']);
	expect(await value.evaluate((field) => field === document.activeElement)).toBe(true);
	await program.screenshot('editor-values');
	await expectAccessible(page);
	await value.fill('2');
	await keys('Tab');
	await expect.poll(options).toEqual(['1', '2', '3']);
	await page.getByRole('switch', { name: 'Visa värden' }).uncheck();

	await row(/Hälsning till styrelsen/).click();
	await page.getByLabel('Fråga eller påstående').press('End');
	await page.getByRole('button', { name: 'Upprepa ett tidigare svar' }).click();
	await page.getByRole('menuitem', { name: '1 Vilken är din roll?' }).click();
	await page.keyboard.type(' till styrelsen');
	await expect.poll(order).toContain('10 Hälsning till styrelsen {{1}} till styrelsen');
	await page.getByText('Upprepar svaret på: 1 Vilken är din roll?').waitFor();
	const preview = page.getByRole('region', { name: 'Så ser den som svarar det' });
	await preview.getByRole('radio', { name: 'Ledare' }).check();
	await preview.getByText('Hälsning till styrelsen Ledare till styrelsen').waitFor();
	await page.getByLabel('Fråga eller påstående').fill('Hälsning till styrelsen');
	await keys('Tab');
	await expect.poll(order).toContain('10 Hälsning till styrelsen');

	await preview.getByRole('button', { name: /Läger/ }).click();
	await preview.getByRole('button', { name: /Tävlingar/ }).click();
	const ranked = preview.getByRole('list', { name: 'Din ordning' }).getByRole('listitem');
	const [first, second] = [await ranked.nth(0).boundingBox(), await ranked.nth(1).boundingBox()];
	if (!first || !second) throw new Error('not shown');
	await page.mouse.move(second.x + 14, second.y + second.height / 2);
	await page.mouse.down();
	await page.mouse.move(first.x + 14, first.y + 8, { steps: 4 });
	await page.mouse.up();
	await expect.poll(() => ranked.first().innerText()).toContain('Tävlingar');
	await preview.getByText('Tävlingar är nummer 1 av 2.').waitFor({ state: 'attached' });
	await preview.getByRole('button', { name: 'Börja om' }).click();
});

test('the tree is walked and changed with the keys alone, and undone', async () => {
	const { page } = program;
	await row(/Vad borde vi göra mer av/).focus();
	await keys('ArrowDown', 'ArrowDown');
	await row(/Hälsning till styrelsen/)
		.and(page.locator(':focus'))
		.waitFor();
	await keys('Alt+ArrowUp');
	await expect
		.poll(async () => (await order()).slice(-2))
		.toEqual(['10 Hälsning till styrelsen', 'i1 Nu är det bara en fråga kvar.']);
	await row(/Hälsning till styrelsen/)
		.and(page.locator(':focus'))
		.waitFor();
	await keys('Control+d');
	await expect.poll(async () => (await items()).length).toBe(13);
	await expect.poll(() => page.getByRole('treeitem', { selected: true }).count()).toBe(1);
	await keys('Control+z');
	await expect.poll(async () => (await items()).length).toBe(12);
	// Several at once, with Shift.
	await row(/Vilken är din roll/).click();
	await keys('Shift+ArrowDown');
	await keys('Alt+ArrowDown');
	await expect
		.poll(async () => (await order()).slice(0, 4))
		.toEqual(['s1 Om dig', '1 Jag känner mig välkommen på träffarna.', '2 Vilken är din roll?', '3 Varför är du med?']);
	// What the condition was about is followed to its new number.
	await row(/Vad borde vi göra mer av/).click();
	await page.getByText('Visas om fråga 2 är ”Medlem” eller ”Ledare” och fråga 7 är minst 3.').waitFor();
	await row(/Vilken är din roll/).click();
	await keys('Delete');
	await expect.poll(async () => (await items()).length).toBe(11);
	await page.getByRole('button', { name: '1 problem' }).click();
	await page.getByRole('menuitem', { name: /villkoret gäller/ }).click();
	await page.getByRole('heading', { level: 2, name: 'Fritext' }).waitFor();
	await program.screenshot('editor-problem');
	await row(/Vad borde vi göra mer av/).focus();
	await keys('Control+z', 'Control+z');
	await expect.poll(order).toContain('1 Vilken är din roll?');
	await page.getByText('Klart att använda').waitFor();
	await page.getByLabel('Sök i formuläret').fill('läger');
	await expect.poll(() => tree().getByRole('treeitem').count()).toBe(2);
	await keys('Escape');
});

test('an item is dragged with the pointer', async () => {
	const target = row(/Vilken är din roll/);
	await row(/När var du senast/).dragTo(target, { targetPosition: { x: 60, y: 4 } });
	await expect.poll(async () => (await order())[1]).toBe('1 När var du senast på en träff?');
	await row(/När var du senast/).focus();
	await keys('Control+z');
	await expect.poll(async () => (await order())[1]).toBe('1 Vilken är din roll?');
});

test('ready scales and questions are taken from the library', async () => {
	const { page } = program;
	await row(/Jag känner mig välkommen/).click();
	const statement = page.getByRole('region', { name: 'Påstående med skala', exact: true });
	await statement.getByLabel('Skala', { exact: true }).selectOption({ label: 'Hur ofta, fem steg' });
	await expect.poll(async () => (await definition()).scales.map((one) => one.id)).toEqual(['agree5', 'frequency5']);
	await keys('Alt+n');
	await page.getByRole('menuitem', { name: /^Frågor ur biblioteket/ }).click();
	const dialog = page.getByRole('dialog', { name: 'Frågor ur biblioteket' });
	await dialog.getByLabel('Samling').selectOption({ label: 'Kursvärdering' });
	await dialog.getByRole('checkbox').nth(1).check();
	await program.screenshot('editor-library');
	await dialog.getByRole('button', { name: 'Lägg till 1 fråga' }).click();
	await expect.poll(async () => (await items()).length).toBe(13);
	await tree().getByRole('treeitem', { selected: true }).focus();
	await keys('Control+z', 'Control+z');
	await expect.poll(async () => (await items()).length).toBe(12);
});

test('in two languages each text has a field, the missing ones are marked, and everything fits a small window', async () => {
	const { page } = program;
	await page.getByRole('button', { name: 'Om formuläret' }).click();
	await page.getByLabel('Språk', { exact: true }).selectOption({ label: 'Svenska och engelska' });
	await page.getByLabel('Rubrik, engelska').fill('Member survey 2026');
	await row(/Vilken är din roll.*saknar översättning/).click();
	const english = page.getByLabel(/^Fråga eller påstående, engelska/);
	await english.fill('What is your role?');
	await keys('Tab');
	await expect
		.poll(async () => (await items())[1]?.text)
		.toEqual({ sv: 'Vilken är din roll?', en: 'What is your role?' });
	await program.screenshot('editor-languages', { theme: 'dark' });
	await expectAccessible(page);
	await program.screenshot('editor-english', { language: 'en', size: '900x700' });
	await expectAccessible(page);
	await page.getByText('Preview', { exact: true }).click();
	const preview = page.getByRole('region', { name: 'As a respondent sees it' });
	await preview.getByText('English', { exact: true }).click();
	await preview.getByText('What is your role?').waitFor();
	await program.screenshot('editor-preview', { language: 'en', theme: 'light', size: '900x700' });
	await expectAccessible(page);
	await program.setLook({ size: '640x720' });
	await page.getByText('Structure', { exact: true }).first().click();
	await program.screenshot('editor-narrow', { size: '640x720' });
	await expectAccessible(page);
	await program.setLook({ language: 'sv', theme: 'light', size: '1280x800' });
});

test('one with responses is changed as a new version, and the comparison says what can be compared', async () => {
	const { page } = program;
	const { id: roundId } = await program.call('round.add', { name: 'Våren', instrumentId: 1 });
	await program.call('response.save', { roundId, answers: { 1: '1' }, status: 'complete' });
	await program.goTo('/design/instrument/1/edit');
	await page.getByRole('heading', { name: 'Det här formuläret har fått svar' }).waitFor();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Ny version' }).click();
	await page.getByText('Version 2 · ').waitFor();
	await row(/Vilken är din roll/).click();
	await page.getByLabel('Fråga eller påstående, svenska').fill('Vilken roll har du i föreningen?');
	await page.getByLabel('Slag').focus();
	await row(/När var du senast/).click();
	await keys('Delete');
	// One may go on before it is gone: its place is then not gone to.
	await page.getByRole('button', { name: 'Råd', exact: true }).click();
	await page.getByRole('heading', { name: 'Innan formuläret används' }).waitFor();
	await row(/När var du senast/).waitFor({ state: 'detached' });
	expect(page.url()).toContain('view=advice');
	await program.screenshot('editor-advice');
	const pieces = page.getByRole('button', { name: /^Lägg åt sidan/ });
	// The advice lags behind the tree: it is read when it is on what is left, with the numbers it then has.
	const newest = async () => (await program.call('instrument.get', { id: 2 })).definition;
	const advice = adviseOn(await newest(), { invited: null, language: 'sv' });
	const many = advice.filter(({ itemId }) => itemId !== null).length;
	await expect.poll(() => pieces.count()).toBe(many);
	await pieces.first().click();
	await expect.poll(() => pieces.count()).toBe(many - 1);
	// Shown at once, and stored after that.
	await expect.poll(async () => (await newest()).items.flatMap((one) => one.adviceSeen ?? [])).toHaveLength(1);
	const jump = page.getByRole('button', { name: /^Gå till: Fråga \d+/ }).first();
	const [, target] = /Fråga (\d+)/.exec((await jump.textContent()) ?? '') ?? [];
	await jump.click();
	await expect.poll(() => page.getByLabel('Nummer').inputValue()).toBe(target);
	await page.getByRole('button', { name: 'Versioner' }).click();
	const table = page.getByRole('table', { name: 'Vad som har ändrats' });
	await table.getByRole('row', { name: /Vilken roll har du.*omformulerad.*jämförbar med försiktighet/ }).waitFor();
	await table.getByRole('row', { name: /När var du senast.*borttagen/ }).waitFor();
	await program.screenshot('editor-versions');
	await expectAccessible(page);
	expect((await program.call('instrument.get', { id: 1 })).definition.items).toHaveLength(12);
	expect(program.faults).toEqual([]);
});
