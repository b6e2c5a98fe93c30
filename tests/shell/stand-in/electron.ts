import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { BrowserWindow as StandInWindow } from './browser-window.ts';
import { ipcMain as standInIpc } from './ipc-main.ts';
import { session as standInSession } from './session.ts';

export const BrowserWindow = StandInWindow;
export const ipcMain = standInIpc;
export const session = standInSession;

/** The parts of `electron` that main uses, standing on Node and on real Chromium. What is not here the shell does not use. */
class StandInApp extends EventEmitter {
	readonly paths = new Map<string, string>();
	readonly done: string[] = [];
	exitCode: number | null = null;
	/** What the lock answers: false when another program has it. */
	first = true;
	getPath(name: string): string {
		const path = this.paths.get(name);
		if (!path) throw new Error(`the test has no folder for ${name}`);
		return path;
	}
	setPath(name: string, path: string): void {
		this.paths.set(name, path);
	}
	setName(name: string): void {
		this.done.push(`name ${name}`);
	}
	getVersion(): string {
		return '0.0.0-test';
	}
	enableSandbox(): void {
		this.done.push('sandbox');
	}
	requestSingleInstanceLock(): boolean {
		this.done.push('lock');
		return this.first;
	}
	whenReady(): Promise<void> {
		this.done.push('ready');
		return Promise.resolve();
	}
	quit(): void {
		let prevented = false;
		this.emit('before-quit', {
			preventDefault: () => {
				prevented = true;
			},
		});
		if (!prevented) this.exit(0);
	}
	exit(code: number): void {
		this.exitCode ??= code;
		this.emit('exited');
	}
}
export const app = new StandInApp();

export const protocol = {
	schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
	registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Record<string, boolean> }[]): void {
		if (app.done.includes('ready')) throw new Error('schemes are declared before the app is ready');
		this.schemes.push(...schemes);
	},
};

export interface MenuItem {
	id?: string;
	label?: string;
	role?: string;
	accelerator?: string;
	registerAccelerator?: boolean;
	submenu?: MenuItem[];
	click?: () => void;
}
export const Menu = {
	current: [] as MenuItem[],
	buildFromTemplate: (template: MenuItem[]) => template,
	setApplicationMenu(menu: MenuItem[]): void {
		this.current = menu;
	},
};

/** Answers as the test wishes, and notes what was asked. */
export const dialog = {
	asked: [] as { kind: string; options: Record<string, unknown> }[],
	answer: null as string | null,
	take(kind: string, args: unknown[]): string | null {
		this.asked.push({ kind, options: args.at(-1) as Record<string, unknown> });
		return this.answer;
	},
	async showOpenDialog(...args: unknown[]) {
		const path = this.take('open', args);
		return { canceled: path === null, filePaths: path === null ? [] : [path] };
	},
	async showSaveDialog(...args: unknown[]) {
		const path = this.take('save', args);
		return { canceled: path === null, filePath: path ?? '' };
	},
	async showMessageBox(...args: unknown[]) {
		this.take('message', args);
		return { response: 0 };
	},
};

export const nativeTheme = { themeSource: 'system' };

/** Processes as Node makes them: the real core and workers run in them. */
class StandInUtility extends EventEmitter {
	private readonly child: ChildProcess;
	constructor(entry: string, options: { execArgv?: string[]; env?: NodeJS.ProcessEnv }) {
		super();
		this.child = fork(entry, [], {
			serialization: 'advanced',
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
			execArgv: options.execArgv ?? [],
			env: options.env ?? process.env,
		});
		this.child.on('message', (message) => this.emit('message', message));
		this.child.on('exit', (code) => this.emit('exit', code ?? 1));
	}
	get pid(): number | undefined {
		return this.child.pid;
	}
	postMessage(message: unknown): void {
		if (this.child.connected) this.child.send(message as object);
	}
	kill(): boolean {
		return this.child.kill();
	}
}
export const utilityProcess = {
	started: [] as { entry: string; options: Record<string, unknown>; process: StandInUtility }[],
	fork(entry: string, _args: string[], options: Record<string, unknown>): StandInUtility {
		const started = new StandInUtility(entry, options);
		this.started.push({ entry, options, process: started });
		return started;
	},
};
