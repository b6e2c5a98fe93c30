import type { CallName, Input, Output } from '#shared/contract/calls.ts';
import type { CoreEvent, Progress } from '#shared/contract/events.ts';

export interface CallOptions {
	signal?: AbortSignal;
	onProgress?: (progress: Progress) => void;
}

/** The core as a shell sees it, whether it runs here or in another process. */
export interface Core {
	/** @throws AppError, always: an unforeseen error is INTERNAL with the id of its log line */
	call<N extends CallName>(name: N, input: Input<N>, options?: CallOptions): Promise<Output<N>>;
	subscribe(listener: (event: CoreEvent) => void): () => void;
	close(): Promise<void>;
}

export interface CoreOptions {
	/** Parse what handlers give as well: in tests. */
	checkOutput?: boolean;
	/** Does not wait for the disk at each change: for a file that nobody has yet. */
	scratch?: boolean;
}
