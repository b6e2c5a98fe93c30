import type { Language } from '#shared/contract/basics.ts';
import type { AnswerValue, LocalText, Option, Scale } from '#shared/domain/instrument/model.ts';
import type { Question } from '#shared/domain/instrument/questions.ts';

/** What the field of one question is given. */
export interface FieldProps {
	question: Question;
	/** Of questions on a scale: how it is drawn. */
	scale: Scale | null;
	/** Names the elements of this field; unique on the page. */
	fieldId: string;
	value: AnswerValue | undefined;
	/** `undefined`: no answer any more. */
	onChange: (value: AnswerValue | undefined) => void;
	/** The words to "other: …", where that is chosen. */
	other: OtherProps | null;
	/** The language of the questionnaire, which need not be the window's. */
	language: Language;
	/** A text of the author's in that language, with the answers that it repeats. */
	say: (text: LocalText) => string;
	/** Answers are entered from paper by keyboard: the options show the digit that chooses them. */
	digits: boolean;
	/** The elements that tell more of the question; empty where none does. */
	describedBy: string;
	/** Whether a problem is told about it. */
	invalid: boolean;
	/** Tells whether what stands in the field can be read as an answer. */
	onReadable: (readable: boolean) => void;
}

/** The question that holds the words to "other: …", and its answer. */
export interface OtherProps {
	question: Question;
	value: AnswerValue | undefined;
	onChange: (value: AnswerValue | undefined) => void;
}

/** The attributes that tie a field to its help and its problem. */
export function describing({ describedBy, invalid }: Pick<FieldProps, 'describedBy' | 'invalid'>) {
	return {
		...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
		...(invalid ? { 'aria-invalid': true } : {}),
	};
}

/** The options on the scale, and those that stand outside it, each with its place among all. */
export function partsOfScale(options: readonly Option[]) {
	const placed = options.map((option, index) => ({ option, index }));
	return {
		points: placed.filter(({ option }) => !option.missing),
		outside: placed.filter(({ option }) => option.missing),
	};
}
