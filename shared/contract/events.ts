import type { CallName } from './calls.ts';

/** How far a task has come. `total` 0 where the end is not known. */
export interface Progress {
	done: number;
	total: number;
	/** What is counted, where a person is better told a share of the whole. */
	unit?: 'bytes';
	/** What is being done, as a key of `shared/i18n` under `progress`. */
	step: ProgressStep;
}
export type ProgressStep =
	| 'reading'
	| 'matching'
	| 'storing'
	| 'copying'
	| 'checking'
	| 'filling'
	| 'drawing'
	| 'writing'
	| 'printing';

/** What the core tells every shell without being asked. */
export type CoreEvent =
	/** The open project's content or the program's state is another than before: what is shown should be read again. */
	| { type: 'changed'; call: CallName }
	| { type: 'progress'; taskId: string; progress: Progress }
	/**
	 * The core process ended; a new one is being started. Nothing acknowledged is lost. `staysDown`: it ended so often that none is
	 * started until somebody calls, a minute later at the earliest.
	 */
	| { type: 'stopped'; staysDown?: boolean }
	/** It runs again. `reopened` tells whether the project that was open is open again. */
	| { type: 'restarted'; reopened: boolean };
