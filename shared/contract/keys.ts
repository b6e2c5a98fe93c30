import { z } from 'zod';
import { nothing } from './basics.ts';
import { action, command, query } from './kit.ts';

const passphrase = z.string().min(1).max(1000);
const at = z.object({ path: z.string() });

/**
 * The key file: what must not lie in the project, always encrypted, beside it. At most one is open, with the project that it belongs to. Other calls refuse with `KEYS_NEEDED` where they need it and it is closed.
 */
export const keysCalls = {
	'keys.status': query({
		input: nothing,
		output: at.extend({
			/** `none`: the project has no key file yet, and `path` is where it would lie. */
			state: z.enum(['none', 'closed', 'open']),
			/** Whether a file lies at `path`. */
			exists: z.boolean(),
		}),
	}),
	/**
	 * Makes the project's key file and opens it. Undo leaves the file and makes it no longer the project's. `replace`: a project whose key file
	 * is lost gets another; what was in the lost one stays lost.
	 */
	'keys.create': command({
		input: at.extend({ passphrase, replace: z.boolean().optional() }),
		output: at,
		errors: ['FILE_EXISTS', 'FILE_NOT_WRITABLE', 'PASSPHRASE_SHORT', 'KEYS_MADE'],
	}),
	/** Without a path where it was last seen. */
	'keys.open': action({
		input: at.partial().extend({ passphrase }),
		output: at,
		errors: [
			'FILE_NOT_FOUND',
			'FILE_NOT_WRITABLE',
			'FILE_NOT_KEYS',
			'FILE_DAMAGED',
			'FILE_NEWER',
			'FILE_IN_USE',
			'PASSPHRASE_NEEDED',
			'KEYS_WRONG',
		],
	}),
	'keys.close': action({ input: nothing, output: nothing }),
	/** Of the open key file. */
	'keys.changePassphrase': action({
		input: z.object({ passphrase }),
		output: nothing,
		errors: ['KEYS_NEEDED', 'PASSPHRASE_SHORT', 'FILE_NOT_WRITABLE'],
	}),
};
