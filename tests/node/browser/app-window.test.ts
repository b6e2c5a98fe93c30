import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findBrowser } from '../../../electron/browser/find-browser.ts';
import { browserName, hasScreen, openAppWindow } from '../../../electron/launch/app-window.ts';
import { loopbackForTest } from './loopback-for-test.ts';

// Browsers and processes start slowly on a machine that does much else.
vi.setConfig({ testTimeout: 90_000 });

// A temporary folder of its own, so that what is left behind shows.
const folder = mkdtempSync(join(tmpdir(), 'underlag-test-'));
let at: Awaited<ReturnType<typeof loopbackForTest>>;
beforeAll(async () => {
	at = await loopbackForTest();
	process.env.TMPDIR = folder;
});
afterAll(async () => {
	await at.end();
	rmSync(folder, { recursive: true, force: true });
});

/** A browser that shows its window to nobody. The one that came as a package knows no app windows, and is given the address as such. */
async function hidden(address: string) {
	const found = await findBrowser();
	if (!found) throw new Error('this test needs a Chromium');
	return { ...found, args: [...found.args, '--headless', ...(found.kind === 'package' ? [address] : [])] };
}
const profiles = () => readdirSync(folder).filter((name) => name.startsWith('underlag-window-'));

test('a window opens at an entrance, reaches nothing but this machine, and leaves no profile behind', async () => {
	let asked = 0;
	const elsewhere = createServer((_request, response) => {
		asked++;
		response.end();
	});
	await new Promise<void>((resolve) => elsewhere.listen(0, resolve));
	const { port } = elsewhere.address() as AddressInfo;
	const other = Object.values(networkInterfaces())
		.flatMap((one) => one ?? [])
		.find((one) => one.family === 'IPv4' && !one.internal)?.address;
	writeFileSync(
		join(at.rendererFolder, 'index.html'),
		'<!doctype html><title>Underlag</title><script src="main.js"></script>',
	);
	writeFileSync(
		join(at.rendererFolder, 'main.js'),
		`new EventSource('events'); setTimeout(() => { location.href = 'http://${other ?? 'elsewhere.invalid'}:${port}/'; }, 2500);`,
	);
	const entrance = at.entrance();
	const window = openAppWindow(await hidden(entrance), entrance, at.windows);
	expect(profiles().length).toBe(1);
	await expect.poll(at.windows).toBeGreaterThan(0);
	expect((await fetch(entrance, { redirect: 'manual' })).status).toBe(404);
	// The page leaves for another address of the machine's, which is the network to a browser.
	await expect.poll(at.windows).toBe(0);
	await new Promise((resolve) => setTimeout(resolve, 500));
	window.close();
	expect(await window.closed).toBe(true);
	expect(profiles()).toEqual([]);
	expect(asked).toBe(0);
	elsewhere.close();
});

test('a browser that does not come up is told apart from a window that was closed', async () => {
	const broken = { executablePath: '/bin/false', args: [], env: {}, kind: 'machine' as const };
	expect(await openAppWindow(broken, at.entrance(), at.windows).closed).toBe(false);
	const missing = { ...broken, executablePath: join(folder, 'none') };
	expect(await openAppWindow(missing, at.entrance(), at.windows).closed).toBe(false);
	expect(profiles()).toEqual([]);
});

test('a machine without a screen, and what a browser is called', () => {
	expect(hasScreen({}, 'linux')).toBe(false);
	expect(hasScreen({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
	expect(hasScreen({}, 'win32')).toBe(true);
	const named = (executablePath: string) => browserName({ executablePath, args: [], env: {}, kind: 'machine' });
	expect(named('/usr/bin/chromium')).toBe('Chromium');
	expect(named('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe')).toBe('Edge');
	expect(named('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')).toBe('Chrome');
});
