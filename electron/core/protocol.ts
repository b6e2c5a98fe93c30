import type { CallName } from '#shared/contract/calls.ts';
import type { ErrorData } from '#shared/contract/errors.ts';
import type { CoreEvent, Progress } from '#shared/contract/events.ts';

/** From the shell's process to the core's. */
export type ToCore =
	| { type: 'start'; ports: PortValues }
	| { type: 'call'; id: number; name: CallName; input: unknown }
	| { type: 'cancel'; id: number }
	/** How far asked work has come, or a part of what comes of it. */
	| { type: 'told'; ask: number; progress?: Progress; part?: unknown }
	| { type: 'answer'; ask: number; result?: unknown; error?: ErrorData };

/** From the core's process to the shell's. `ask` is work that only the shell's process can do: to print, and to start a worker. */
export type FromCore =
	| { type: 'ready' }
	| { type: 'result'; id: number; output: unknown }
	| { type: 'refused'; id: number; error: ErrorData }
	| { type: 'progress'; id: number; progress: Progress }
	| { type: 'event'; event: CoreEvent }
	| { type: 'log'; line: string }
	| { type: 'ask'; ask: number; what: 'print' | 'job'; name: string; input: unknown }
	| { type: 'withdraw'; ask: number };

/** The ports that are plain values. */
export interface PortValues {
	dataFolder: string;
	resourcesFolder: string;
	documentsFolder: string;
	version: string;
	checkOutput: boolean;
}
