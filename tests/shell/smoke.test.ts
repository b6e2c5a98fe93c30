import { afterAll, expect, test, vi } from 'vitest';
import { app } from './stand-in/electron.ts';
import { startMain } from './start-main.ts';

let end: () => Promise<void> = async () => undefined;
afterAll(() => end());

test('--smoke opens the sample, sees it in the page, prints its report, and ends with 0', async () => {
	const said: string[] = [];
	const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
	({ end } = await startMain('--smoke'));
	await vi.waitUntil(() => app.exitCode !== null, { timeout: 100_000 });
	spy.mockRestore();
	expect(said.join('')).toContain('smoke: ok');
	expect(app.exitCode).toBe(0);
});
