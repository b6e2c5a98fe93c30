import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, expect, test, vi } from 'vitest';
import { browserPlaces } from '../../../electron/browser/find-browser.ts';
import { createPrint } from '../../../electron/browser/print.ts';
import { forkNode } from '../../../electron/workers/fork.ts';
import { startUnwantedServer } from './unwanted-server.ts';

// Browsers and processes start slowly on a machine that does much else.
vi.setConfig({ testTimeout: 90_000 });

const print = createPrint(forkNode);
const request = (body: string) => ({
	html: `<!doctype html><html lang="sv"><head><title>Rapport</title><style>@page { size: A5; margin: 2cm; }</style></head><body>${body}</body></html>`,
	title: 'Rapport',
	language: 'sv' as const,
});
const signals = (control = new AbortController()) => ({ signal: control.signal, onProgress: () => undefined });

// A temporary folder of its own, so that what others leave in the system's is not counted.
const folder = mkdtempSync(join(tmpdir(), 'underlag-test-'));
process.env.TMPDIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const leftovers = () => readdirSync(folder).filter((name) => name.startsWith('underlag-'));

test('prints tagged pages with language, outline and the size the page asks for', async () => {
	const pdf = await print(request('<h1>Räksmörgås</h1><p>Text</p><h2>Mål</h2>'), signals());
	const file = await getDocument({ data: pdf }).promise;
	const [page, outline, about, marked] = await Promise.all([
		file.getPage(1),
		file.getOutline(),
		file.getMetadata(),
		file.getMarkInfo(),
	]);
	const text = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ');
	expect(text).toContain('Räksmörgås');
	expect(Math.round(((page.view[2] ?? 0) / 72) * 25.4)).toBe(148);
	expect(outline?.[0]).toMatchObject({ title: 'Räksmörgås', items: [{ title: 'Mål' }] });
	expect(about.info).toMatchObject({ Title: 'Rapport', Language: 'sv' });
	expect(marked).toEqual(new Map(Object.entries({ Marked: true, UserProperties: false, Suspects: false })));
	expect(leftovers()).toEqual([]);
});

test('a page that asks for something of the network or runs a script gets neither', async () => {
	const server = await startUnwantedServer();
	const elsewhere = server.address;
	const hostile = `<img src="${elsewhere}a.png"><link rel="stylesheet" href="${elsewhere}b.css"><iframe src="${elsewhere}c"></iframe>
		<link rel="preconnect" href="${elsewhere}"><style>body { background: url(${elsewhere}d.png) }</style>
		<meta http-equiv="refresh" content="0;url=${elsewhere}e"><iframe src="file:///etc/passwd"></iframe>
		<p id="p">ursprunglig</p><script>document.getElementById('p').textContent = 'ändrad'; fetch('${elsewhere}f')</script>`;
	const pdf = await print(request(hostile), signals());
	const page = await (await getDocument({ data: pdf }).promise).getPage(1);
	const text = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ');
	expect(text).toContain('ursprunglig');
	expect(text).not.toContain('root:');
	expect(server.asked()).toBe(0);
	server.close();
});

test('printing that nobody waits for ends, with its browser and its files', async () => {
	const control = new AbortController();
	const printing = print(request(`<p>${'text '.repeat(2_000_000)}</p>`), signals(control));
	setTimeout(() => control.abort(), 700);
	await expect(printing).rejects.toMatchObject({ code: 'CANCELLED' });
	expect(leftovers()).toEqual([]);
	// Only Linux lists its processes so; elsewhere the folder that the browser no longer holds is the sign.
	const processes = existsSync('/proc') ? readdirSync('/proc') : [];
	const running = processes.filter((name) => /^\d+$/.test(name) && commandOf(name).includes(folder));
	expect(running).toEqual([]);
});

/** A process's command line; empty for one that has just ended. */
function commandOf(pid: string): string {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
	} catch {
		return '';
	}
}

test('a browser is looked for where each system keeps it', () => {
	expect(browserPlaces({ PATH: '/usr/bin:/bin' }, 'linux')).toContain('/usr/bin/chromium');
	expect(browserPlaces({ HOME: '/Users/a' }, 'darwin')).toContain(
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	);
	expect(
		browserPlaces({ PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, 'win32'),
	).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
	expect(browserPlaces({ UNDERLAG_BROWSER: '/opt/x', PATH: '/usr/bin' }, 'linux')).toEqual(['/opt/x']);
});
