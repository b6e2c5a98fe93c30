import type { codeCalls } from '#shared/contract/code.ts';
import type { Handlers } from '../../core/handlers.ts';

// Being built.
export const codeHandlers = {} as Handlers<typeof codeCalls>;
