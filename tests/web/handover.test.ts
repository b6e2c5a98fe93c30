import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './harness/axe.ts';
import { expectLooks } from './harness/looks.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
let roundId: number;
const words = 'Mötena behöver börja i tid';
const own = () => join(program.folder, 'Utvärderingen.underlag');
const copy = () => join(program.folder, 'Styrelsen hos administratören.underlag');
const passphrase = 'tre små ord till';

beforeAll(async () => {
	program = await startProgram({ project: 'Utvärderingen' });
	const { call } = program;
	await call('instrument.add', { key: 'board' });
	roundId = (await call('round.add', { name: 'Styrelsen', instrumentId: 1, promise: 'confidential' })).id;
	await call('keys.create', { path: join(program.folder, 'Utvärderingen.nyckel'), passphrase });
});
afterAll(() => program.close());

test('the evaluator makes the administrator’s copy; without a key it says where that is made', async () => {
	const { page, call } = program;
	await program.goTo(`/collect/round/${roundId}/handover`);
	await page.getByRole('link', { name: 'Gör nyckeln under Formulär som fil' }).click();
	await page.getByRole('button', { name: 'Skapa omgångens nyckel' }).click();
	await page.getByText('Omgångens nyckel finns i nyckelfilen.').waitFor();
	await program.goTo(`/collect/round/${roundId}/handover`);
	const phrase = page
		.locator('main')
		.getByLabel(/lösenfras/i)
		.first();
	await phrase.fill('kort fras');
	await page.getByRole('button', { name: 'Gör administratörens exemplar …' }).click();
	await page.getByText('Minst tolv tecken.').waitFor();
	await phrase.fill(passphrase);
	await page.getByRole('button', { name: 'Gör administratörens exemplar …' }).click();
	await page.getByText('Fraserna är inte lika.').waitFor();
	await phrase.fill('');
	await page.getByRole('button', { name: 'Gör administratörens exemplar …' }).click();
	const dialog = page.getByRole('dialog', { name: 'Administratörens exemplar' });
	await dialog
		.getByLabel(/filnamn|namn/i)
		.first()
		.fill('Styrelsen hos administratören');
	await expectLooks(program, 'handover-copy');
	await dialog.getByRole('button', { name: 'Gör administratörens exemplar' }).click();
	await page.getByText('Administratörens exemplar är sparat').waitFor();
	expect((await call('round.get', { id: roundId })).outOn).not.toBeNull();
});

let returned = '';

test('the administrator enters answers in the copy, sees no results, and gives back a file', async () => {
	const { page, call } = program;
	await call('project.open', { path: copy() });
	const [round] = await call('round.list', {});
	const at = round?.id ?? 0;
	await call('keys.create', { path: join(program.folder, 'admin.nyckel'), passphrase });
	const names = Array.from(
		{ length: 12 },
		(_, n) => `Person ${n} Hemlig;p${n}@exempel.se;${n < 10 ? 'Heby' : 'Tierp'}`,
	);
	const bytes = new TextEncoder().encode(['Namn;E-post;Grupp', ...names].join('\n'));
	await call('asked.importList', { roundId: at, name: 'lista.csv', bytes });
	await program.goTo(`/collect/round/${at}/answer`);
	await page.keyboard.press('4');
	await page.getByRole('textbox').last().fill(words);
	await page.keyboard.press('Control+Enter');
	await expect.poll(async () => (await call('round.get', { id: at })).answered).toBe(1);
	await expect
		.poll(async () => (await call('response.list', { roundId: at })).rows.map(({ status }) => status))
		.toEqual(['complete']);
	const { rows } = await call('asked.list', { roundId: at });
	const [answer] = (await call('response.list', { roundId: at })).rows;
	await call('asked.link', { responseId: answer?.id ?? 0, askedId: rows[0]?.id ?? 0 });
	await program.goTo(`/analyse/round/${at}`);
	await page.getByText('Resultaten öppnas hos utvärderaren').first().waitFor();
	await program.goTo(`/collect/round/${at}/handover`);
	await page.getByRole('heading', { level: 1, name: 'Administratörens exemplar' }).waitFor();
	await expectLooks(program, 'handover-give');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Lämna till utvärderaren …' }).press('Enter');
	returned = join(program.folder, 'Styrelsen.underlag-retur');
	await (await download).saveAs(returned);
	await page.getByText('2 grupper är för små').waitFor();
});

test('the evaluator takes it in: answers without names, and the response rate', async () => {
	const { page, call } = program;
	await call('project.open', { path: own() });
	await program.goTo(`/collect/round/${roundId}/handover`);
	await page.locator('input[type=file]').setInputFiles(returned);
	await page.getByText('Det här kräver att nyckelfilen är öppen.').waitFor();
	await page.getByRole('button', { name: 'Öppna nyckelfilen' }).click();
	const keys = page.getByRole('dialog', { name: 'Öppna nyckelfilen' });
	await keys.getByLabel('Lösenfras', { exact: true }).fill(passphrase);
	await keys.getByLabel('Lösenfras', { exact: true }).press('Enter');
	await keys.waitFor({ state: 'detached' });
	await page.locator('input[type=file]').setInputFiles(returned);
	await page.getByText('1 svar inläst').waitFor();
	await page.getByRole('row', { name: /Alla tillfrågade/ }).waitFor();
	const { rows } = await call('response.list', { roundId });
	expect(rows).toMatchObject([{ origin: 'admin', code: null, submittedAt: null, status: 'complete' }]);
	expect((await call('response.get', { id: rows[0]?.id ?? 0 })).answers).toMatchObject({ 10: words });
	expect(await call('round.get', { id: roundId })).toMatchObject({ invited: 12, answered: 1 });
	expect(await call('asked.list', { roundId })).toMatchObject({ total: 0 });
	await expectLooks(program, 'handover-received');
	writeFileSync(join(program.folder, 'fel.underlag-retur'), 'inget');
	await page.locator('input[type=file]').setInputFiles(join(program.folder, 'fel.underlag-retur'));
	await page.getByRole('alert').waitFor();
	await program.setLook({ language: 'en' });
	await page.getByRole('heading', { level: 1, name: 'Let somebody else gather' }).waitFor();
	await expectAccessible(page);
	await program.screenshot('handover-received', { language: 'en' });
	await program.setLook({ language: 'sv' });
	await program.goTo(`/collect/round/${roundId}`);
	await page.getByText('8 %').first().waitFor();
	expect(program.faults).toEqual([]);
});
