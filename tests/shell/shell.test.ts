import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bridge } from '#shared/contract/bridge.ts';
import { callNames } from '#shared/contract/calls.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import { inRepository } from '../../electron/launch/folders.ts';
import type { BrowserWindow } from './stand-in/browser-window.ts';
import { app, dialog, Menu, type MenuItem, nativeTheme, protocol, utilityProcess } from './stand-in/electron.ts';
import { ipcMain } from './stand-in/ipc-main.ts';
import { session } from './stand-in/session.ts';
import { startMain } from './start-main.ts';

declare global {
	interface Window {
		underlag?: Bridge;
		heard?: CoreEvent[];
	}
}

let main: Awaited<ReturnType<typeof startMain>>;
let shown: BrowserWindow;
let page: Page;
beforeAll(async () => {
	main = await startMain();
	({ window: shown, page } = await main.window());
});
afterAll(() => main.end());

const call = (name: string, input: unknown, taskId?: string) =>
	page.evaluate(([name, input, taskId]) => window.underlag?.call(name as never, input, taskId as string | undefined), [
		name,
		input,
		taskId,
	] as const);
const menuItem = (id: string, items: MenuItem[] = Menu.current): MenuItem | undefined => {
	for (const item of items) {
		const found = item.id === id ? item : menuItem(id, item.submenu ?? []);
		if (found) return found;
	}
	return undefined;
};

describe('the window', () => {
	test('is sandboxed, isolated and without Node', () => {
		expect(shown.options.webPreferences).toMatchObject({
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			nodeIntegrationInWorker: false,
			nodeIntegrationInSubFrames: false,
			webSecurity: true,
			allowRunningInsecureContent: false,
			webviewTag: false,
		});
		expect(app.done.indexOf('sandbox')).toBeLessThan(app.done.indexOf('ready'));
		expect(protocol.schemes).toEqual([
			{ scheme: 'app', privileges: expect.objectContaining({ standard: true, secure: true }) },
		]);
		expect(protocol.schemes[0]?.privileges).not.toHaveProperty('bypassCSP');
		expect(shown.shown).toBe(true);
	});

	test('shows the real page, which sees the bridge and nothing of Node', async () => {
		const seen = await page.evaluate(() => ({
			kind: window.underlag?.host.kind,
			keys: Object.keys(window.underlag ?? {}).sort(),
			node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer'].filter((name) => name in window),
		}));
		expect(seen).toEqual({ kind: 'electron', keys: ['call', 'cancel', 'host', 'onCommand', 'onEvent'], node: [] });
	});

	test('the page has the content policy, and it holds in Chromium', async () => {
		const answer = await page.evaluate(async () => {
			const response = await fetch('index.html');
			return Object.fromEntries(response.headers);
		});
		expect(answer['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
		expect(answer['content-security-policy']).toContain("frame-ancestors 'none'");
		expect(answer['x-content-type-options']).toBe('nosniff');
		const ran = await page.evaluate(async () => {
			const script = document.createElement('script');
			script.textContent = 'window.ranInline = true';
			document.body.append(script);
			// In a turn of its own: what the test evaluates itself is exempt from the policy, what the page does later is not.
			const evaluated = await new Promise<boolean>((resolve) =>
				setTimeout(() => {
					try {
						const make = Object.getPrototypeOf(() => undefined).constructor as (code: string) => () => boolean;
						resolve(make('return true')());
					} catch {
						resolve(false);
					}
				}),
			);
			return { inline: 'ranInline' in window, evaluated };
		});
		expect(ran).toEqual({ inline: false, evaluated: false });
	});

	test('serves its own files and no others', async () => {
		const handle = session.defaultSession.handlers.get('app');
		const status = async (url: string, method = 'GET') => (await handle?.(new Request(url, { method })))?.status;
		expect(await status('app://underlag/')).toBe(200);
		for (const url of [
			'app://underlag/../package.json',
			'app://underlag/%2e%2e/%2e%2e/package.json',
			'app://underlag/..%5cpackage.json',
			'app://underlag/%2fetc%2fpasswd',
			'app://underlag/%zz',
			'app://underlag/nothing.js',
		])
			expect([url, await status(url)]).toEqual([url, 404]);
		expect(await status('app://elsewhere/index.html')).toBe(403);
		expect(await status('app://underlag/', 'POST')).toBe(403);
	});
});

describe('what the page cannot do', () => {
	test('leave its address, open a window, or reach the network', async () => {
		let asked = 0;
		const server = createServer((_request, response) => {
			asked++;
			response.end('elsewhere');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
		const before = page.url();
		for (const url of [elsewhere, 'file:///etc/passwd', 'app://elsewhere/', 'https://example.invalid/']) {
			await page.evaluate((url) => {
				location.href = url;
			}, url);
			await page.waitForTimeout(150);
			expect(page.url()).toBe(before);
		}
		await page.evaluate((url) => void open(url), elsewhere);
		await page.evaluate((url) => {
			const link = document.createElement('a');
			link.href = url;
			link.target = '_blank';
			document.body.append(link);
			link.click();
			link.remove();
		}, elsewhere);
		await expect.poll(() => page.context().pages().length).toBe(1);
		const fetched = await page.evaluate(
			(url) =>
				fetch(url).then(
					() => 'came',
					() => 'refused',
				),
			elsewhere,
		);
		expect(fetched).toBe('refused');
		expect(asked).toBe(0);
		server.close();
		expect(await shown.webContents.session.lets(elsewhere)).toBe(false);
		expect(await shown.webContents.session.lets('file:///etc/passwd')).toBe(false);
		expect(await shown.webContents.session.lets('app://underlag/x.js')).toBe(true);
		expect(shown.webContents.openHandler?.({ url: 'app://underlag/' })).toEqual({ action: 'deny' });
	});

	test('use a permission or a device', async () => {
		const { permissionRequest, permissionCheck, device } = session.defaultSession;
		const ask = (permission: string, url: string) =>
			new Promise<boolean>((resolve) => permissionRequest?.({ getURL: () => url }, permission, resolve));
		const names = [
			'media',
			'geolocation',
			'notifications',
			'clipboard-read',
			'midi',
			'fullscreen',
			'openExternal',
			'hid',
			'unknown',
		];
		for (const name of names) {
			expect(await ask(name, 'app://underlag/')).toBe(false);
			expect(permissionCheck?.(null, name, 'app://underlag/')).toBe(false);
		}
		expect(device?.({ deviceType: 'usb' })).toBe(false);
		// To copy is allowed, and to our own page alone.
		expect(await ask('clipboard-sanitized-write', 'app://underlag/')).toBe(true);
		expect(await ask('clipboard-sanitized-write', 'https://example.invalid/')).toBe(false);
	});

	test('make a call that the contract does not have, past the preload too', async () => {
		const refused = { ok: false, error: { code: 'UNKNOWN_CALL', params: { call: 'project.explode' } } };
		expect(await call('project.explode', {})).toEqual(refused);
		const event = { sender: shown.webContents, senderFrame: shown.webContents.mainFrame };
		expect(await ipcMain.receive('invoke', 'underlag:call', event, ['project.explode', {}])).toEqual(refused);
		for (const name of ['constructor', '__proto__', 7, null])
			expect(await ipcMain.receive('invoke', 'underlag:call', event, [name, {}])).toMatchObject({
				ok: false,
				error: { code: 'UNKNOWN_CALL' },
			});
	});

	test('be somebody else: another frame, another window, another address', async () => {
		const refused = { ok: false, error: { code: 'UNKNOWN_CALL', params: { call: 'app.status' } } };
		const fromFrame = await page.evaluate(async () => {
			const frame = document.createElement('iframe');
			document.body.append(frame);
			const inner = frame.contentWindow as (Window & typeof globalThis) | null;
			const reply = await inner?.underlag?.call('app.status', {});
			const chosen = await inner?.underlag?.host.chooseProject();
			frame.remove();
			return { reply, chosen, tried: inner?.underlag !== undefined };
		});
		expect(fromFrame).toEqual({ reply: refused, chosen: null, tried: true });
		expect(dialog.asked).toEqual([]);
		const contents = shown.webContents;
		const strangers = [
			{ sender: {}, senderFrame: contents.mainFrame },
			{ sender: contents, senderFrame: null },
			{ sender: contents, senderFrame: { origin: 'app://underlag', url: 'app://underlag/' } },
		];
		for (const event of strangers) {
			expect(await ipcMain.receive('invoke', 'underlag:call', event, ['app.status', {}])).toEqual(refused);
			expect(await ipcMain.receive('invoke', 'underlag:save-file', event, ['x.txt', new Uint8Array(1)])).toBeNull();
		}
		expect(dialog.asked).toEqual([]);
	});

	test('the channels are these and no more', () => {
		expect([...ipcMain.handlers.keys()].sort()).toEqual([
			'underlag:call',
			'underlag:choose-project',
			'underlag:choose-project-path',
			'underlag:save-file',
			'underlag:set-kiosk',
		]);
		expect([...ipcMain.listeners.keys()]).toEqual(['underlag:cancel']);
		const preload = readFileSync(shown.options.webPreferences?.preload ?? '', 'utf8');
		for (const name of callNames) expect(preload).toContain(`"${name}"`);
	});
});

describe('the work', () => {
	test('a whole call travels: page, preload, main, core, file, and the event back', async () => {
		await page.evaluate(() => {
			window.heard = [];
			window.underlag?.onEvent((event) => window.heard?.push(event));
		});
		const path = join(main.folder, 'hela.underlag');
		expect(await call('project.create', { path, title: 'Hela vägen' })).toEqual({
			ok: true,
			output: { path, title: 'Hela vägen' },
		});
		expect(existsSync(path)).toBe(true);
		await expect.poll(() => page.evaluate(() => window.heard?.map((event) => event.type))).toContain('changed');
		await expect.poll(() => shown.title).toBe('Hela vägen – Underlag');
		expect(shown.represented).toBe(path);
		expect(await call('project.open', { path: join(main.folder, 'ingen.underlag') })).toMatchObject({
			ok: false,
			error: { code: 'FILE_NOT_FOUND' },
		});
	});

	test('a task tells how far it is', async () => {
		await call('project.saveCopy', { path: join(main.folder, 'kopia.underlag') }, 'copying');
		await expect
			.poll(() => page.evaluate(() => window.heard?.filter((event) => event.type === 'progress')))
			.toContainEqual({ type: 'progress', taskId: 'copying', progress: { done: 0, total: 0, step: 'copying' } });
	});

	test('the system’s dialogs are used, and null is never mind', async () => {
		dialog.answer = null;
		expect(await page.evaluate(() => window.underlag?.host.chooseProject())).toBeNull();
		dialog.answer = join(main.folder, 'ny');
		expect(await page.evaluate(() => window.underlag?.host.chooseProjectPath('../../Ny'))).toBe(
			join(main.folder, 'ny.underlag'),
		);
		expect(dialog.asked.at(-1)?.options).toMatchObject({
			defaultPath: join(main.folder, 'Ny.underlag'),
			filters: [{ extensions: ['underlag'] }],
		});
		dialog.answer = join(main.folder, 'rapport.txt');
		const saved = await page.evaluate(() =>
			window.underlag?.host.saveFile('../rapport.txt', new Uint8Array([82, 195, 164])),
		);
		expect(saved).toBe(dialog.answer);
		expect(readFileSync(dialog.answer, 'utf8')).toBe('Rä');
		expect(dialog.asked.at(-1)?.options).toMatchObject({ defaultPath: join(main.folder, 'rapport.txt') });
	});

	test('a file that cannot be written is said, and what was there stays', async () => {
		dialog.answer = join(main.folder, 'ingen-mapp', 'x.txt');
		expect(await page.evaluate(() => window.underlag?.host.saveFile('x.txt', new Uint8Array([1])))).toBeNull();
		expect(dialog.asked.at(-1)).toMatchObject({ kind: 'message', options: { type: 'warning' } });
	});

	test('the menu runs the page’s own commands, in the language of the settings', async () => {
		expect(menuItem('history.undo')).toMatchObject({ label: 'Ångra', registerAccelerator: false });
		menuItem('go.settings')?.click?.();
		await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/settings');
		await call('app.configure', { language: 'en', theme: 'dark' });
		await expect.poll(() => menuItem('history.undo')?.label).toBe('Undo');
		expect(nativeTheme.themeSource).toBe('dark');
		menuItem('go.overview')?.click?.();
		await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#?\/?$/);
	});

	test('every item of the menu is a command that the page has', () => {
		const idsOf = (items: MenuItem[]): string[] =>
			items.flatMap((item) => [item.id ?? '', ...idsOf(item.submenu ?? [])]);
		const folder = inRepository('renderer');
		const page = readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.tsx'))
			.map((name) => readFileSync(join(folder, name), 'utf8'))
			.join('\n');
		const rooms = ['go.overview', 'go.design', 'go.collect', 'go.analyse', 'go.report'];
		const ids = idsOf(Menu.current).filter((id) => id !== '');
		expect(ids).toEqual(expect.arrayContaining(rooms));
		for (const id of ids) if (!rooms.includes(id)) expect(page).toContain(`id: '${id}'`);
	});

	test('the menu’s Undo means the typing while one types', async () => {
		const text = await page.evaluate(() => {
			const field = document.createElement('textarea');
			field.id = 'typing';
			document.body.append(field);
			field.focus();
			return field.value;
		});
		expect(text).toBe('');
		await page.keyboard.type('ord');
		menuItem('history.undo')?.click?.();
		await expect
			.poll(() => page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#typing')?.value))
			.not.toBe('ord');
		await page.evaluate(() => document.querySelector('#typing')?.remove());
	});

	test('a second start shows this window and opens the file it was given', async () => {
		const path = join(main.folder, 'kopia.underlag');
		app.emit('second-instance', {}, ['underlag', '--flag', 'kopia.underlag'], main.folder);
		await expect.poll(() => shown.represented).toBe(path);
		expect(shown.focused).toBe(1);
		app.emit('open-file', { preventDefault: () => undefined }, join(main.folder, 'hela.underlag'));
		await expect.poll(() => shown.represented).toBe(join(main.folder, 'hela.underlag'));
		app.emit('open-file', { preventDefault: () => undefined }, join(main.folder, 'borta.underlag'));
		await expect.poll(() => dialog.asked.at(-1)?.options.message).toContain('borta.underlag');
		expect(shown.represented).toBe(join(main.folder, 'hela.underlag'));
	});

	test('a core that is killed is told of and started again, with the project open', async () => {
		const heard = () => page.evaluate(() => window.heard?.map((event) => event.type));
		const pid = utilityProcess.started.findLast(({ entry }) => entry.includes('core'))?.process.pid;
		process.kill(pid as number, 'SIGKILL');
		await expect.poll(heard).toContain('stopped');
		await expect.poll(heard, { timeout: 10_000 }).toContain('restarted');
		expect(await call('project.get', {})).toMatchObject({ ok: true, output: { title: 'Hela vägen' } });
	});

	test('a foreign file is read by a process of its own with a cap on its memory', async () => {
		await page.evaluate(() =>
			window.underlag?.call('document.import', {
				name: 'a.txt',
				bytes: new TextEncoder().encode('LG: Hej.'),
			}),
		);
		const worker = utilityProcess.started.find(({ entry }) => entry.includes('worker'));
		expect(worker?.options.execArgv).toEqual([expect.stringMatching(/^--max-old-space-size=\d+$/)]);
	});

	test('the log holds names, times and codes, and nothing that a person wrote', () => {
		const log = readFileSync(join(main.dataFolder, 'underlag.log'), 'utf8');
		expect(log).toMatch(/project\.create ok/);
		expect(log).toContain('core stopped');
		for (const word of ['Hela vägen', 'hela.underlag', 'kopia']) expect(log).not.toContain(word);
	});

	test('quitting closes the project first', async () => {
		const exited = new Promise((resolve) => app.once('exited', resolve));
		app.emit('window-all-closed');
		await exited;
		expect(app.exitCode).toBe(0);
		expect(existsSync(join(main.folder, 'hela.underlag-journal'))).toBe(false);
		rmSync(join(main.folder, 'hela.underlag'));
	});
});
