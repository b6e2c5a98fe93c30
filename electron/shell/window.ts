import { BrowserWindow } from 'electron';
import { pageAddress, pageOrigin } from './page-protocol.ts';
import { places } from './places.ts';

/** The program's window: a sandboxed page without Node, which can neither leave its address nor open another. */
export function createWindow(): BrowserWindow {
	const window = new BrowserWindow({
		width: 1360,
		height: 860,
		minWidth: 720,
		minHeight: 560,
		show: false,
		title: 'Underlag',
		icon: places.icon,
		webPreferences: {
			preload: places.preload,
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			nodeIntegrationInWorker: false,
			nodeIntegrationInSubFrames: false,
			webSecurity: true,
			allowRunningInsecureContent: false,
			experimentalFeatures: false,
			webviewTag: false,
			navigateOnDragDrop: false,
			spellcheck: false,
			v8CacheOptions: 'code',
		},
	});
	const { webContents } = window;
	const stay = (event: { preventDefault: () => void }, url: string) => {
		if (!url.startsWith(`${pageOrigin}/`)) event.preventDefault();
	};
	webContents.on('will-navigate', stay);
	webContents.on('will-redirect', stay);
	webContents.on('will-frame-navigate', (event) => {
		if (!event.isMainFrame) event.preventDefault();
	});
	webContents.on('will-attach-webview', (event) => event.preventDefault());
	webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
	window.once('ready-to-show', () => window.show());
	void window.loadURL(pageAddress);
	return window;
}
