import type { Language } from '#shared/contract/basics.ts';
import type { AnswerValue } from '#shared/domain/instrument/model.ts';
import type { Question } from '#shared/domain/instrument/questions.ts';

/** What the field of one question is given. */
export interface FieldProps {
	question: Question;
	/** Names the elements of this field; unique on the page. */
	fieldId: string;
	value: AnswerValue | undefined;
	/** `undefined`: no answer any more. */
	onChange: (value: AnswerValue | undefined) => void;
	/** The language of the questionnaire, which need not be the window's. */
	language: Language;
	/** Whether the options show the digit that chooses them. */
	digits: boolean;
}

/** The digit that chooses the option at `index`: "1" to "9", "0" for the tenth, none beyond. */
export function digitOf(index: number): string {
	return index < 9 ? String(index + 1) : index === 9 ? '0' : '';
}
