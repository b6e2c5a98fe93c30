import type { instrumentCalls } from '#shared/contract/instrument.ts';
import type { Handlers } from '../../core/handlers.ts';

// Being built.
export const instrumentHandlers = {} as Handlers<typeof instrumentCalls>;
