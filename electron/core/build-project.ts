import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Input } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { clearHistory } from '../store/history.ts';
import { openStore } from '../store/open.ts';
import type { Core, CoreOptions } from './create-core.ts';
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
 * core lie in the same folder, so that the person's list of recent projects never names it.
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
	const core = makeCore({ ...ports, dataFolder: folder }, { ...options, scratch: true });
	const call: Call = (name, input) => {
		if (signal.aborted) return Promise.reject(new AppError('CANCELLED', {}));
		return core.call(name, input, { signal });
	};
	try {
		await call('project.create', { ...details, path: file });
		await work(call);
		await core.close();
		finish(file);
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
function finish(file: string): void {
	const store = openStore(file);
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
