import { resolve } from 'node:path';
import { buildElectron } from './build-electron.ts';
import { buildForm } from './build-form.ts';
import { buildRenderer } from './build-renderer.ts';
import { findElectron } from './electron-runtime.ts';
import { startInBrowser } from './start-in-browser.ts';
import { startInElectron } from './start-in-electron.ts';

/** `npm start [PROJECT.underlag]`: the program in Electron where there is one, else in a window of the machine's browser. */
const [given] = process.argv.slice(2);
// npm runs this in the repository, wherever it was called.
const project = given === undefined ? null : resolve(process.env.INIT_CWD ?? process.cwd(), given);

const [rendererFolder, electron] = await Promise.all([buildRenderer(), findElectron(), buildForm()]);
let started = false;
if (electron) {
	await buildElectron();
	started = await startInElectron(electron, project);
}
if (!started) await startInBrowser(rendererFolder, project);
