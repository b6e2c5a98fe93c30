import { AppError } from '#shared/contract/errors.ts';
import { errorText } from '#shared/i18n/error-text.ts';
import { messages } from '#shared/i18n/messages.ts';
import { findMachineBrowser } from '../browser/find-browser.ts';
import { type Loopback, startLoopback } from '../browser/start-loopback.ts';
import { openLog } from '../core/log-file.ts';
import { openSettings } from '../core/settings.ts';
import { type AppWindow, browserName, hasScreen, openAppWindow } from './app-window.ts';
import { dataFolder, documentsFolder, inRepository, programVersion } from './folders.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Runs the program from the loopback shell: as an app window of the machine's browser, or at an address that is printed where there is none.
 * Ends with the window, or at Ctrl+C.
 * @param project the file to open, or null
 */
export async function startInBrowser(rendererFolder: string, project: string | null): Promise<void> {
	const text = messages[openSettings(dataFolder()).get().language];
	const loopback = await startLoopback({
		dataFolder: dataFolder(),
		resourcesFolder: inRepository('resources'),
		rendererFolder,
		documentsFolder: documentsFolder(),
		version: programVersion(),
		log: openLog(dataFolder()),
	});
	let window: AppWindow | null = null;
	const asked = new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
	});
	if (project !== null) await openProject(loopback, project, text);
	const browser = hasScreen() ? findMachineBrowser() : null;
	if (browser) {
		say(text.shell.start.noElectron(browserName(browser)));
		window = openAppWindow(browser, loopback.entrance(), loopback.windows);
		const cameUp = await Promise.race([window.closed, asked.then(() => true)]);
		if (!cameUp) await atAddress(text.shell.start.browserFailed);
	} else await atAddress(text.shell.start.noBrowser);
	window?.close();
	await loopback.close();
	await window?.closed;

	function atAddress(why: string): Promise<void> {
		say(why);
		say(`  ${loopback.url}`);
		say(text.shell.start.stop);
		return asked;
	}
}

/** Opens the file that was named, or says why not; the window then shows its start page. */
async function openProject(loopback: Loopback, path: string, text: (typeof messages)['sv']): Promise<void> {
	try {
		await loopback.core.call('project.open', { path });
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		const { happened, safe, next } = errorText(error, text);
		say(`${happened} ${safe} ${next}`);
	}
}
