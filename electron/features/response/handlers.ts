import type { responseCalls } from '#shared/contract/response.ts';
import type { Handlers } from '../../core/handlers.ts';

// Being built.
export const responseHandlers = {} as Handlers<typeof responseCalls>;
