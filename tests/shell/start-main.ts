import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import { BrowserWindow, closeBrowser } from './stand-in/browser-window.ts';
import { app, utilityProcess } from './stand-in/electron.ts';

/** Runs the real main of the shell, once per test file, with the arguments a person would have given. */
export async function startMain(...args: string[]) {
	const folder = mkdtempSync(join(tmpdir(), 'underlag-shell-'));
	const documents = join(folder, 'documents');
	mkdirSync(documents);
	app.setPath('documents', documents);
	process.env.UNDERLAG_DATA = join(folder, 'data');
	process.argv = [process.argv[0] ?? 'node', 'main', ...args];
	await import('../../electron/shell/main.ts');
	return {
		folder: documents,
		dataFolder: join(folder, 'data'),
		/** The window, and its page once the program shows in it. */
		async window(): Promise<{ window: BrowserWindow; page: Page }> {
			const window = await vi.waitUntil(() => BrowserWindow.all[0], { timeout: 30_000 });
			const page = await window.page();
			await page.getByRole('main').waitFor({ timeout: 30_000 });
			return { window, page };
		},
		async end(): Promise<void> {
			if (app.exitCode === null) {
				const exited = new Promise((resolve) => app.once('exited', resolve));
				app.quit();
				await exited;
			}
			await closeBrowser();
			for (const { process: child } of utilityProcess.started) child.kill();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
