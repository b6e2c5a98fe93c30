import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDocx } from '../node/document/make-zip.ts';
import { samples } from '../node/exchange/pasted-samples.ts';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
beforeAll(async () => {
	program = await startProgram({ project: 'Cykelklubben' });
});
afterAll(() => program.close());

const own = async () => (await program.call('instrument.list', {})).filter((one) => one.id !== null);
const definition = async (id: number) => (await program.call('instrument.get', { id })).definition;
const upload = (name: string, text: string | Buffer) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(text),
});
const chooser = () => program.page.locator('input[type=file]').first();
const row = (name: string | RegExp) => program.page.getByRole('listitem', { name });

test('a pasted questionnaire is looked through, put right and taken in', async () => {
	const { page } = program;
	await program.goTo('/design');
	await page.getByRole('button', { name: 'Läs in frågeformulär' }).click();
	await page.getByRole('heading', { level: 1, name: 'Läs in frågeformulär' }).waitFor();
	await program.screenshot('read-choose');
	await expectAccessible(page);
	const field = page.getByLabel('Frågorna som text');
	await field.fill('hej');
	await page.getByRole('button', { name: 'Läs texten' }).click();
	await page.getByRole('alert').waitFor();
	await field.fill(samples.boxes);
	await page.getByRole('button', { name: 'Läs texten' }).click();
	await page.getByRole('heading', { level: 1, name: 'Medlemsenkät för Norra cykelklubben' }).waitFor();
	await page.getByText('Läst som text: 6 frågor').first().waitFor();
	await row('Hur nöjd är du med klubben?').getByText('Skalan är vänd: det mest negativa står först.').waitFor();
	await row('Om nej, vad hindrade dig?').getByText('Visas om fråga 4 är ”Nej”').waitFor();
	await program.screenshot('read-review');
	await expectAccessible(page);
	await page.getByLabel('Slag av fråga 3').selectOption({ label: 'Fritext' });
	await page.getByRole('button', { name: 'Ta bort villkoret för fråga 5' }).click();
	await page.getByRole('button', { name: 'Slå ihop eller dela fråga 5' }).click();
	await page.getByRole('menuitem', { name: 'Svarsalternativ till frågan ovanför' }).click();
	await expect.poll(() => page.getByRole('listitem', { name: /^Om nej/ }).count()).toBe(0);
	await page.getByRole('button', { name: 'Ångra rättningen' }).click();
	await row('Om nej, vad hindrade dig?').waitFor();
	await page.getByRole('button', { name: 'Vänd skalan i fråga 6' }).click();
	await page.keyboard.press('Control+z');
	await page.getByRole('button', { name: 'Ändra fråga 1' }).press('Enter');
	await page.getByLabel('Fråga eller påstående').and(page.locator(':focus')).fill('Hur länge har du varit med?');
	await program.screenshot('read-change');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Klar', exact: true }).press('Enter');
	await row('Hur länge har du varit med?').waitFor();
	// A look elsewhere takes nothing away.
	await program.goTo('/design/project');
	await program.goTo('/design/instrument/read');
	await row('Hur länge har du varit med?').waitFor();
	await page.getByRole('button', { name: 'Ta inte med fråga 3' }).click();
	await page.getByText('Klart att använda').waitFor();
	await page.getByRole('button', { name: 'Ta in i projektet' }).click();
	await page.getByText('”Medlemsenkät för Norra cykelklubben” finns nu i projektet').waitFor();
	await page
		.getByRole('tree', { name: 'Struktur' })
		.getByRole('treeitem', { name: /Hur länge har du varit med/ })
		.waitFor();
	const [taken] = await own();
	const { items, scales } = await definition(taken?.id ?? 0);
	expect(items.map((one) => `${one.id} ${one.type} ${one.text.sv}`)).toEqual([
		'del1 section Om dig',
		'1 single Hur länge har du varit med?',
		'2 multiple Vilka aktiviteter har du deltagit i? (Flera alternativ kan markeras)',
		'del2 section Klubben',
		'3 single Har du varit på årsmötet?',
		'4 text Om nej, vad hindrade dig?',
		'5 scale Hur nöjd är du med klubben?',
	]);
	expect(scales[0]?.options[0]?.label.sv).toBe('Mycket missnöjd');
	await page.getByRole('tree', { name: 'Struktur' }).focus();
	await page.keyboard.press('Control+z');
	await expect.poll(async () => (await own()).length).toBe(0);
	await program.call('history.redo', {});
});

test('files are read by choosing and dropping, what they cannot bring along is listed, and wrong ones are refused', async () => {
	const { page } = program;
	await program.goTo('/design');
	await page.getByRole('heading', { name: 'Projektets frågeformulär' }).waitFor();
	const survey = JSON.stringify({
		title: 'Kursdag',
		pages: [
			{
				name: 'p1',
				elements: [
					{ type: 'radiogroup', name: 'q1', title: 'Hur var dagen?', choices: ['Bra', 'Dålig'] },
					{ type: 'signaturepad', name: 'q2', title: 'Skriv under' },
				],
			},
		],
	});
	await page.getByRole('heading', { name: 'Projektets frågeformulär' }).evaluate((heading, json) => {
		const dataTransfer = new DataTransfer();
		dataTransfer.items.add(new File([json], 'kursdag.json'));
		heading.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
	}, survey);
	await page.getByRole('heading', { level: 1, name: 'Kursdag' }).waitFor();
	await page.getByText(/q2: frågan är utelämnad/).waitFor();
	await program.screenshot('read-losses', { theme: 'dark', size: '900x700' });
	await expectAccessible(page);
	await program.setLook({ theme: 'light', size: '1280x800' });
	await page.getByRole('button', { name: 'Börja om' }).click();
	for (const [name, body, says] of [
		['bild.png', 'PNG', /bild\.png/],
		['tom.docx', '', /tom\.docx är tom/],
		['trasig.docx', 'ingen Wordfil', /trasig\.docx/],
		['annat.json', '{"a":1}', /annat\.json/],
		['farlig.lss', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><document>&e;</document>', /farlig\.lss/],
	] as const) {
		await chooser().setInputFiles(upload(name, body));
		await page.getByRole('alert').getByText(says).waitFor();
	}
	await program.screenshot('read-refused');
	await expectAccessible(page);
	const paragraphs = samples.question
		.split('\n')
		.map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`);
	await chooser().setInputFiles(upload('Enkät.docx', Buffer.from(makeDocx(paragraphs.join('')))));
	await page.getByRole('heading', { level: 1, name: 'Utvärdering av samverkansdagen' }).waitFor();
	// What was looked through is there again with its corrections, after a fresh start and after another file.
	await page
		.getByRole('button', { name: /^Ta inte med fråga 1/ })
		.first()
		.click();
	const left = await page.getByRole('button', { name: /^Ta inte med fråga/ }).count();
	await page.getByRole('button', { name: 'Börja om' }).click();
	await chooser().setInputFiles(upload('kursdag.json', survey));
	await page.getByRole('heading', { level: 1, name: 'Kursdag' }).waitFor();
	await program.screenshot('read-another');
	await page.getByRole('button', { name: 'Tillbaka till ”Enkät.docx”' }).click();
	await page.getByRole('heading', { level: 1, name: 'Utvärdering av samverkansdagen' }).waitFor();
	expect(await page.getByRole('button', { name: /^Ta inte med fråga/ }).count()).toBe(left);
	await page.getByRole('button', { name: 'Börja om' }).click();
	await page.getByRole('button', { name: 'Tillbaka till ”Enkät.docx”' }).click();
	await page.getByRole('heading', { level: 1, name: 'Utvärdering av samverkansdagen' }).waitFor();
	await page.getByRole('button', { name: 'Börja om' }).click();
	expect(await own()).toHaveLength(1);
});

test('in English: a questionnaire of another program is read, taken in and exported, with what is lost told first', async () => {
	const { page } = program;
	await program.setLook({ language: 'en' });
	await program.goTo('/design');
	await page.keyboard.press('Control+k');
	await page.getByRole('combobox', { name: 'Search or do something' }).fill('Read a questionnaire');
	await page.getByRole('option', { name: 'Read a questionnaire' }).waitFor();
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Read a questionnaire' }).waitFor();
	await page.getByLabel('The questions as text').fill(samples.english);
	await page.getByRole('button', { name: 'Read the text' }).click();
	await page.getByRole('heading', { level: 1, name: 'Course feedback' }).waitFor();
	await program.screenshot('read-english', { theme: 'dark' });
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Take into the project' }).click();
	await page.getByRole('tree', { name: 'Structure' }).waitFor();
	await page.getByRole('button', { name: 'Show the questionnaire' }).click();
	await page.getByRole('button', { name: 'Export' }).click();
	const saved = page.waitForEvent('download');
	await page.getByRole('menuitem', { name: 'Underlag (JSON)' }).click();
	expect((await saved).suggestedFilename()).toBe('course-feedback.json');
	await page.getByRole('button', { name: 'Export' }).click();
	await page.getByRole('menuitem', { name: 'LimeSurvey (.lss)' }).click();
	const dialog = page.getByRole('dialog', { name: 'Export to LimeSurvey (.lss)' });
	await dialog.getByRole('listitem').first().waitFor();
	await program.screenshot('export-losses');
	await expectAccessible(page);
	const lss = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	expect((await lss).suggestedFilename()).toBe('course-feedback.lss');
	await dialog.waitFor({ state: 'detached' });
	await program.setLook({ language: 'sv', theme: 'light' });
});

test('a questionnaire is made of a file of responses, and the same responses are read into its round', async () => {
	const { page } = program;
	await program.goTo('/collect');
	await page.getByRole('button', { name: 'Gör formuläret av en fil med svar' }).click();
	await page.getByRole('heading', { level: 1, name: 'Gör formuläret av en fil' }).waitFor();
	await chooser().setInputFiles(
		upload(
			'styrelsen.csv',
			readFileSync(new URL('../fixtures/seed/board-2016.csv', import.meta.url), 'utf8')
				.replace(/(\r?\n)/g, ';0$1')
				.replace(/;0/, ';Progress'),
		),
	);
	await page.getByRole('heading', { level: 1, name: 'styrelsen' }).waitFor();
	await page.getByText('1 kolumn blev ingen fråga: ”Progress”').waitFor();
	await page
		.getByText(/^Gissat ur svaren: \d+ frågor/)
		.first()
		.waitFor();
	await program.screenshot('answers-review');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Ta in i projektet' }).click();
	await page.getByLabel('Vad ska omgången heta?').fill('Styrelsen 2016');
	await program.screenshot('answers-taken');
	await expectAccessible(page);
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Importera 14 svar' }).click();
	await page.getByText('14 svar är sparade.').waitFor();
	const [round] = await program.call('round.list', {});
	expect(round).toMatchObject({ name: 'Styrelsen 2016', answered: 14 });
	await program.goTo('/design/instrument/from-answers');
	await chooser().setInputFiles(upload('bild.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])));
	await page.getByRole('alert').getByText('bild.csv går inte att läsa som CSV.').waitFor();
	expect(program.faults).toEqual([]);
});

test('a table of responses chosen as a questionnaire leads to where one is made of it', async () => {
	const { page } = program;
	await program.goTo('/design/instrument/read');
	await chooser().setInputFiles(upload('kurs.csv', 'Hur var kursen?;Övrigt\nBra;a\nDåligt;b\nBra;c\nBra;d\n'));
	await page.getByRole('alert').getByRole('button', { name: 'Gör formuläret av en fil med svar' }).click();
	await page
		.getByText(/^Gissat ur svaren: 2 frågor/)
		.first()
		.waitFor();
	await page.getByRole('button', { name: 'Börja om' }).click();
});
