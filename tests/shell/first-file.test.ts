import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { createStore } from '../../electron/store/create.ts';
import { BrowserWindow } from './stand-in/browser-window.ts';
import { startMain } from './start-main.ts';

const folder = mkdtempSync(join(tmpdir(), 'underlag-first-'));
let end: () => Promise<void> = async () => undefined;
afterAll(async () => {
	await end();
	rmSync(folder, { recursive: true, force: true });
});

test('a start with a project opens it', async () => {
	const path = join(folder, 'Första.underlag');
	const row = "(1, 'first-project', 'Första', 'sv', '2026-01-01T00:00:00Z')";
	createStore(path, {
		fill: (db) => db.exec(`INSERT INTO project (id, uid, title, language, created_at) VALUES ${row}`),
	});
	const main = await startMain(path);
	end = main.end;
	const { window } = await main.window();
	await vi.waitUntil(() => window.represented === path, { timeout: 10_000 });
	expect(window.title).toBe('Första – Underlag');
	expect(BrowserWindow.all.length).toBe(1);
});
