import type { Progress } from '#shared/contract/events.ts';

/** What a piece of long work may do beside computing: tell how far it is, and learn that nobody waits any more. */
export interface WorkSignals {
	signal: AbortSignal;
	onProgress: (progress: Progress) => void;
}

/** What a job in a worker has beside its input. */
export interface JobSignals<Part = never> {
	onProgress: (progress: Progress) => void;
	/** Hands over a part of what comes of it, so that much never lies in one message. To be waited for. */
	onPart: (part: Part) => Promise<void>;
}
