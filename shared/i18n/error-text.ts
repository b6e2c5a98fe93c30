import type { ErrorCode, ErrorParams } from '#shared/contract/errors.ts';

/** A refusal in words: what happened, what is safe, and what to do next. */
export interface ErrorText {
	happened: string;
	safe: string;
	next: string;
}

/** The text of every refusal there is. */
export type ErrorTexts = { [C in ErrorCode]: (values: ErrorParams[C]) => ErrorText };

/** A refusal's words in the given language's messages. */
export function errorText<C extends ErrorCode>(
	error: { code: C; params: ErrorParams[C] },
	text: { errors: ErrorTexts },
): ErrorText {
	return text.errors[error.code](error.params);
}
