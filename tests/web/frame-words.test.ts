import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRepository } from '../../electron/launch/folders.ts';
import { type Program, startProgram } from './harness/start.ts';

/**
 * A language that is none: every message stands in marks. Letters outside marks were written into a screen instead of the languages.
 * The project's own names are digits here, so that what is data cannot be taken for words.
 */
const marked = `
const mark = (value) =>
	typeof value === 'string' ? '⟦' + value + '⟧'
	: typeof value === 'function' ? (...values) => mark(value(...values))
	: Array.isArray(value) ? value.map(mark)
	: value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mark(one)]))
	: value;
export const messages = mark(plainMessages);
`;

const folder = mkdtempSync(join(tmpdir(), 'underlag-words-'));
let program: Program;

beforeAll(async () => {
	await build({
		configFile: inRepository('vite.config.ts'),
		root: inRepository('renderer'),
		logLevel: 'warn',
		build: { outDir: folder, emptyOutDir: true, minify: false },
		plugins: [
			{
				name: 'mark-messages',
				enforce: 'pre',
				transform: (code, id) =>
					id.endsWith('/shared/i18n/messages.ts')
						? code.replace('export const messages', 'const plainMessages') + marked
						: null,
			},
		],
	});
	program = await startProgram({ rendererFolder: folder });
});
afterAll(async () => {
	await program.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Texts and spoken names in the page with letters outside the marks. Keys' names, dates and paths are the same in all languages. */
async function unmarked(): Promise<string[]> {
	return program.page.evaluate(() => {
		const found: string[] = [];
		const free = /⟦[^⟧]*⟧|\/[^\s]*|[\w.-]+\.underlag|(?:\d{1,2} )?\p{L}+\.? \d{4}/gu;
		const judge = (text: string | null) => {
			let left = text ?? '';
			for (let before = ''; before !== left; ) {
				before = left;
				left = left.replace(free, '');
			}
			if (/\p{L}/u.test(left)) found.push((text ?? '').trim());
		};
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const parent = node.parentElement;
			if (parent?.closest('script, style, kbd, nav[aria-label*="Sökväg"]')) continue;
			judge(node.textContent);
		}
		for (const one of document.body.querySelectorAll('*'))
			for (const name of ['aria-label', 'title', 'placeholder', 'alt']) judge(one.getAttribute(name));
		return [...new Set(found)];
	});
}

test('the start screen and its dialogs speak through the languages alone', async () => {
	const { page } = program;
	await page.getByRole('heading', { level: 1 }).waitFor();
	expect(await unmarked()).toEqual([]);
	await page.getByRole('button', { name: 'Nytt projekt' }).click();
	await page.getByRole('button', { name: 'Byt mapp' }).click();
	await page.getByLabel('Skydda med en lösenfras').check();
	expect(await unmarked()).toEqual([]);
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+K');
	await page.getByRole('combobox').waitFor();
	expect(await unmarked()).toEqual([]);
	await page.keyboard.press('Escape');
});

test('so do the frame, the overview, the details and the settings', async () => {
	const { page } = program;
	await program.call('project.create', { path: join(program.folder, '1.underlag'), title: '1', language: 'sv' });
	const { id: instrumentId } = await program.call('instrument.add', { key: 'board' });
	await program.call('round.add', { name: '2', instrumentId, date: '2016-06-01', invited: 3 });
	await program.call('report.add', { title: '3' });
	// What bundled questionnaires are called is data too.
	const titles = (await program.call('instrument.list', {})).map((one) => one.title.sv);
	for (const path of ['/', '/design/project', '/settings', '/nowhere']) {
		await program.goTo(path);
		await page.waitForTimeout(300);
		const left = (await unmarked()).filter((one) => !titles.includes(one));
		expect(left, path).toEqual([]);
	}
	await program.goTo('/');
	await page.getByRole('button', { name: 'Hjälp' }).click();
	expect(await unmarked()).toEqual([]);
	await page.getByRole('button', { name: 'Visa kortkommandon' }).click();
	expect(await unmarked()).toEqual([]);
	expect(program.faults).toEqual([]);
});
