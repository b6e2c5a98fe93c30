import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRepository } from './folders.ts';

/** How long its fetching may keep a person waiting. */
const patience = 8_000;

/**
 * The Electron executable, if the package has its runtime or gets it within a few seconds; else null. Never through the package's own entry,
 * which downloads without a bound.
 */
export async function findElectron(): Promise<string | null> {
	const folder = dirname(inRepository('node_modules/electron/package.json'));
	const present = executableIn(folder);
	if (present) return present;
	if (!existsSync(join(folder, 'install.js'))) return null;
	await fetchRuntime(join(folder, 'install.js'));
	return executableIn(folder);
}

function executableIn(folder: string): string | null {
	const note = join(folder, 'path.txt');
	if (!existsSync(note)) return null;
	const executable = join(folder, 'dist', readFileSync(note, 'utf8').trim());
	return existsSync(executable) ? executable : null;
}

function fetchRuntime(script: string): Promise<void> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [script], { stdio: 'ignore' });
		const timer = setTimeout(() => child.kill('SIGKILL'), patience);
		const done = () => {
			clearTimeout(timer);
			resolve();
		};
		child.on('error', done);
		child.on('exit', done);
	});
}
