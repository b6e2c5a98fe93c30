import { spawn } from 'node:child_process';
import { inRepository } from './folders.ts';

/** An end this soon, with a failure, is an Electron that this system does not let start: no screen, no sandbox. */
const tooSoon = 5_000;

/**
 * Runs the program in Electron until it ends.
 * @returns false when it could not start at all
 */
export function startInElectron(executable: string, project: string | null): Promise<boolean> {
	const { ELECTRON_RUN_AS_NODE: _unwanted, ...env } = process.env;
	const started = Date.now();
	return new Promise((resolve) => {
		const child = spawn(executable, [inRepository(''), ...(project === null ? [] : [project])], {
			stdio: 'ignore',
			env,
		});
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill('SIGTERM'));
		child.on('error', () => resolve(false));
		child.on('exit', (status, signal) =>
			resolve(signal === 'SIGTERM' || status === 0 || Date.now() - started > tooSoon),
		);
	});
}
