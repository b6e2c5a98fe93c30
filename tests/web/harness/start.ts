import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { CallName, Input, Output } from '#shared/contract/calls.ts';
import { findBrowser } from '../../../electron/browser/find-browser.ts';
import { type Loopback, startLoopback } from '../../../electron/browser/start-loopback.ts';
import { inRepository } from '../../../electron/launch/folders.ts';
import { forkNode } from '../../../electron/workers/fork.ts';
import { takePicture } from './picture.ts';

export type Size = '1280x800' | '1920x1080' | '900x700' | '640x720';
export interface Look {
	language?: 'sv' | 'en';
	theme?: 'light' | 'dark';
	size?: Size;
}

/** The whole program with a window on it: real core in its own process, real loopback shell, real Chromium. */
export interface Program {
	page: Page;
	loopback: Loopback;
	/** The folder that the program's file chooser opens in; gone after `close`. */
	folder: string;
	/** What went wrong in the page without being caught, and what it asked for that was refused. A test asserts that it is empty. */
	faults: string[];
	/** Arranges or reads data through the real core. */
	call: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>;
	/** Goes to a view by its address ("/analyse/round/1"), as a link would. */
	goTo: (path: string) => Promise<void>;
	/** Sets language, theme and size, and waits until the page shows them. */
	setLook: (look: Look) => Promise<void>;
	/** Sets the look and takes the picture NAME-sv-light-1280x800.png. */
	screenshot: (name: string, look?: Look) => Promise<void>;
	/** Ends the core's process as a crash would. */
	killCore: () => void;
	close: () => Promise<void>;
}

/** Starts it without a project, in Swedish, light, 1280 × 800. `project` makes one and opens it; `rendererFolder` is another build. */
export async function startProgram(options: { project?: string; rendererFolder?: string } = {}): Promise<Program> {
	const folder = mkdtempSync(join(tmpdir(), 'underlag-web-'));
	const documents = join(folder, 'documents');
	mkdirSync(documents);
	const ends: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
	const close = async () => {
		for (const end of ends.toReversed()) await end();
	};
	try {
		let core: ReturnType<typeof forkNode> | undefined;
		const loopback = await startLoopback({
			dataFolder: join(folder, 'data'),
			resourcesFolder: inRepository('resources'),
			rendererFolder: options.rendererFolder ?? inRepository('dist/renderer'),
			documentsFolder: documents,
			version: '0.0.0-test',
			checkOutput: true,
			fork: (entry, ...rest) => {
				const forked = forkNode(entry, ...rest);
				if (entry.includes('core')) core = forked;
				return forked;
			},
		});
		ends.push(() => loopback.close());
		await loopback.core.call('app.configure', { language: 'sv', theme: 'light' });
		if (options.project) {
			const path = join(documents, `${options.project}.underlag`);
			await loopback.core.call('project.create', { path, title: options.project, language: 'sv' });
		}
		const browser = await openBrowser();
		ends.push(() => browser.close());
		const context = await browser.newContext({
			viewport: { width: 1280, height: 800 },
			locale: 'sv-SE',
			// Nothing is waited for that only moves.
			reducedMotion: 'reduce',
			acceptDownloads: true,
		});
		const page = await context.newPage();
		page.setDefaultTimeout(30_000);
		const faults = watchFaults(page);
		await page.goto(loopback.url);
		await page.getByRole('main').waitFor();
		return { page, loopback, folder: documents, faults, close, killCore: () => core?.kill(), ...drive(page, loopback) };
	} catch (error) {
		await close();
		throw error;
	}
}

async function openBrowser(): Promise<Browser> {
	const found = await findBrowser();
	if (!found) throw new Error('these tests need a Chromium, and neither the machine nor the packages have one');
	const { executablePath, args, env } = found;
	return chromium.launch({ executablePath, args: [...args, '--font-render-hinting=none'], env, headless: true });
}

function watchFaults(page: Page): string[] {
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(`${error.name}: ${error.message}`));
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(message.text());
	});
	return faults;
}

function drive(page: Page, { core }: Loopback): Pick<Program, 'call' | 'goTo' | 'setLook' | 'screenshot'> {
	let wanted: Required<Look> = { language: 'sv', theme: 'light', size: '1280x800' };
	const setLook = async (look: Look) => {
		wanted = { ...wanted, ...look };
		const [width = 1280, height = 800] = wanted.size.split('x').map(Number);
		await page.setViewportSize({ width, height });
		await core.call('app.configure', { language: wanted.language, theme: wanted.theme });
		await page
			.locator(`html[lang="${wanted.language}"][data-mantine-color-scheme="${wanted.theme}"]`)
			.waitFor({ state: 'attached' });
	};
	return {
		call: (name, input) => core.call(name, input),
		async goTo(path) {
			await page.evaluate((address) => {
				window.location.hash = address;
			}, path);
			await page.getByRole('heading', { level: 1 }).first().waitFor();
		},
		setLook,
		async screenshot(name, look = {}) {
			await setLook(look);
			const { language, theme, size } = wanted;
			await takePicture(page, `${name}-${language}-${theme}-${size}`);
		},
	};
}
