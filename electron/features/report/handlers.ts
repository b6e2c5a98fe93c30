import type { reportCalls } from '#shared/contract/report.ts';
import type { Handlers } from '../../core/handlers.ts';

// Being built.
export const reportHandlers = {} as Handlers<typeof reportCalls>;
