import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Reply } from '#shared/contract/bridge.ts';
import { isCallName } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Core } from '../core/core.ts';
import { channels } from './channels.ts';
import type { Dialogs } from './dialogs.ts';
import { pageOrigin } from './page-protocol.ts';

/** Carries the page's calls to the core and the core's events to the page. Only the program's own page, in its own main frame, is heard. */
export function connectPage(core: Core, dialogs: Dialogs, current: () => BrowserWindow | null): void {
	const tasks = new Map<string, AbortController>();
	const isOurs = (event: IpcMainInvokeEvent | IpcMainEvent) => {
		const frame = event.senderFrame;
		const contents = current()?.webContents;
		return (
			frame !== null &&
			contents !== undefined &&
			event.sender === contents &&
			frame === contents.mainFrame &&
			frame.origin === pageOrigin
		);
	};
	const tell = (channel: string, value: unknown) => {
		const window = current();
		if (window && !window.isDestroyed()) window.webContents.send(channel, value);
	};
	core.subscribe((event) => tell(channels.event, event));

	ipcMain.handle(channels.call, async (event, name: unknown, input: unknown, taskId: unknown): Promise<Reply> => {
		const task = typeof taskId === 'string' ? taskId : null;
		const control = new AbortController();
		try {
			if (!isOurs(event) || !isCallName(name)) throw new AppError('UNKNOWN_CALL', { call: String(name).slice(0, 100) });
			if (task) tasks.set(task, control);
			const output = await core.call(name, input as never, {
				signal: control.signal,
				onProgress: (progress) => {
					if (task) tell(channels.event, { type: 'progress', taskId: task, progress });
				},
			});
			return { ok: true, output };
		} catch (error) {
			const known = error instanceof AppError ? error : new AppError('INTERNAL', { logId: 'shell' }, error);
			return { ok: false, error: known.toData() };
		} finally {
			if (task && tasks.get(task) === control) tasks.delete(task);
		}
	});
	ipcMain.on(channels.cancel, (event, taskId: unknown) => {
		if (isOurs(event) && typeof taskId === 'string') tasks.get(taskId)?.abort();
	});
	ipcMain.handle(channels.chooseProject, (event) => (isOurs(event) ? dialogs.chooseProject() : null));
	ipcMain.handle(channels.chooseProjectPath, (event, name: unknown) =>
		isOurs(event) ? dialogs.chooseProjectPath(String(name)) : null,
	);
	ipcMain.handle(channels.saveFile, (event, name: unknown, bytes: unknown) =>
		isOurs(event) && bytes instanceof Uint8Array ? dialogs.saveFile(String(name), bytes) : null,
	);
	ipcMain.handle(channels.setKiosk, (event, on: unknown) => {
		if (isOurs(event)) current()?.setKiosk(on === true);
	});
}
