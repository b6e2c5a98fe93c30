import { resolve } from 'node:path';
import { app } from 'electron';
import { dataFolder } from '../launch/folders.ts';
import { declarePageScheme } from './page-protocol.ts';
import { projectIn } from './project-argument.ts';
import { runSmoke } from './smoke.ts';
import { type Shell, startShell } from './start-shell.ts';

/** Electron's entry: one program at a time, which opens the projects it is handed and ends with its window. */
const smoke = process.argv.includes('--smoke');
app.setName('Underlag');
app.setPath('userData', dataFolder());
app.enableSandbox();
declarePageScheme();

let shell: Shell | null = null;
let waiting = projectIn(process.argv, process.cwd());

function open(path: string): void {
	if (shell) void shell.openProject(path);
	else waiting = path;
}

// A second start hands its arguments to the first and ends.
const first = smoke || app.requestSingleInstanceLock();
if (!first) app.exit(0);
app.on('second-instance', (_event, argv, folder) => {
	shell?.show();
	const path = projectIn(argv, folder);
	if (path) open(path);
});
// macOS hands files over this way, also before the program is ready.
app.on('open-file', (event, path) => {
	event.preventDefault();
	open(resolve(path));
});
app.on('web-contents-created', (_event, contents) => {
	contents.on('will-attach-webview', (event) => event.preventDefault());
});
app.on('activate', () => shell?.show());
app.on('window-all-closed', () => app.quit());

let closed = false;
app.on('before-quit', (event) => {
	if (closed || !shell) return;
	event.preventDefault();
	void shell.close().finally(() => {
		closed = true;
		app.quit();
	});
});

async function start(): Promise<void> {
	if (!first) return;
	if (smoke) return runSmoke();
	shell = await startShell(dataFolder());
	if (waiting) await shell.openProject(waiting);
}

// Not awaited here: Electron is ready only once this file has been run to its end.
app
	.whenReady()
	.then(start)
	.catch((error: unknown) => {
		process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'could not start'}\n`);
		app.exit(1);
	});
