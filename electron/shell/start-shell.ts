import { app, type BrowserWindow, Menu, nativeTheme, session } from 'electron';
import { type Messages, messages } from '#shared/i18n/messages.ts';
import type { Core } from '../core/core.ts';
import { openLog } from '../core/log-file.ts';
import { superviseCore } from '../core/supervisor.ts';
import { createRunJob } from '../workers/run-job.ts';
import { channels } from './channels.ts';
import { createDialogs } from './dialogs.ts';
import { forkUtility } from './fork-utility.ts';
import { connectPage } from './ipc.ts';
import { buildMenu } from './menu.ts';
import { servePage } from './page-protocol.ts';
import { places } from './places.ts';
import { printInWindow } from './printing.ts';
import { guardSession } from './session-guard.ts';
import { createWindow } from './window.ts';

export interface Shell {
	core: Core;
	window: () => BrowserWindow | null;
	/** Opens a project that was named outside the page, and says so where it cannot. */
	openProject(path: string): Promise<void>;
	/** Brings the window to the front. */
	show(): void;
	close(): Promise<void>;
}

/** Puts the program together once Electron is ready: core, page, window, menu. */
export async function startShell(dataFolder: string): Promise<Shell> {
	const log = openLog(dataFolder);
	const core = superviseCore({
		fork: forkUtility,
		entry: places.coreChild,
		values: {
			dataFolder,
			resourcesFolder: places.resources,
			documentsFolder: app.getPath('documents'),
			version: app.getVersion(),
			checkOutput: false,
		},
		print: printInWindow,
		runJob: createRunJob(forkUtility, places.workerChild),
		log,
	});
	let text: Messages = messages.sv;
	let window: BrowserWindow | null = null;
	const current = () => window;
	const dialogs = createDialogs(current, () => text, app.getPath('documents'));

	/** What stands around the page follows the settings and the open project. */
	async function follow(): Promise<void> {
		const { language, theme, project } = await core.call('app.status', {});
		text = messages[language];
		nativeTheme.themeSource = theme === 'auto' ? 'system' : theme;
		Menu.setApplicationMenu(buildMenu(text, (id) => window?.webContents.send(channels.command, id)));
		window?.setRepresentedFilename(project?.path ?? '');
		window?.setTitle(project ? `${project.title} – Underlag` : 'Underlag');
	}
	const followed = () => follow().catch(() => log('the menu could not be brought up to date'));

	guardSession(session.defaultSession);
	servePage(session.defaultSession, places.renderer);
	connectPage(core, dialogs, current);
	core.subscribe((event) => {
		if (event.type === 'restarted' || (event.type === 'changed' && /^(app|project)\./.test(event.call)))
			void followed();
	});
	await followed();

	function openWindow(): void {
		const opened = createWindow();
		window = opened;
		opened.on('page-title-updated', (event) => event.preventDefault());
		opened.webContents.on('render-process-gone', (_event, { reason }) => {
			log(`the page ended: ${reason}`);
			if (reason !== 'clean-exit' && !opened.isDestroyed()) opened.reload();
		});
		opened.on('closed', () => {
			window = null;
		});
	}
	openWindow();
	await followed();

	return {
		core,
		window: current,
		async openProject(path) {
			try {
				await core.call('project.open', { path });
			} catch (error) {
				await dialogs.tell(error);
			}
		},
		show() {
			if (!window) return openWindow();
			if (window.isMinimized()) window.restore();
			window.focus();
		},
		close: () => core.close(),
	};
}
