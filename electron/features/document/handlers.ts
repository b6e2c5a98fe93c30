import type { documentCalls } from '#shared/contract/document.ts';
import type { Handlers } from '../../core/handlers.ts';

// Being built.
export const documentHandlers = {} as Handlers<typeof documentCalls>;
