import type { Database } from 'better-sqlite3';
import type { CallName, Calls, Input, Output, Parsed } from '#shared/contract/calls.ts';
import type { KeyFile } from '../store/key-file.ts';
import type { Store } from '../store/open.ts';
import type { Ports } from './ports.ts';
import type { Settings } from './settings.ts';
import type { WorkSignals } from './signals.ts';

/** What a query or command of an open project works with. */
export interface ProjectContext {
	db: Database;
	path: string;
	/** ISO 8601, UTC, whole seconds. */
	now: string;
	/** The name that codings are signed with. */
	coder: string;
	resourcesFolder: string;
	/** The open key file of the project; null where it is closed, or is no longer the project's because its making was undone. */
	keys: KeyFile | null;
	/** Where the project's key file lies, or would: where it was last seen on this machine, else beside the project. */
	keysPath: string;
	/** Holds another key file open in place of the one that is, or none. It closes with the project. */
	holdKeys: (next: KeyFile | null) => void;
	/** Runs a query of another feature through its contract. */
	query: <N extends CallName>(name: N, input: Parsed<N>) => Output<N>;
}

/** What a task works with: it may wait, and applies its change in one go at the end. */
export interface TaskContext extends WorkSignals {
	ports: Ports;
	/** Reads the project between waits. Each is its own short transaction: what is read may be another's work a moment later. */
	read: <T>(work: (context: ProjectContext) => T) => T;
	/** The one change of a changing task: one transaction, one undo step. Synchronous. */
	apply: <T>(work: (context: ProjectContext) => T) => T;
}

/** What an action or an app-wide query works with. */
export interface AppContext {
	ports: Ports;
	settings: Settings;
	/** The open project's file, if one is open. */
	store: Store | null;
	/** Opens another file in place of the open one. The open one is closed only once the other could be opened. */
	open: (path: string, options: { passphrase?: string | undefined }) => ProjectContext;
	/** Makes a file, whole or not at all, and opens it in the same way. */
	create: (
		path: string,
		options: { passphrase?: string | undefined; fill: (db: Database, now: string) => void },
	) => ProjectContext;
	close: () => void;
	/** Projects (real paths) that were closed while they stood in the kiosk: only their code ends it, as long as this core runs. */
	leftInKiosk: Set<string>;
	project: () => ProjectContext;
}

/** Makes a call of the core, as a shell does. */
export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>;

/** What a long call on the program works with: it may wait. */
export interface AppTaskContext extends AppContext, WorkSignals {
	/**
	 * Makes a whole project file at `path` through the calls of the core, apart from the one that is open. `work` gets a core of its own
	 * with a new project in it. The file stands at `path`, with an empty history, once `work` is done; else there is none.
	 * @throws AppError FILE_EXISTS, FILE_NOT_WRITABLE, CANCELLED, and whatever `work` throws
	 */
	build: (
		path: string,
		details: Omit<Input<'project.create'>, 'path'>,
		work: (call: Call) => Promise<void>,
	) => Promise<void>;
}

type ContextOf<S> = S extends { kind: 'task'; scope: 'app' }
	? AppTaskContext
	: S extends { kind: 'task' }
		? TaskContext
		: S extends { scope: 'app' }
			? AppContext
			: ProjectContext;

/** What a call's handler is: synchronous but for tasks, because a transaction is never held across a wait. */
export type Handler<N extends CallName> = (
	context: ContextOf<Calls[N]>,
	input: Parsed<N>,
) => Calls[N] extends { kind: 'task' } ? Promise<Output<N>> : Output<N>;

/** The handlers of one feature's calls: every call has one, or it does not compile. */
export type Handlers<C> = { [N in keyof C & CallName]: Handler<N> };
