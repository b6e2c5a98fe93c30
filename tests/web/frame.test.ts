import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './harness/axe.ts';
import { type Program, startProgram } from './harness/start.ts';

let program: Program;
beforeAll(async () => {
	program = await startProgram({ project: 'Långsiktig samverkan' });
});
afterAll(() => program.close());

test('the rail leads through the five rooms', async () => {
	const { page } = program;
	await page.getByRole('link', { name: 'Upplägg' }).click();
	await program.screenshot('frame-design');
	await program.screenshot('frame-design', { theme: 'dark', language: 'en' });
	await program.setLook({ theme: 'light', language: 'sv' });
	await expectAccessible(page);
	expect(program.faults).toEqual([]);
});
