/** Swedish words of the response area. */
export const response = {
	/** Why a cell or row of a file could not be read: goes after the value. */
	reasons: {
		'unknown-option': 'är inget av svarsalternativen',
		'not-a-number': 'är inget tal',
		'not-a-date': 'är inget datum',
		'out-of-range': 'ligger utanför det tillåtna',
		'wrong-cell-count': 'raden har fel antal celler',
		'empty-row': 'raden är tom',
		'unclosed-quote': 'ett citattecken saknar slut',
		'duplicate-id': 'samma svars-id står på flera rader',
	},
};
