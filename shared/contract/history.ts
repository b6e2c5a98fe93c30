import { z } from 'zod';
import { instant, nothing } from './basics.ts';
import { action, query } from './kit.ts';

/** A change as the history names it: by the call that made it. Its words are in `shared/i18n` under `commands`. */
const step = z.object({ call: z.string(), at: instant });

export const historyCalls = {
	'history.get': query({
		input: nothing,
		output: z.object({ undo: step.nullable(), redo: step.nullable(), done: z.int(), undone: z.int() }),
	}),
	'history.undo': action({ input: nothing, output: step, errors: ['NOTHING_TO_UNDO'] }),
	'history.redo': action({ input: nothing, output: step, errors: ['NOTHING_TO_REDO'] }),
};
