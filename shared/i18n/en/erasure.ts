import { plural } from '../format.ts';

/** English words of erasing a person's answers for good. */
export const erasure = {
	open: 'Erase for good …',
	openNamed: (number: string) => `Erase response ${number} for good …`,
	title: (number: string) => `Erase response ${number} for good`,
	lead: 'For when somebody withdraws their consent, or the time of retention is over. It cannot be undone.',
	goes: 'What goes',
	response: 'The response, from the project and its index',
	openAnswers: (n: number) => `${n} open ${plural(n, 'answer', 'answers')}`,
	codings: (n: number) => `${n} ${plural(n, 'coding', 'codings')} on them`,
	steps: (n: number) =>
		n === 0
			? 'The history is empty already.'
			: `The whole history: ${n} ${plural(n, 'step', 'steps')} can no longer be undone, since they may hold the response.`,
	copies: (n: number) => `${n} ${plural(n, 'copy', 'copies')} that the program has put beside the project:`,
	stays: 'What stays, and is yours to remove',
	staysCopies: 'Copies that you made yourself, files from the survey service, and paper.',
	staysQuoted: 'The words also stand here, written by hand:',
	quotedKinds: { report: 'Report', code: 'Code', document: 'Note on material', coding: 'Note on a coding' },
	confirm: 'I understand that the response cannot be had back.',
	erase: 'Erase for good',
	cancel: 'Cancel',
	done: (number: string) => `Response ${number} is erased`,
	doneHow: 'Nothing of it is left in the project file.',
};
