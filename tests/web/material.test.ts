import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDocx } from '../node/document/make-zip.ts';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
beforeAll(async () => {
	program = await startProgram({ project: 'Långsiktig samverkan' });
});
afterAll(async () => {
	await program.close();
});

const file = (name: string, content: string | Uint8Array) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(content as never),
});
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const vtt = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Intervjuare>Vad hindrar er?

00:00:04.000 --> 00:00:08.000
<v TR1>Att ingen har tid.

00:00:08.000 --> 00:00:11.000
Och att vi byter personal.
`;

test('material comes in as several files at once, and what cannot be read is named', async () => {
	const { page } = program;
	await program.goTo('/collect/material');
	await page.getByText('Inget material än').waitFor();
	await program.screenshot('material-empty');
	await expectAccessible(page);
	await page
		.locator('input[type=file]')
		.setInputFiles([
			file('Fokusgrupp SK 2016-06-07.txt', 'Intervjuare: Hur är rollen?\nSK1: Svår att förklara.\nSK2: Den är ny.'),
			file(
				'Par TR.docx',
				makeDocx(
					['Intervjuare: Berätta.', 'TR1: Vi möts sällan.', 'TR2: Fyra gånger om året.'].map(paragraph).join(''),
				),
			),
			file('Enskild.vtt', vtt),
			file('Trasig.docx', 'det här är ingen Wordfil'),
			file('Igen.txt', 'Intervjuare: Hur är rollen?\r\nSK1: Svår att förklara.\r\nSK2: Den är ny.'),
		]);
	await page.getByText('5 av 5 filer klara').waitFor();
	const files = page.getByRole('region', { name: 'Filer som läggs till' });
	await files.getByText('Trasig.docx går inte att läsa som docx.').waitFor();
	await files.getByText('Fanns redan').waitFor();
	expect(await files.getByText('Tillagd: 3 repliker, 3 talare').count()).toBe(2);
	const rows = page.getByRole('table', { name: 'Allt material' }).getByRole('row');
	expect(await rows.count()).toBe(4);
	await program.screenshot('material-list');
	await program.screenshot('material-list', { theme: 'dark', language: 'en', size: '1920x1080' });
	await page.getByText('Already here').waitFor();
	await program.setLook({ theme: 'light', language: 'sv', size: '1280x800' });
	await expectAccessible(page);
});

test('details and speakers are changed where they stand, and a removal is undone', async () => {
	const { page } = program;
	await page.getByRole('link', { name: 'Par TR' }).last().click();
	await page.getByRole('heading', { level: 1, name: 'Par TR' }).waitFor();
	await page.getByLabel('Titel').fill('Par, teamledare');
	await page.getByLabel('Minnesanteckning').fill('Lugnt rum.');
	await page.getByLabel('Namn i citat för TR1').fill('Teamledare 1');
	await page.getByLabel('Namn i citat för TR1').blur();
	await page.getByLabel('Namn i citat för Teamledare 1').waitFor();
	await page.getByRole('heading', { level: 1, name: 'Par, teamledare' }).waitFor();
	await program.screenshot('material-item');
	await expectAccessible(page);
	const [one] = (await program.call('document.list', {})).filter((document) => document.title === 'Par, teamledare');
	expect(one).toMatchObject({ memo: 'Lugnt rum.', kind: 'pair' });
	await page.getByRole('button', { name: 'Ta bort' }).click();
	await page.getByRole('heading', { level: 1, name: 'Material' }).waitFor();
	expect(await program.call('document.list', {})).toHaveLength(2);
	await page.keyboard.press('Control+z');
	await page.getByRole('table').getByRole('link', { name: 'Par, teamledare' }).waitFor();
	expect(program.faults).toEqual([]);
});

test('the codebook is built and put in order by keys alone', async () => {
	const { page } = program;
	await program.goTo('/analyse/codebook');
	await page.getByText('Inga koder än').waitFor();
	await expectAccessible(page);
	const name = page.getByLabel('Namn på ny kod');
	for (const code of ['Rollen', 'Mandat', 'Arbetet']) {
		await name.fill(code);
		await name.press('Enter');
		await page.getByRole('treeitem', { name: code }).waitFor();
	}
	await page.getByRole('treeitem', { name: 'Mandat' }).click();
	await page.getByRole('treeitem', { name: 'Mandat' }).press('Alt+Shift+ArrowRight');
	await page.getByRole('treeitem', { name: 'Mandat', level: 2 }).waitFor();
	await expect.poll(() => shape(program)).toEqual(['Rollen', '-Mandat', 'Arbetet']);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Alt+Shift+ArrowUp');
	await expect.poll(() => shape(program)).toEqual(['Arbetet', 'Rollen', '-Mandat']);
	await page.keyboard.press('F2');
	await page.getByLabel('Namn', { exact: true }).fill('Arbetssätt');
	await page.keyboard.press('Enter');
	await page.getByRole('treeitem', { name: 'Arbetssätt' }).waitFor();
	await page.getByLabel('Definition').fill('Hur det dagliga arbetet går till.');
	await page.getByLabel('Färg 5').check();
	await program.screenshot('material-codebook');
	await program.screenshot('material-codebook', { theme: 'dark', language: 'en' });
	await program.setLook({ theme: 'light', language: 'sv' });
	await expectAccessible(page);
	await page.getByRole('treeitem', { name: 'Arbetssätt' }).focus();
	await page.keyboard.press('Delete');
	await expect.poll(() => shape(program)).toEqual(['Rollen', '-Mandat']);
	await expect.poll(() => page.locator('[role="treeitem"]:focus').getAttribute('data-code')).not.toBeNull();
	await page.getByRole('button', { name: 'Ångra', exact: false }).first().click();
	await expect.poll(() => shape(program)).toEqual(['Arbetssätt', 'Rollen', '-Mandat']);
	expect((await program.call('code.list', {}))[0]).toMatchObject({
		color: 4,
		definition: 'Hur det dagliga arbetet går till.',
	});
	expect(program.faults).toEqual([]);
});

async function shape({ call }: Program): Promise<string[]> {
	return (await call('code.list', {})).map((code) => `${code.parentId ? '-' : ''}${code.name}`);
}
