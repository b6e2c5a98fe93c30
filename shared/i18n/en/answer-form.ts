import type { Shape } from '../kit.ts';
import type { answerForm as sv } from '../sv/answer-form.ts';

/** English words around the questions in a form as a file. */
export const answerForm: Shape<typeof sv> = {
	language: 'Language',
	start: 'Start answering',
	promise: {
		anonymous: 'Your answers are anonymous. Nothing in them shows who you are, and no time is kept, only the day.',
		confidential: 'Your answers are confidential. They are never shown so that anyone can be recognised.',
	},
	how: 'The answers stay on this page until you are done. Then they are encrypted, and you send them yourself. If you close the page before that, they are gone.',
	code: 'Your personal code',
	codeHelp: 'Eight characters, H7KD-93XA for example.',
	codeWrong: 'That is not a code. See whether a character has gone wrong.',
	seal: 'Finish the answer',
	sealedTitle: 'Your answer is ready – now send it',
	sealed: 'It is encrypted. Only those who run the survey can open it.',
	sendTo: 'Send it here',
	noPlace: 'Send it in the way you have been told.',
	asFile: 'As a file',
	asFileHelp: 'Save the file and hand it in.',
	save: 'Save the answer as a file',
	saved: 'The file has been saved. Send it now.',
	asText: 'As text in a mail',
	asTextHelp: 'Copy the whole text and paste it into a mail. A mail shows the receiver who sent it.',
	text: 'The encrypted answer',
	copy: 'Copy the text',
	copied: 'The text has been copied. Paste it into a mail.',
	copyByHand: 'The text is selected. Copy it with Ctrl+C.',
	change: 'Change the answers',
	forget: 'I have sent the answer – clear the page',
	forgotten: 'The page has been cleared. Thank you for taking part!',
	broken: 'The form cannot be read. Ask for a new file.',
};
