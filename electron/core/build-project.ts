import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Input } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { clearHistory } from '../store/history.ts';
import { openStore } from '../store/open.ts';
import { runHere } from '../workers/run-here.ts';
import type { Core, CoreOptions } from './core.ts';
import type { Call } from './handlers.ts';
import type { Ports } from './ports.ts';

interface Setup {
	ports: Ports;
	signal: AbortSignal;
	makeCore: (ports: Ports, options: CoreOptions) => Core;
	options: CoreOptions;
}

/**
 * Makes a project file through a core of its own, in a folder beside `path`, and moves it there once it is whole. The settings of that
 * core lie in the same folder, so that the person's list of recent projects never names it. Only for files that the program itself brings:
 * they are read in this process, which spares a start of a worker for each.
 * @throws AppError FILE_EXISTS, FILE_NOT_WRITABLE, CANCELLED, and whatever `work` throws; nothing is left behind then
 */
export async function buildProject(
	{ ports, signal, makeCore, options }: Setup,
	path: string,
	details: Omit<Input<'project.create'>, 'path'>,
	work: (call: Call) => Promise<void>,
): Promise<void> {
	if (existsSync(path)) throw new AppError('FILE_EXISTS', { path });
	const folder = makeFolder(path);
	const file = join(folder, 'made.underlag');
	const core = makeCore({ ...ports, dataFolder: folder, runJob: runHere }, { ...options, scratch: true });
	const call: Call = async (name, input) => {
		// Lets other calls, and the word that nobody waits any more, come in between.
		await setImmediate();
		if (signal.aborted) throw new AppError('CANCELLED', {});
		return core.call(name, input, { signal });
	};
	try {
		await call('project.create', { ...details, path: file });
		await work(call);
		await core.close();
		finish(file, details.passphrase);
		if (signal.aborted) throw new AppError('CANCELLED', {});
		if (existsSync(path)) throw new AppError('FILE_EXISTS', { path });
		move(file, path);
	} finally {
		await core.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

function makeFolder(path: string): string {
	try {
		return mkdtempSync(join(dirname(path), '.underlag-'));
	} catch (error) {
		throw new AppError('FILE_NOT_WRITABLE', { path }, error);
	}
}

/** The making itself is nothing to undo. What was not waited for on the way is waited for now. */
function finish(file: string, passphrase: string | undefined): void {
	const store = openStore(file, { passphrase });
	clearHistory(store.db);
	store.close();
	const open = openSync(file, 'r+');
	fsyncSync(open);
	closeSync(open);
}

function move(file: string, path: string): void {
	try {
		renameSync(file, path);
	} catch (error) {
		throw new AppError('FILE_NOT_WRITABLE', { path }, error);
	}
}
