import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './harness/axe.ts';
import { takePicture } from './harness/picture.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
beforeAll(async () => {
	program = await startProgram({ project: 'Kraschprov' });
});
afterAll(() => program.close());

test('the window says that the core stopped and is back, and nothing acknowledged is lost', async () => {
	const { page } = program;
	await program.call('project.update', { commissioner: 'Före kraschen' });
	await program.goTo('/design/project');
	await expect.poll(() => page.getByLabel('Uppdragsgivare').inputValue()).toBe('Före kraschen');
	program.killCore();
	await page.getByText('Kärnan är igång igen och projektet är öppet.').waitFor();
	await program.screenshot('core-back');
	await expectAccessible(page);
	expect(await page.getByLabel('Uppdragsgivare').inputValue()).toBe('Före kraschen');
	await page.getByRole('main').getByLabel('Uppdragsgivare').fill('Efter kraschen');
	await page.getByLabel('Uppdragsgivare').blur();
	await expect.poll(() => program.call('project.get', {})).toMatchObject({ commissioner: 'Efter kraschen' });
	await page.getByRole('status').getByRole('button', { name: 'Stäng' }).click();
	await page.getByText('Kärnan är igång igen').waitFor({ state: 'detached' });
});

test('what was typed while the core was down is still in the field, and is saved', async () => {
	const { page } = program;
	await page.getByLabel('Titel').fill('Skrivet mitt i');
	program.killCore();
	await page.getByText('Kärnan är igång igen').waitFor();
	expect(await page.getByLabel('Titel').inputValue()).toBe('Skrivet mitt i');
	await page.getByLabel('Titel').blur();
	await expect.poll(() => program.call('project.get', {})).toMatchObject({ title: 'Skrivet mitt i' });
});

test('when the program has ended, the window says so', async () => {
	const { page, loopback } = program;
	await loopback.close();
	await page.getByText('Programmets kärna stannade').first().waitFor();
	await page.getByText('Programmet har avslutats.').waitFor();
	await takePicture(program.page, 'program-ended');
});
