import { type Browser, chromium } from 'playwright-core';
import { parentPort } from '../workers/fork.ts';
import type { FoundBrowser } from './find-browser.ts';

/** What the process that prints is asked to do, once. `null` asks it to end. */
export interface PrintTask {
	html: string;
	browser: FoundBrowser;
}
/** `failed` is an error's name, never what was printed; `noBrowser`: the browser could not even be started. */
export type PrintReply = { pdf: Uint8Array } | { failed: string } | { noBrowser: string };

/** Answered from memory: no server is behind it. */
const address = 'https://print.invalid/';
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

const port = parentPort();
port.onMessage(async (message) => {
	// The end: at its exit playwright kills the browser and removes its files.
	if (message === null) process.exit(0);
	const { html, browser: found } = message as PrintTask;
	let browser: Browser;
	try {
		browser = await launch(found);
	} catch (error) {
		return port.send({ noBrowser: nameOf(error) } satisfies PrintReply);
	}
	try {
		port.send({ pdf: await print(browser, html) } satisfies PrintReply);
	} catch (error) {
		port.send({ failed: nameOf(error) } satisfies PrintReply);
	}
});

async function print(browser: Browser, html: string): Promise<Uint8Array> {
	try {
		const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: 'block' });
		await context.route('**/*', (route) =>
			route.request().url() === address
				? route.fulfill({
						body: html,
						contentType: 'text/html; charset=utf-8',
						headers: { 'Content-Security-Policy': policy },
					})
				: route.abort(),
		);
		const page = await context.newPage();
		await page.goto(address, { waitUntil: 'load' });
		const pdf = await page.pdf({
			preferCSSPageSize: true,
			format: 'A4',
			printBackground: true,
			tagged: true,
			outline: true,
		});
		return new Uint8Array(pdf);
	} finally {
		await browser.close();
	}
}

/** Its sandbox stays on where the system allows one; in a container it may not, and the page has neither script nor network. */
async function launch({ executablePath, args, env }: FoundBrowser): Promise<Browser> {
	const options = {
		executablePath,
		env: { ...env, TMPDIR: process.env.TMPDIR ?? env.TMPDIR ?? '' },
		args: [...args, '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND'],
	};
	if (args.includes('--no-sandbox')) return chromium.launch(options);
	try {
		return await chromium.launch({ ...options, chromiumSandbox: true });
	} catch {
		return chromium.launch({ ...options, chromiumSandbox: false });
	}
}

function nameOf(error: unknown): string {
	return error instanceof Error ? error.name : 'Error';
}
