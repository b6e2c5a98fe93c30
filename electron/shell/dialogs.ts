import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { AppError } from '#shared/contract/errors.ts';
import { errorText } from '#shared/i18n/error-text.ts';
import type { Messages } from '#shared/i18n/messages.ts';

/** The system's own dialogs. `null` is "never mind". */
export interface Dialogs {
	chooseProject(): Promise<string | null>;
	chooseProjectPath(suggestedName: string): Promise<string | null>;
	saveFile(name: string, bytes: Uint8Array): Promise<string | null>;
	/** Says a refusal that came from outside the page, such as a file opened from the desktop. */
	tell(error: unknown): Promise<void>;
}

const ending = '.underlag';

/** @param text the words in the language that holds at the moment */
export function createDialogs(
	current: () => BrowserWindow | null,
	text: () => Messages,
	documentsFolder: string,
): Dialogs {
	const filters = () => [{ name: text().shell.dialogs.projectFiles, extensions: [ending.slice(1)] }];
	const over = async <T>(withWindow: (window: BrowserWindow) => Promise<T>, without: () => Promise<T>) => {
		const window = current();
		return window ? withWindow(window) : without();
	};
	const askToSave = async (options: Electron.SaveDialogOptions) => {
		const { canceled, filePath } = await over(
			(window) => dialog.showSaveDialog(window, options),
			() => dialog.showSaveDialog(options),
		);
		return canceled || !filePath ? null : filePath;
	};

	async function saveFile(name: string, bytes: Uint8Array): Promise<string | null> {
		const type = extname(name).slice(1);
		const path = await askToSave({
			title: text().shell.dialogs.saveFile,
			defaultPath: join(documentsFolder, basename(name)),
			...(type ? { filters: [{ name: type.toUpperCase(), extensions: [type] }] } : {}),
		});
		if (path === null) return null;
		try {
			await writeWhole(path, bytes);
			return path;
		} catch (error) {
			await tell(new AppError('FILE_NOT_WRITABLE', { path }, error));
			return null;
		}
	}

	async function tell(error: unknown): Promise<void> {
		const known = error instanceof AppError ? error : new AppError('INTERNAL', { logId: 'shell' }, error);
		const { happened, safe, next } = errorText(known, text());
		const options = { type: 'warning' as const, message: happened, detail: `${safe}\n${next}` };
		await over(
			(window) => dialog.showMessageBox(window, options),
			() => dialog.showMessageBox(options),
		);
	}

	return {
		async chooseProject() {
			const options: Electron.OpenDialogOptions = {
				title: text().shell.dialogs.openProject,
				defaultPath: documentsFolder,
				filters: filters(),
				properties: ['openFile'],
			};
			const { canceled, filePaths } = await over(
				(window) => dialog.showOpenDialog(window, options),
				() => dialog.showOpenDialog(options),
			);
			return canceled ? null : (filePaths[0] ?? null);
		},
		async chooseProjectPath(suggestedName) {
			const name = basename(suggestedName);
			const path = await askToSave({
				title: text().shell.dialogs.newProject,
				defaultPath: join(documentsFolder, name.endsWith(ending) ? name : `${name}${ending}`),
				filters: filters(),
				properties: ['createDirectory', 'showOverwriteConfirmation'],
			});
			return path === null || path.endsWith(ending) ? path : `${path}${ending}`;
		},
		saveFile,
		tell,
	};
}

/** Beside its place first, so that a write that fails leaves what was there. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
	const beside = `${path}.${randomUUID().slice(0, 8)}.part`;
	try {
		await writeFile(beside, bytes);
		await rename(beside, path);
	} catch (error) {
		await rm(beside, { force: true });
		throw error;
	}
}
