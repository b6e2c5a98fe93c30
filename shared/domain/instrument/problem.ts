/** What is wrong with a questionnaire that has the right shape, or where its shape is wrong. Its words are in `shared/i18n/error-text`. */
export interface InstrumentProblem {
	kind:
		| 'shape'
		| 'duplicate-item'
		| 'duplicate-scale'
		| 'duplicate-option'
		| 'unknown-scale'
		| 'unknown-reference'
		| 'later-reference'
		| 'unanswerable-reference'
		| 'unknown-option'
		| 'bad-bounds'
		| 'too-few-options'
		| 'too-many-points'
		| 'several-others'
		| 'unknown-index'
		| 'duplicate-index'
		| 'unknown-pipe'
		| 'bad-pattern'
		| 'bad-default'
		| 'unfit-default'
		| 'no-text'
		| 'no-option-text'
		| 'nothing-asked';
	/** The item or scale it stands in, or the path in the file for `shape`. */
	at: string;
	/** The word at fault: an id, an option's value or (of `no-option-text`) its place from 1; empty where there is none. Of `shape`: `missing` where it is not there. */
	value: string;
}
