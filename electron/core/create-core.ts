import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { type CallName, calls, isCallName, type Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import { refuseTooLarge } from '#shared/contract/files.ts';
import { isCallInKiosk } from '#shared/contract/kiosk.ts';
import type { CallSpec } from '#shared/contract/kit.ts';
import { createStore } from '../store/create.ts';
import { eraseForGood } from '../store/erase.ts';
import { asFileError } from '../store/file-errors.ts';
import { projectFile } from '../store/file-kind.ts';
import { runStep } from '../store/history.ts';
import { type KeyFile, keyFile } from '../store/key-file.ts';
import { kioskRound } from '../store/kiosk.ts';
import { openStore, type Store } from '../store/open.ts';
import { buildProject } from './build-project.ts';
import type { CallOptions, Core, CoreOptions } from './core.ts';
import type { AppContext, AppTaskContext, ProjectContext, TaskContext } from './handlers.ts';
import type { Ports } from './ports.ts';
import { handlers } from './registry.ts';
import { openSettings } from './settings.ts';

/** Makes the core: the router that parses, times and logs every call, and the only one that touches a project file. */
export function createCore(ports: Ports, options: CoreOptions = {}): Core {
	const settings = openSettings(ports.dataFolder);
	const listeners = new Set<(event: CoreEvent) => void>();
	let store: Store | null = null;
	let keys: KeyFile | null = null;
	const leftInKiosk = new Set<string>();

	const now = () => `${ports.now().toISOString().slice(0, 19)}Z`;
	const contextOf = (db: Database, path: string): ProjectContext => ({
		db,
		path,
		now: now(),
		coder: settings.get().coder,
		resourcesFolder: ports.resourcesFolder,
		keys: keys?.uid === keysUidOf(db) ? keys : null,
		keysPath: keysPathOf(db, path),
		holdKeys: (next) => {
			if (next !== keys) keys?.close();
			keys = next;
			if (next) settings.touchKeys(next.uid, next.path);
		},
		query: (name, input) =>
			handlerOf(name)((calls[name].scope === 'app' ? app() : project()) as never, input as never) as never,
	});
	const keysPathOf = (db: Database, path: string) =>
		settings.get().keyFiles.find(({ uid }) => uid === keysUidOf(db))?.path ??
		`${path.endsWith(projectFile.ending) ? path.slice(0, -projectFile.ending.length) : path}${keyFile.ending}`;
	const project = (): ProjectContext => {
		if (!store) throw new AppError('NO_PROJECT', {});
		return contextOf(store.db, store.path);
	};
	const close = () => {
		keys?.close();
		keys = null;
		store?.close();
		store = null;
	};
	const open: AppContext['open'] = (path, { passphrase }) => {
		const same = store !== null && isSameFile(store, path);
		// The open file is not to be touched by the file system: closing it there would give up the lock on it.
		const next = same && store ? store : openStore(path, { passphrase, scratch: options.scratch ?? false });
		if (next !== store) close();
		store = next;
		return contextOf(next.db, next.path);
	};
	const app = (): AppContext => ({
		ports,
		settings,
		store,
		project,
		close,
		leftInKiosk,
		open,
		create: (path, { passphrase, fill }) => {
			createStore(path, { passphrase, fill: (db) => fill(db, now()) });
			return open(path, { passphrase });
		},
	});

	const signalsOf = (how: CallOptions) => ({
		signal: how.signal ?? new AbortController().signal,
		onProgress: how.onProgress ?? (() => undefined),
	});
	const appTask = (how: CallOptions): AppTaskContext => {
		const signals = signalsOf(how);
		return {
			...app(),
			...signals,
			build: (path, details, work) =>
				buildProject({ ports, signal: signals.signal, makeCore: createCore, options }, path, details, work),
		};
	};

	async function run(
		name: CallName,
		spec: CallSpec,
		input: unknown,
		how: CallOptions,
		onApplied: () => void,
	): Promise<unknown> {
		const handler = handlerOf(name);
		if (spec.scope === 'app') {
			const context = spec.kind === 'task' ? appTask(how) : app();
			return handler(context as never, input as never);
		}
		const at = project();
		if (spec.kind === 'command') {
			const merge = spec.merge?.(input as never) ?? null;
			const when = spec.untimed?.(input as never) ? `${at.now.slice(0, 10)}T00:00:00Z` : at.now;
			return runStep(at.db, name, when, () => handler(at as never, input as never), { merge });
		}
		if (spec.kind === 'erasure') return eraseForGood(at.db, () => handler(at as never, input as never));
		if (spec.kind === 'query') return handler(at as never, input as never);
		const opened = store;
		const signals = signalsOf(how);
		const still = () => {
			signals.signal.throwIfAborted();
			if (!opened || store !== opened) throw new AppError('CANCELLED', {});
			return project();
		};
		const context: TaskContext = {
			ports,
			...signals,
			read: (work) => work(still()),
			apply: (work) => {
				if (!spec.changes) throw new Error(`${name} is not declared to change the project`);
				const there = still();
				const result = runStep(there.db, name, there.now, () => work(there));
				onApplied();
				return result;
			},
		};
		return handler(context as never, input as never);
	}

	return {
		async call(name, input, how = {}) {
			const started = performance.now();
			const known = isCallName(name) ? name : 'unknown call';
			let applied = false;
			const changed = () => emit(listeners, { type: 'changed', call: name }, ports.log);
			const done = (outcome: string) => ports.log(`${known} ${outcome} ${(performance.now() - started).toFixed(1)} ms`);
			try {
				if (!isCallName(name)) throw new AppError('UNKNOWN_CALL', { call: String(name).slice(0, 60) });
				const spec: CallSpec = calls[name];
				const parsed = spec.input.safeParse(input);
				if (!parsed.success) throw new AppError('BAD_INPUT', { call: name, detail: issuesOf(parsed.error.issues) });
				refuseLargeFile(parsed.data);
				const inKiosk = store && kioskRound(store.db);
				if (inKiosk !== null && !isCallInKiosk(name, parsed.data, inKiosk)) throw new AppError('KIOSK_ON', {});
				if (how.signal?.aborted) throw new AppError('CANCELLED', {});
				const output = await run(name, spec, parsed.data, how, () => {
					applied = true;
				});
				if (options.checkOutput) spec.output.parse(output);
				if (spec.changes || spec.kind === 'action' || spec.kind === 'erasure' || isAppTask(spec)) changed();
				if (!spec.untimed?.(parsed.data as never)) done('ok');
				return output as never;
			} catch (error) {
				// A task that failed after its change was made: what is shown is out of date all the same.
				if (applied) changed();
				const refusal = asAppError(error, how.signal, store?.path);
				done(refusal.code);
				if (refusal.code === 'INTERNAL') ports.log(`${(refusal.params as { logId: string }).logId} ${describe(error)}`);
				throw refusal;
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async close() {
			close();
		},
	};
}

/** Of every call that brings files, whatever it does with them: itself, beside another, or in a list. @throws AppError FILE_TOO_LARGE */
function refuseLargeFile(input: unknown): void {
	if (typeof input !== 'object' || input === null) return;
	const { bytes, name } = input as { bytes?: unknown; name?: unknown };
	if (bytes instanceof Uint8Array) refuseTooLarge(typeof name === 'string' ? name : '', bytes.length);
	const { values, files } = input as { values?: unknown; files?: unknown };
	for (const one of [values, ...(Array.isArray(files) ? files : [])]) refuseLargeFile(one);
}

const isAppTask = (spec: CallSpec) => spec.kind === 'task' && spec.scope === 'app';

function keysUidOf(db: Database): string | null {
	return db.prepare('SELECT key_uid FROM project').pluck().get() as string | null;
}

function isSameFile(store: Store, path: string): boolean {
	return existsSync(path) && realpathSync(path) === store.realPath;
}

type AnyHandler = (context: never, input: never) => unknown;

function handlerOf<N extends CallName>(name: N): (context: ProjectContext, input: Parsed<N>) => unknown {
	return handlers[name] as AnyHandler as (context: ProjectContext, input: Parsed<N>) => unknown;
}

function emit(listeners: Set<(event: CoreEvent) => void>, event: CoreEvent, log: Ports['log']): void {
	for (const listener of listeners) {
		try {
			listener(event);
		} catch (error) {
			// What was changed is changed, whether or not everybody can be told.
			log(`listener ${describe(error)}`);
		}
	}
}

/** Where the input was not of the shape: the field of the call, never what was in it, nor the keys of a map, which are the user's. */
function issuesOf(issues: readonly { path: PropertyKey[]; code?: string }[]): string {
	const place = (path: PropertyKey[]) =>
		path.map((part, at) => (at > 0 && typeof part !== 'number' ? '*' : String(part)));
	return issues
		.slice(0, 10)
		.map((issue) => `${place(issue.path).join('.')}: ${issue.code ?? 'invalid'}`)
		.join('; ');
}

function asAppError(error: unknown, signal: AbortSignal | undefined, path: string | undefined): AppError {
	if (error instanceof AppError) return error;
	// A full disk, a memory stick that is gone: known, and the change was taken back.
	const file = path === undefined ? null : asFileError(error, path);
	if (file) return file;
	if (signal?.aborted) return new AppError('CANCELLED', {}, error);
	return new AppError('INTERNAL', { logId: randomUUID().slice(0, 8) }, error);
}

/** The place of an unforeseen error without its message, which may hold what a user wrote. */
function describe(error: unknown): string {
	if (!(error instanceof Error)) return typeof error;
	// The stack begins with the message, and a message may have lines that look like places.
	const stack = error.stack ?? '';
	const from = stack.indexOf(error.message) + error.message.length;
	const frames = stack
		.slice(from)
		.split('\n')
		.filter((line) => /^ {4}at /.test(line));
	const code = (error as { code?: string }).code;
	return `${error.name}${code ? ` ${code}` : ''} ${frames
		.slice(0, 6)
		.map((line) => line.trim())
		.join(' < ')}`;
}
