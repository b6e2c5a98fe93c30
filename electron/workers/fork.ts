import { fork } from 'node:child_process';
import { read } from 'node:fs';
import { constants } from 'node:os';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';

/** Another process of ours: plain data and bytes go both ways. */
export interface Forked {
	/** Its number in the system; undefined where it could not be started. */
	readonly pid: number | undefined;
	/** `sent` is called once it is on its way: large things are sent piece by piece, each after the one before. */
	send(message: unknown, sent?: () => void): void;
	/** Sends the bytes of a large file as they are, beside the messages, to be read with `readBytes`. Where that can't be had they go as messages. */
	sendBytes?(bytes: Uint8Array): void;
	onMessage(listener: (message: unknown) => void): void;
	/** Called once, when it has ended for whatever reason. `code`: its exit code, or 128 and the number of the signal that ended it. */
	onExit(listener: (code: number | null) => void): void;
	kill(): void;
}

export interface ForkOptions {
	/** A cap on its JavaScript memory, in megabytes. */
	memory?: number;
	/** Whether it keeps to little memory at some cost in time. */
	lean?: boolean;
	/** Whether it may be sent large files. */
	takesBytes?: boolean;
	env?: Record<string, string>;
}

/** Starts one of our entry files as a process. */
export type Fork = (entry: string, options?: ForkOptions) => Forked;

/** How a process is started with these options: arguments of V8, and the environment. */
export function startOf({ memory, lean, env }: ForkOptions): { execArgv: string[]; env: NodeJS.ProcessEnv } {
	return {
		execArgv: [
			...(memory ? [`--max-old-space-size=${memory}`] : []),
			// Short-lived values are cleared away often instead of seldom.
			...(lean ? ['--max-semi-space-size=8'] : []),
		],
		// The C library of Linux gives large pieces of memory back at once, instead of keeping them for later.
		env: { ...process.env, ...(lean ? { MALLOC_MMAP_THRESHOLD_: '131072' } : {}), ...env },
	};
}

/** Which of its streams a process of Node's reads bytes from. */
const bytesAt = 4;

/** Processes as plain Node makes them. Electron's own are in the shell. */
export const forkNode: Fork = (entry, options = {}) => {
	const child = fork(entry, [], {
		serialization: 'advanced',
		stdio: ['ignore', 'ignore', 'inherit', 'ipc', ...(options.takesBytes ? ['pipe' as const] : [])],
		...startOf(options),
	});
	const pipe = child.stdio[bytesAt] as Writable | undefined;
	// Closed before all is read: the process has ended, which is reported by onExit.
	pipe?.on('error', () => undefined);
	return {
		pid: child.pid,
		...(pipe ? { sendBytes: (bytes: Uint8Array) => void pipe.write(bytes) } : {}),
		send: (message, sent) => {
			// A process that has just died cannot be told; its exit is reported by onExit.
			if (child.connected) child.send(message as object, () => sent?.());
		},
		onMessage: (listener) => void child.on('message', listener),
		onExit: (listener) => {
			let told = false;
			const once = (code: number | null, signal?: NodeJS.Signals | null) => {
				if (!told) listener(code ?? (signal ? 128 + constants.signals[signal] : null));
				told = true;
			};
			child.on('exit', once);
			child.on('error', () => once(null));
		},
		kill: () => void child.kill('SIGKILL'),
	};
};

/** The other end, inside a process that `Fork` started: Electron's utility process or Node's child. */
export interface ParentPort {
	/** Resolves once it is on its way: what gives much waits for that, and none of it piles up. */
	send(message: unknown): Promise<void>;
	onMessage(listener: (message: unknown) => void): void;
}

const readPiece = promisify(read);

/** Reads so many bytes as `sendBytes` sends them, beside other work. @throws Error where they end before */
export async function readBytes(size: number): Promise<Uint8Array> {
	const bytes = new Uint8Array(size);
	for (let at = 0; at < size; ) {
		const { bytesRead } = await readPiece(bytesAt, bytes, at, size - at, null);
		if (bytesRead === 0) throw new Error('the bytes ended early');
		at += bytesRead;
	}
	return bytes;
}

/** @throws Error when this process has no parent of ours */
export function parentPort(): ParentPort {
	const utility = (process as { parentPort?: UtilityPort }).parentPort;
	if (utility) {
		return {
			send: async (message) => {
				utility.postMessage(message);
				await new Promise((resolve) => setImmediate(resolve));
			},
			onMessage: (listener) => utility.on('message', (event) => listener(event.data)),
		};
	}
	const send = process.send?.bind(process);
	if (!send) throw new Error('started without a parent process');
	process.on('disconnect', () => process.exit(0));
	// Ctrl+C in a terminal reaches the whole group. The parent ends us when it has closed what is open.
	process.on('SIGINT', () => undefined);
	return {
		// A parent that is gone cannot be told, and its going ends us.
		send: (message) => new Promise((resolve) => send(message, undefined, undefined, () => resolve())),
		onMessage: (listener) => void process.on('message', listener),
	};
}

interface UtilityPort {
	postMessage(message: unknown): void;
	on(event: 'message', listener: (event: { data: unknown }) => void): void;
}
