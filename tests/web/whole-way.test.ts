import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#shared/contract/basics.ts';
import { messages } from '#shared/i18n/messages.ts';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

const seed = (name: string) => readFileSync(new URL(`../fixtures/seed/${name}`, import.meta.url));
const interview = readFileSync(new URL('../../resources/sample/documents/fokusgrupp-sk-2017-06.txt', import.meta.url));

/** One whole small evaluation from the start screen to the finished report, as a person goes, in each language. */
describe.each<Language>(['sv', 'en'])('the whole way in %s', (language) => {
	const text = messages[language];
	let program: Program;
	beforeAll(async () => {
		program = await startProgram();
		await program.setLook({ language });
	});
	afterAll(() => program.close());

	/** The view in light and dark, small and large, looked at by axe: in one theme for each language. */
	async function look(name: string): Promise<void> {
		await program.screenshot(`whole-way-${name}`, { theme: 'dark', size: '1920x1080' });
		if (language === 'en') await expectAccessible(program.page);
		await program.screenshot(`whole-way-${name}`, { theme: 'light', size: '1280x800' });
		if (language === 'sv') await expectAccessible(program.page);
	}
	const room = (name: string) =>
		program.page.getByRole('navigation', { name: text.frame.rooms.label }).getByRole('link', { name }).click();
	const title = (name: string | RegExp) => program.page.getByRole('heading', { level: 1, name }).waitFor();
	const list = (name: string | RegExp) =>
		program.page.getByRole('navigation').getByRole('link', { name }).first().click();

	test('1 · a project is made', async () => {
		const { page } = program;
		await title(text.project.start.title);
		await look('1-start');
		await page.getByRole('button', { name: text.project.start.new }).click();
		const dialog = page.getByRole('dialog', { name: text.project.create.title });
		await dialog.getByLabel(text.project.create.name).fill('Samverkan');
		await dialog.getByRole('button', { name: text.project.create.submit }).click();
		await title('Samverkan');
		await look('1-project');
	});

	test('2 · the questionnaires are looked at and taken in', async () => {
		const { page } = program;
		await room(text.frame.rooms.design);
		for (const key of ['board', 'lokus'] as const) {
			const { definition } = await program.call('instrument.get', { key });
			const name = definition.title[language] ?? definition.title.sv;
			await list(name);
			await title(name);
			await page.getByRole('button', { name: text.instrument.add, exact: true }).click();
			await page.getByText(text.instrument.inProject, { exact: true }).waitFor();
		}
		await look('2-instrument');
	});

	test('3 · a round of each is made, and the responses are imported', async () => {
		const { page } = program;
		const rounds = [
			{ key: 'board', name: 'Styrelsen', invited: '22', file: 'board-2016.csv', rows: 14 },
			{ key: 'lokus', name: 'Lokusgrupperna', invited: '28', file: 'lokus-2017.csv', rows: 20 },
		];
		for (const { key, name, invited, file, rows } of rounds) {
			await room(text.frame.rooms.collect);
			await title(text.round.title);
			await page.getByRole('button', { name: text.round.add }).first().click();
			await page.getByRole('textbox', { name: text.round.name }).fill(name);
			const { definition } = await program.call('instrument.get', { key });
			await page
				.getByRole('combobox', { name: text.round.instrument })
				.selectOption({ label: definition.title[language] ?? definition.title.sv });
			await page.getByLabel(text.round.invited).fill(invited);
			await page.getByRole('button', { name: text.round.create }).click();
			await title(name);
			await page
				.getByRole('button', { name: text.round.import })
				.or(page.getByRole('link', { name: text.round.import }))
				.first()
				.click();
			await page.locator('input[type=file]').setInputFiles({ name: file, mimeType: 'text/csv', buffer: seed(file) });
			const go = page.getByRole('button', { name: text.response.import.go(rows, String(rows)) });
			await go.waitFor();
			if (key === 'lokus') await look('3-import');
			await go.click();
			await expect
				.poll(async () => (await program.call('round.list', {})).find((one) => one.name === name)?.answered)
				.toBe(rows);
		}
	});

	test('4 · the results show the published shares, and the groups', async () => {
		const { page } = program;
		await room(text.frame.rooms.analyse);
		await list(/Lokusgrupperna/);
		await title('Lokusgrupperna');
		const row = page.getByRole('row', { name: /^13 / });
		await row.waitFor();
		expect(await row.innerText()).toMatch(/12[\s\S]*60/);
		await program.goTo('/analyse/round/2?by=1&item=13');
		await page.getByText('Älvkarleby').first().waitFor();
		await look('4-results');
	});

	test('5 · an interview is imported, read and coded', async () => {
		const { page } = program;
		await room(text.frame.rooms.collect);
		await list(text.frame.list.allMaterial);
		await page
			.locator('input[type=file]')
			.setInputFiles({ name: 'Fokusgrupp 2017.txt', mimeType: 'text/plain', buffer: interview });
		await expect.poll(async () => (await program.call('document.list', {})).length).toBe(1);
		await room(text.frame.rooms.analyse);
		await list(/Fokusgrupp 2017/);
		const reader = page.getByRole('textbox', { name: text.document.reader.text('Fokusgrupp 2017') });
		await reader.waitFor();
		await reader.focus();
		await page.keyboard.press('Control+ArrowDown');
		await page.keyboard.press('Space');
		await page.keyboard.press('Enter');
		const palette = page.getByRole('combobox', { name: text.code.palette });
		await palette.fill('Mandat');
		await page.keyboard.press('Enter');
		await expect.poll(async () => (await program.call('coding.list', { all: true })).length).toBe(1);
		await page.locator('[data-coding]').first().waitFor();
		await look('5-reader');
	});

	test('6 · every step is undone and done again', async () => {
		const { page } = program;
		await page
			.getByRole('button', { name: text.frame.history.undoStep(text.commands['coding.addWithNewCode']) })
			.click();
		await expect.poll(async () => (await program.call('coding.list', { all: true })).length).toBe(0);
		await page
			.getByRole('button', { name: text.frame.history.redoStep(text.commands['coding.addWithNewCode']) })
			.click();
		await expect.poll(async () => (await program.call('coding.list', { all: true })).length).toBe(1);
		expect((await program.call('code.list', {})).map((code) => code.name)).toEqual(['Mandat']);
	});

	test('7 · a report is made from the template and leaves as Word', async () => {
		const { page } = program;
		await room(text.frame.rooms.report);
		await title(text.report.screen.reports);
		await page.getByLabel(text.report.screen.name).fill('Samverkan: en utvärdering');
		await page.getByRole('button', { name: text.report.screen.create }).click();
		const preview = page.getByRole('region', { name: text.report.screen.preview });
		await preview.getByRole('table').first().waitFor();
		await preview.getByRole('img').first().waitFor();
		await look('7-report');
		await page.getByRole('button', { name: text.report.screen.export }).click();
		const download = page.waitForEvent('download', { timeout: 100_000 });
		await page.getByRole('menuitem', { name: text.report.screen.formats.docx }).click();
		const file = await (await download).path();
		expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
		expect(program.faults).toEqual([]);
	});
});
