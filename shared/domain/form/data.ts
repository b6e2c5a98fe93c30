import type { Language } from '#shared/contract/basics.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';

/** What a form as a file is about: put into it as JSON when it is made. */
export interface FormData {
	format: 'underlag-form/1';
	/** The round's uid. */
	round: string;
	instrument: Instrument;
	/** Of the definition, as the project has it. */
	instrumentHash: string;
	/** X25519, base64: what answers are sealed to. */
	publicKey: string;
	/** What the respondent may choose between; the first is shown first. */
	languages: Language[];
	promise: 'anonymous' | 'confidential';
	/** Whether each answer needs a personal code. */
	codes: boolean;
	/** Where to send the answer, in the evaluator's words; empty where nothing was said. */
	sendTo: string;
}

/** A questionnaire as it is handed to those who answer: without what its author wrote to themselves. */
export function forRespondents(instrument: Instrument): Instrument {
	return { ...instrument, items: instrument.items.map(({ comment: _note, adviceSeen: _seen, ...item }) => item) };
}

/** Where the JSON of a form stands in its template. */
export const dataPlace = '__FORM_DATA__';

/** A form's data as it may stand inside a `<script>`: nothing in it can end the element or begin a comment. */
export function formDataJson(data: FormData): string {
	return JSON.stringify(data)
		.replace(/</g, '\\u003c')
		.replace(/\u2028/g, '\\u2028')
		.replace(/\u2029/g, '\\u2029');
}
