import { BrowserWindow, session } from 'electron';
import { AppError } from '#shared/contract/errors.ts';
import type { Ports } from '../core/ports.ts';

const scheme = 'app';
const address = `${scheme}://print/`;
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
let count = 0;

/** Prints in a window that nobody sees, without script and network, in a session of its own that is forgotten with it. */
export const printInWindow: Ports['print'] = async ({ html }, { signal, onProgress }) => {
	onProgress({ done: 0, total: 0, step: 'printing' });
	if (signal.aborted) throw new AppError('CANCELLED', {});
	const partition = session.fromPartition(`print-${++count}`);
	partition.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
	partition.setPermissionCheckHandler(() => false);
	partition.webRequest.onBeforeRequest(({ url }, decide) =>
		decide({ cancel: url !== address && !url.startsWith('data:') }),
	);
	partition.protocol.handle(scheme, () => {
		const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy };
		return new Response(html, { headers });
	});
	const window = new BrowserWindow({
		show: false,
		webPreferences: {
			session: partition,
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			webSecurity: true,
			javascript: false,
			images: true,
			webgl: false,
			spellcheck: false,
		},
	});
	window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
	window.webContents.on('will-navigate', (event) => event.preventDefault());
	const stop = () => window.destroy();
	signal.addEventListener('abort', stop, { once: true });
	try {
		await window.loadURL(address);
		const pdf = await window.webContents.printToPDF({
			preferCSSPageSize: true,
			printBackground: true,
			generateTaggedPDF: true,
			generateDocumentOutline: true,
		});
		if (signal.aborted) throw new AppError('CANCELLED', {});
		return new Uint8Array(pdf);
	} catch (error) {
		if (signal.aborted) throw new AppError('CANCELLED', {}, error);
		throw error;
	} finally {
		signal.removeEventListener('abort', stop);
		if (!window.isDestroyed()) window.destroy();
		partition.protocol.unhandle(scheme);
	}
};
