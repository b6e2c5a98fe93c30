import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FoundBrowser } from '../browser/find-browser.ts';

/** A window of a browser without its bars. */
export interface AppWindow {
	/** Resolves when the window is closed; false if it never came up. */
	closed: Promise<boolean>;
	close(): void;
}

/** Quiet, and without the person's own extensions: what is shown here stays here. */
const switches = [
	'--no-first-run',
	'--no-default-browser-check',
	'--disable-extensions',
	'--disable-sync',
	'--disable-background-mode',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-domain-reliability',
	'--no-pings',
	'--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication',
	'--password-store=basic',
	'--use-mock-keychain',
	'--window-size=1360,860',
	// Its own talk with its maker ends here too: all but this machine's own addresses goes to a port where nobody listens.
	'--proxy-server=127.0.0.1:9',
];

/** Nothing that the page shows may be offered to a service: no translation, no spelling service, no saved passwords or addresses. */
const preferences = {
	translate: { enabled: false },
	search: { suggest_enabled: false },
	spellcheck: { use_spelling_service: false },
	browser: { enable_spellchecking: false },
	credentials_enable_service: false,
	autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
	safebrowsing: { enabled: false },
	signin: { allowed: false },
	net: { network_prediction_options: 2 },
};

/** Whether this machine can show a window at all. */
export function hasScreen(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): boolean {
	return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Opens `address` as an app window of `browser`, in a profile of its own that is removed when the window closes.
 * @param windows how many windows are connected: on macOS a browser goes on without any, and is ended then
 */
export function openAppWindow(browser: FoundBrowser, address: string, windows: () => number): AppWindow {
	const profile = mkdtempSync(join(tmpdir(), 'underlag-window-'));
	mkdirSync(join(profile, 'Default'));
	writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
	const child = spawn(
		browser.executablePath,
		[...browser.args, ...switches, `--user-data-dir=${profile}`, `--app=${address}`],
		{
			stdio: 'ignore',
			env: browser.env,
		},
	);
	let seen = false;
	let emptySince = 0;
	const watch = setInterval(() => {
		if (windows() > 0) {
			seen = true;
			emptySince = 0;
		} else if (seen && process.platform === 'darwin') {
			emptySince ||= Date.now();
			// A reload leaves it empty for a moment.
			if (Date.now() - emptySince > 5_000) child.kill();
		}
	}, 200);
	const closed = new Promise<boolean>((resolve) => {
		const ended = (cameUp: boolean) => {
			clearInterval(watch);
			rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
			resolve(cameUp);
		};
		child.on('error', () => ended(false));
		child.on('exit', () => ended(seen));
	});
	return { closed, close: () => void child.kill() };
}

/** What a person calls it. */
export function browserName({ executablePath }: FoundBrowser): string {
	const file = basename(executablePath.replaceAll('\\', '/')).toLowerCase();
	if (file.includes('edge')) return 'Edge';
	return file.includes('chromium') ? 'Chromium' : 'Chrome';
}
