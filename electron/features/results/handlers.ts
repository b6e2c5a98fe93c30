import type { resultsCalls } from '#shared/contract/results.ts';
import type { Handlers } from '../../core/handlers.ts';

// Being built.
export const resultsHandlers = {} as Handlers<typeof resultsCalls>;
