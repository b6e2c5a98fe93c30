import type { Language } from '#shared/contract/basics.ts';
import type { Instrument, LocalText } from '#shared/domain/instrument/model.ts';
import type { Question } from '#shared/domain/instrument/questions.ts';
import type { messages } from '#shared/i18n/messages.ts';

/** How a questionnaire is put on paper. */
export interface PaperSettings {
	language: Language;
	size: 'normal' | 'large';
	/** With the words before and after the questions. */
	intro: boolean;
	/** With the digit of each option, small, so that the answers can be entered by keyboard without counting. */
	codes: boolean;
}

/** What the writers of single items share. */
export interface Paper extends PaperSettings {
	instrument: Instrument;
	questions: readonly Question[];
	words: (typeof messages)['sv']['paper'];
	/** A text of the author's as HTML; an answer that it repeats is named by its question. */
	say: (text: LocalText) => string;
}
