import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import {
	type Browser,
	type BrowserContext,
	chromium,
	type Frame,
	type Page,
	type Request as PageRequest,
	type Route,
} from 'playwright-core';
import { findBrowser } from '../../../electron/browser/find-browser.ts';
import { ipcMain } from './ipc-main.ts';
import { type StandInSession, session } from './session.ts';
import { pack, preloadScript, unpack } from './wire.ts';

/** Chromium knows no `app:` scheme without Electron: in the page it is this address, which no network leads to. */
const pageHost = (name: string) => `https://${name}.app.invalid`;
const inPage = (url: string) => url.replace(/^app:\/\/(\w+)/, (_all, name: string) => pageHost(name));
const inShell = (url: string) => url.replace(/^https:\/\/(\w+)\.app\.invalid/, 'app://$1');

let browser: Promise<Browser> | null = null;
async function launch(): Promise<Browser> {
	const found = await findBrowser();
	if (!found) throw new Error('these tests need a Chromium');
	return chromium.launch({ executablePath: found.executablePath, args: found.args, env: found.env });
}
export async function closeBrowser(): Promise<void> {
	await (await browser)?.close();
	browser = null;
}

interface Options {
	show?: boolean;
	webPreferences?: { session?: StandInSession; preload?: string; javascript?: boolean; [name: string]: unknown };
	[name: string]: unknown;
}

/** A frame as main sees it. */
class StandInFrame {
	readonly frame: Frame;
	constructor(frame: Frame) {
		this.frame = frame;
	}
	get url(): string {
		return inShell(this.frame.url());
	}
	get origin(): string {
		return inShell(URL.canParse(this.frame.url()) ? new URL(this.frame.url()).origin : 'null');
	}
}

export class StandInContents extends EventEmitter {
	readonly session: StandInSession;
	openHandler: ((details: { url: string }) => { action: string }) | null = null;
	readonly owner: BrowserWindow;
	private readonly frames = new Map<Frame, StandInFrame>();

	constructor(owner: BrowserWindow, of: StandInSession) {
		super();
		this.owner = owner;
		this.session = of;
	}
	frameOf(frame: Frame): StandInFrame {
		const found = this.frames.get(frame) ?? new StandInFrame(frame);
		this.frames.set(frame, found);
		return found;
	}
	get mainFrame(): StandInFrame | null {
		return this.owner.openedPage ? this.frameOf(this.owner.openedPage.mainFrame()) : null;
	}
	getURL(): string {
		return inShell(this.owner.openedPage?.url() ?? '');
	}
	setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
		this.openHandler = handler;
	}
	send(channel: string, value: unknown): void {
		const hear = `window.__heard?.(${JSON.stringify(channel)}, ${JSON.stringify(pack(value))})`;
		// A page that is just being left hears nothing, as in Electron.
		this.owner.openedPage?.evaluate(hear).catch(() => undefined);
	}
	executeJavaScript(code: string): Promise<unknown> {
		return this.owner.page().then((page) => page.evaluate(code));
	}
	async printToPDF(how: Record<string, boolean>): Promise<Buffer> {
		const page = await this.owner.page();
		return page.pdf({
			preferCSSPageSize: how.preferCSSPageSize ?? false,
			printBackground: how.printBackground ?? false,
			tagged: how.generateTaggedPDF ?? false,
			outline: how.generateDocumentOutline ?? false,
		});
	}
}

/** A window of real Chromium that does what the shell set on it. */
export class BrowserWindow extends EventEmitter {
	static readonly all: BrowserWindow[] = [];
	readonly options: Options;
	readonly webContents: StandInContents;
	openedPage: Page | null = null;
	title = '';
	represented = '';
	kiosk = false;
	shown = false;
	focused = 0;
	reloads = 0;
	private loading = false;
	private destroyed = false;
	private readonly opening: Promise<Page>;

	constructor(options: Options) {
		super();
		this.options = options;
		this.webContents = new StandInContents(this, options.webPreferences?.session ?? session.defaultSession);
		BrowserWindow.all.push(this);
		this.opening = this.open();
		// Seen where it is awaited.
		this.opening.catch(() => undefined);
	}

	page(): Promise<Page> {
		return this.opening;
	}

	private async open(): Promise<Page> {
		browser ??= launch();
		const { preload, javascript } = this.options.webPreferences ?? {};
		const context = await (await browser).newContext({
			viewport: { width: 1280, height: 800 },
			javaScriptEnabled: javascript !== false,
		});
		await this.wire(context);
		if (preload) await context.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) });
		const page = await context.newPage();
		this.openedPage = page;
		context.on('page', (popup) => {
			// What Chromium opened asks the shell afterwards here, before in Electron; nothing of it is loaded either way.
			if (this.webContents.openHandler?.({ url: popup.url() }).action === 'deny') void popup.close();
		});
		return page;
	}

	private async wire(context: BrowserContext): Promise<void> {
		await context.exposeBinding('__main', async ({ frame }, how: 'invoke' | 'send', channel: string, args: string) => {
			const event = { sender: this.webContents, senderFrame: this.webContents.frameOf(frame) };
			return pack((await ipcMain.receive(how, channel, event, unpack(args) as unknown[])) ?? null);
		});
		await context.route('**/*', (route) => this.answer(route));
	}

	/** The way of a request through the shell: first may it go there, then may it leave at all, then who answers. */
	private async answer(route: Route): Promise<void> {
		const request = route.request();
		const url = inShell(request.url());
		if (request.isNavigationRequest() && !this.loading) {
			const isMainFrame = this.isMainFrame(request);
			// The first request of a window that Chromium has opened, before it has a frame.
			if (isMainFrame === null) {
				if (this.webContents.openHandler?.({ url }).action === 'deny') return route.abort('aborted');
			} else if (this.prevents(url, isMainFrame)) return route.abort('aborted');
		}
		if (!(await this.webContents.session.lets(url))) return route.abort('blockedbyclient');
		const handle = this.webContents.session.handlers.get(new URL(url).protocol.slice(0, -1));
		if (!handle) return route.abort('failed');
		const response = await handle(new Request(url, { method: request.method() }));
		const body = Buffer.from(await response.arrayBuffer());
		await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
	}

	private isMainFrame(request: PageRequest): boolean | null {
		try {
			return request.frame() === this.openedPage?.mainFrame();
		} catch {
			return null;
		}
	}

	/** Whether the shell says no to a navigation that the page began. */
	private prevents(url: string, isMainFrame: boolean): boolean {
		let prevented = false;
		const preventDefault = () => {
			prevented = true;
		};
		this.webContents.emit('will-frame-navigate', { url, isMainFrame, preventDefault });
		if (isMainFrame) this.webContents.emit('will-navigate', { url, preventDefault }, url);
		return prevented;
	}

	async loadURL(url: string): Promise<void> {
		const page = await this.opening;
		this.loading = true;
		try {
			await page.goto(inPage(url));
		} finally {
			this.loading = false;
		}
		this.emit('ready-to-show');
	}

	reload(): void {
		this.reloads++;
	}
	show(): void {
		this.shown = true;
	}
	focus(): void {
		this.focused++;
	}
	isMinimized(): boolean {
		return false;
	}
	restore(): void {}
	setTitle(title: string): void {
		this.title = title;
	}
	setKiosk(on: boolean): void {
		this.kiosk = on;
	}
	setRepresentedFilename(path: string): void {
		this.represented = path;
	}
	isDestroyed(): boolean {
		return this.destroyed;
	}
	destroy(): void {
		this.destroyed = true;
		void this.openedPage?.context().close();
		this.emit('closed');
	}
}
