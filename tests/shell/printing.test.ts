import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, expect, test } from 'vitest';
import { printInWindow } from '../../electron/shell/printing.ts';
import { startUnwantedServer } from '../node/browser/unwanted-server.ts';
import { BrowserWindow, closeBrowser } from './stand-in/browser-window.ts';

afterAll(closeBrowser);

const print = (body: string, signal = new AbortController().signal) =>
	printInWindow(
		{
			html: `<!doctype html><html lang="sv"><head><title>Rapport</title></head><body>${body}</body></html>`,
			title: 'Rapport',
			language: 'sv',
		},
		{ signal, onProgress: () => undefined },
	);

test('prints tagged pages in a hidden, sandboxed window without script, and destroys it', async () => {
	const file = await getDocument({ data: await print('<h1>Räksmörgås</h1><h2>Mål</h2>') }).promise;
	expect((await file.getOutline())?.[0]).toMatchObject({ title: 'Räksmörgås', items: [{ title: 'Mål' }] });
	expect((await file.getMetadata()).info).toMatchObject({ Title: 'Rapport', Language: 'sv' });
	expect(BrowserWindow.all[0]?.options).toMatchObject({
		show: false,
		webPreferences: {
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			javascript: false,
			webSecurity: true,
		},
	});
	expect(BrowserWindow.all[0]?.options.webPreferences).not.toHaveProperty('preload');
	expect(BrowserWindow.all[0]?.isDestroyed()).toBe(true);
});

test('a page that asks for the network or another file gets nothing', async () => {
	const server = await startUnwantedServer();
	const elsewhere = server.address;
	await print(`<img src="${elsewhere}a"><iframe src="${elsewhere}b"></iframe><iframe src="file:///etc/passwd"></iframe>
		<style>@import url(${elsewhere}c); body { background: url(${elsewhere}d) }</style><script>fetch('${elsewhere}e')</script>`);
	expect(server.asked()).toBe(0);
	const session = BrowserWindow.all.at(-1)?.webContents.session;
	expect(await session?.lets(elsewhere)).toBe(false);
	expect(await session?.lets('app://print/other')).toBe(false);
	server.close();
});

test('printing that nobody waits for is cancelled, and its window goes', async () => {
	const control = new AbortController();
	const printing = print(`<p>${'text '.repeat(200_000)}</p>`, control.signal);
	setTimeout(() => control.abort(), 50);
	await expect(printing).rejects.toMatchObject({ code: 'CANCELLED' });
	expect(BrowserWindow.all.every((one) => one.isDestroyed())).toBe(true);
});
