import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { unpackBrowser } from './unpacked-browser.ts';

/** A browser of the Chromium family, and how to start it. */
export interface FoundBrowser {
	executablePath: string;
	/** What its start needs on this machine, before arguments of one's own. */
	args: string[];
	/** The whole environment to start it with. */
	env: Record<string, string>;
	/** `machine`: one the person has, which can show windows. `package`: the one that came as a package, which has none. */
	kind: 'machine' | 'package';
}

const inPath = [
	'google-chrome-stable',
	'google-chrome',
	'microsoft-edge-stable',
	'microsoft-edge',
	'chromium',
	'chromium-browser',
];
const onMac = [
	'Google Chrome.app/Contents/MacOS/Google Chrome',
	'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	'Chromium.app/Contents/MacOS/Chromium',
];
const onWindows = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** Where a browser may lie on this system, likeliest first. `UNDERLAG_BROWSER` names one outright. */
export function browserPlaces(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform) {
	const named = env.UNDERLAG_BROWSER;
	if (named) return [named];
	if (platform === 'win32') {
		const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((one) => one !== undefined);
		return onWindows.flatMap((path) => roots.map((root) => `${root}\\${path}`));
	}
	if (platform === 'darwin') {
		const roots = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])];
		return onMac.flatMap((path) => roots.map((root) => join(root, path)));
	}
	const folders = (env.PATH ?? '').split(delimiter).filter((one) => one !== '');
	return inPath.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The machine's own Chrome, Edge or Chromium; null where there is none. */
export function findMachineBrowser(): FoundBrowser | null {
	const executablePath = browserPlaces().find(canRun);
	if (!executablePath) return null;
	// Chromium refuses to be root's with its sandbox on.
	const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	return { executablePath, args, env: environment(), kind: 'machine' };
}

/** The machine's browser, else the one that came as a package (Linux x64 and arm64 only); null where neither runs. */
export async function findBrowser(): Promise<FoundBrowser | null> {
	const own = findMachineBrowser();
	if (own) return own;
	const unpacked = await unpackBrowser();
	if (!unpacked) return null;
	return {
		executablePath: unpacked.executablePath,
		args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-zygote'],
		env: { ...environment(), ...unpacked.env },
		kind: 'package',
	};
}

function canRun(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function environment(): Record<string, string> {
	return Object.fromEntries(Object.entries(process.env).filter((one): one is [string, string] => one[1] !== undefined));
}
