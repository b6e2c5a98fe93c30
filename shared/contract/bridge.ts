import type { CallName } from './calls.ts';
import type { ErrorData } from './errors.ts';
import type { CoreEvent } from './events.ts';

/** How a call ends, as plain data: errors do not survive a process border, data does. */
export type Reply = { ok: true; output: unknown } | { ok: false; error: ErrorData };

/**
 * What a window has of the program: the preload gives it as `window.underlag`, and the loopback shell's page makes the same of HTTP. Nothing
 * else in the renderer knows which.
 */
export interface Bridge {
	/** `taskId` names a running call so that its progress can be told and it can be cancelled. */
	call(name: CallName, input: unknown, taskId?: string): Promise<Reply>;
	cancel(taskId: string): void;
	onEvent(listener: (event: CoreEvent) => void): () => void;
	/** What menus outside the page ask for: the id of one of the renderer's commands. None in the loopback shell. */
	onCommand(listener: (commandId: string) => void): () => void;
	host: Host;
}

/** What the machine around the window offers. `null` from a chooser is "never mind". */
export interface Host {
	/** `electron` has the system's own dialogs; in `loopback` the program shows its own chooser, and files leave as downloads. */
	kind: 'electron' | 'loopback';
	/** The path of a project to open. Electron only. */
	chooseProject(): Promise<string | null>;
	/** The path to make or copy a project at. Electron only. */
	chooseProjectPath(suggestedName: string): Promise<string | null>;
	/** Gives a finished file to the person: a save dialog, or a download. Resolves to where it went, or null. */
	saveFile(name: string, bytes: Uint8Array): Promise<string | null>;
	/** The whole screen for the window, with no way to other programs where the system can do that; in a browser its full screen, which wants a press of a key or button. */
	setKiosk(on: boolean): Promise<void>;
}
