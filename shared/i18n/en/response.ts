import type { Shape } from '../kit.ts';
import type { response as sv } from '../sv/response.ts';

/** English words of the response area. */
export const response: Shape<typeof sv> = {
	/** Why a cell or row of a file could not be read: goes after the value. */
	reasons: {
		'unknown-option': 'is none of the response options',
		'not-a-number': 'is not a number',
		'not-a-date': 'is not a date',
		'out-of-range': 'is outside what is allowed',
		'wrong-cell-count': 'the row has the wrong number of cells',
		'empty-row': 'the row is empty',
		'unclosed-quote': 'a quotation mark is not closed',
		'duplicate-id': 'the same response id stands in several rows',
	},
};
