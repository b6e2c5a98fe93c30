import type { codingCalls } from '#shared/contract/coding.ts';
import type { Handlers } from '../../core/handlers.ts';

// Being built.
export const codingHandlers = {} as Handlers<typeof codingCalls>;
