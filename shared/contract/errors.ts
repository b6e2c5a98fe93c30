import type { InstrumentProblem } from '#shared/domain/instrument/problem.ts';
import type { NoTable } from '#shared/domain/responses/no-table.ts';

/**
 * Every way a call may be refused, with the values that its message is made of. A closed list: the text of each is in
 * `shared/i18n`, in the reader's language, and the compiler misses none.
 */
export interface ErrorParams {
	/** An error nobody foresaw; `logId` finds it in the log. */
	INTERNAL: { logId: string };
	/** The input is not of the call's shape: the caller's fault, not the user's. */
	BAD_INPUT: { call: string; detail: string };
	UNKNOWN_CALL: { call: string };
	NO_PROJECT: Record<string, never>;
	CANCELLED: Record<string, never>;
	/** The core process ended while it worked on this; what was acknowledged before is on disk. */
	CORE_STOPPED: Record<string, never>;
	/** A helper process went over its bound of time or memory with a foreign file. */
	WORKER_LIMIT: { what: 'time' | 'memory'; name: string };
	/** A file larger than any call may carry: not read at all. `most` in bytes. */
	FILE_TOO_LARGE: { name: string; most: number };
	FILE_NOT_FOUND: { path: string };
	FILE_EXISTS: { path: string };
	FILE_NOT_WRITABLE: { path: string };
	FILE_NOT_PROJECT: { path: string };
	FILE_DAMAGED: { path: string };
	FILE_NEWER: { path: string; fileVersion: number; programVersion: number };
	FILE_IN_USE: { path: string };
	/** The file is encrypted, and no passphrase or the wrong one was given. */
	PASSPHRASE_NEEDED: { path: string; of: 'project' | 'keys'; wrong: boolean };
	/** A new passphrase with fewer characters than `least`. */
	PASSPHRASE_SHORT: { of: 'project' | 'keys'; least: number };
	FILE_NOT_KEYS: { path: string };
	/** The call needs the project's key file: there is none yet, or it is not open. */
	KEYS_NEEDED: { made: boolean };
	/** A key file of another project. */
	KEYS_WRONG: { path: string };
	/** The project has a key file already; another would not hold what is in it. */
	KEYS_MADE: { path: string };
	/** The round has no key to seal answers to, or the open key file lacks the private half of it. */
	FORM_NO_KEY: { name: string; lost: boolean };
	NOT_FOUND: { what: EntityName; ref: string };
	NOTHING_TO_UNDO: Record<string, never>;
	NOTHING_TO_REDO: Record<string, never>;
	IMPORT_EMPTY: { name: string; headed?: boolean };
	/** A file that is not of the format it claims, or cannot be read at all. `is`: what it is instead of a table. */
	IMPORT_UNREADABLE: { name: string; format: string; is?: NoTable };
	/** No column of the file belongs to the round's questionnaire. */
	IMPORT_NO_MATCH: { name: string; columns: string };
	/** `endings`: those that can be read there; those of transcripts where absent. */
	IMPORT_UNSUPPORTED: { name: string; endings?: string };
	/** A file or text in which no question was found. */
	INSTRUMENT_NONE: { name: string };
	/** A JSON that is neither of ours nor of SurveyJS. */
	INSTRUMENT_FOREIGN: { name: string };
	/** A table of responses, handed in as a questionnaire. */
	INSTRUMENT_OF_ANSWERS: { name: string };
	/** A file that was handed in as a value list, and is none. */
	IMPORT_NO_VALUES: { name: string };
	/** `problems`: what is wrong with it, for the reader's language; `detail` the same in short English. */
	INSTRUMENT_INVALID: { name: string; detail: string; problems?: InstrumentProblem[] };
	INSTRUMENT_IN_USE: { title: string; rounds: number };
	/** It has responses: it is changed as a new version only. */
	INSTRUMENT_ANSWERED: { title: string; version: number };
	/** It has left the program in a round, and what comes back must fit it: it is changed as a new version only. */
	INSTRUMENT_OUT: { title: string; version: number; round: string };
	/** It lacks what one in use must have. */
	INSTRUMENT_UNSOUND: { title: string; problems: InstrumentProblem[] };
	ANSWER_INVALID: { item: string; value: string };
	EMAIL_INVALID: { value: string };
	NAME_TAKEN: { what: EntityName; name: string };
	RANGE_INVALID: { start: number; end: number };
	/** Answers were given under the promise that nobody is known by them: it cannot be taken back. */
	PROMISE_GIVEN: { name: string };
	/** The project stands in the kiosk, where only answers are taken. */
	KIOSK_ON: Record<string, never>;
	/** The round takes no more answers. */
	ROUND_CLOSED: { name: string };
	/** `seconds`: how long no code is looked at. */
	KIOSK_CODE_WRONG: { seconds: number };
	/** It is known who has answered, so it cannot be promised not to be. */
	ANSWERS_LINKED: { name: string };
	/** There is nobody that the letters could go to. `without`: those who lack an address of the kind. */
	NOBODY_TO_WRITE: { form: 'csv' | 'eml' | 'docx'; without: number };
	/** The letters use fields that nothing is written in: `marks` as they stand in the text, "{{länk}}". */
	LETTER_UNFILLED: { marks: string[] };
	/** Two responses of one round would become one person's. */
	LINK_TAKEN: Record<string, never>;
	/** A link would tell whose an answer of the anonymous round `name` is. `known`: the round where that is known. */
	LINK_KNOWN: { name: string; known: string };
	CODE_CIRCLE: { name: string };
	/** Blocks of the report that cannot be filled, each named. */
	REPORT_BLOCKED: { blocks: string };
	/** A file that is no return of an administrator's, or was altered. */
	RETURN_UNREADABLE: { name: string };
	/** A return for another round, or for another version of its questionnaire. */
	RETURN_FOREIGN: { name: string };
	/** Only a copy that was made for gathering gives anything back. */
	NOT_ADMINISTRATOR: Record<string, never>;
	NO_PRINTER: Record<string, never>;
}

export type ErrorCode = keyof ErrorParams;

export type EntityName =
	| 'asked'
	| 'group'
	| 'instrument'
	| 'round'
	| 'response'
	| 'importMap'
	| 'paper'
	| 'item'
	| 'document'
	| 'speaker'
	| 'code'
	| 'coding'
	| 'report'
	| 'template'
	| 'sample';

/** A refusal as it travels between processes. */
export interface ErrorData {
	code: ErrorCode;
	params: ErrorParams[ErrorCode];
}

/** A refusal with a code and values instead of a text. `cause` stays in the process and its log, and never travels. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
	readonly code: C;
	readonly params: ErrorParams[C];

	constructor(code: C, params: ErrorParams[C], cause?: unknown) {
		super(code, { cause });
		this.name = 'AppError';
		this.code = code;
		this.params = params;
	}

	/** The part of it that may cross a process border. */
	toData(): ErrorData {
		return { code: this.code, params: this.params };
	}

	/** The error again, on the other side. */
	static from(data: ErrorData): AppError {
		return new AppError(data.code, data.params);
	}
}
