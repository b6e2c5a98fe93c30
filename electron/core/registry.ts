import type { Calls } from '#shared/contract/calls.ts';
import { appHandlers } from '../features/app/handlers.ts';
import { askedHandlers } from '../features/asked/handlers.ts';
import { codeHandlers } from '../features/code/handlers.ts';
import { codingHandlers } from '../features/coding/handlers.ts';
import { documentHandlers } from '../features/document/handlers.ts';
import { erasureHandlers } from '../features/erasure/handlers.ts';
import { formHandlers } from '../features/form/handlers.ts';
import { handoverHandlers } from '../features/handover/handlers.ts';
import { historyHandlers } from '../features/history/handlers.ts';
import { instrumentHandlers } from '../features/instrument/handlers.ts';
import { keysHandlers } from '../features/keys/handlers.ts';
import { kioskHandlers } from '../features/kiosk/handlers.ts';
import { linkHandlers } from '../features/link/handlers.ts';
import { projectHandlers } from '../features/project/handlers.ts';
import { reportHandlers } from '../features/report/handlers.ts';
import { entryHandlers } from '../features/response/entry.ts';
import { responseHandlers } from '../features/response/handlers.ts';
import { importMapHandlers } from '../features/response/maps.ts';
import { resultsHandlers } from '../features/results/handlers.ts';
import { roundHandlers } from '../features/round/handlers.ts';
import type { Handlers } from './handlers.ts';

/** Every call's handler. A call without one does not compile. */
export const handlers: Handlers<Calls> = {
	...appHandlers,
	...projectHandlers,
	...historyHandlers,
	...keysHandlers,
	...instrumentHandlers,
	...roundHandlers,
	...responseHandlers,
	...importMapHandlers,
	...formHandlers,
	...kioskHandlers,
	...askedHandlers,
	...linkHandlers,
	...entryHandlers,
	...resultsHandlers,
	...documentHandlers,
	...codeHandlers,
	...codingHandlers,
	...reportHandlers,
	...erasureHandlers,
	...handoverHandlers,
};
