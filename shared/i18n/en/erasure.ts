import { plural } from '../format.ts';

/** English words of erasing a person, or answers, for good. */
export const erasure = {
	open: 'Erase for good …',
	openNamed: (number: string) => `Erase response ${number} for good …`,
	openPerson: 'Erase for good …',
	titlePerson: (who: string) => `Erase ${who} for good`,
	title: (number: string) => `Erase response ${number} for good`,
	lead: 'For when somebody withdraws their consent, or the time of retention is over. It cannot be undone.',
	goes: 'What goes',
	responses: (n: number) =>
		n === 1 ? 'The response, from the project and its index' : `${n} responses, from the project and its index`,
	people: (n: number) =>
		n === 1
			? 'The person’s row in the mailing list, with groups, attributes and code'
			: `${n} rows in mailing lists, with groups, attributes and codes`,
	names: (n: number) => `${n} ${plural(n, 'name and address', 'names and addresses')} in the key file`,
	namesMore: (n: number) => `of them ${n} of people taken out of a list before, which would else be left there`,
	secondEntries: (n: number) => `${n} second ${plural(n, 'entry', 'entries')} of the same paper`,
	links: 'The link to the same person’s responses in other rounds',
	keysNeeded: 'The name may be in the key file. It must be open for that to be erased too.',
	unknownAnswers: 'The round is anonymous: nobody knows which response is theirs, so the responses stay.',
	everywhere: 'Also erase what the same person has in other rounds',
	elsewhere: (round: string, responses: number, people: number) =>
		`${round}: ${[
			...(responses > 0 ? [`${responses} ${plural(responses, 'response', 'responses')}`] : []),
			...(people > 0 ? [`${people} ${plural(people, 'row', 'rows')} in the mailing list`] : []),
		].join(' and ')}`,
	openAnswers: (n: number) => `${n} open ${plural(n, 'answer', 'answers')}`,
	codings: (n: number) => `${n} ${plural(n, 'coding', 'codings')} on them`,
	steps: (n: number) =>
		n === 0
			? 'The history is empty already.'
			: `The whole history: ${n} ${plural(n, 'step', 'steps')} can no longer be undone, since they may hold the response.`,
	copies: (n: number) => `${n} ${plural(n, 'copy', 'copies')} that the program has put beside the project:`,
	stays: 'What stays, and is yours to remove',
	staysCopies: 'Copies that you made yourself, files that you were given or gave away, and paper.',
	staysQuoted: 'The words or the name also stand here:',
	quotedKinds: { report: 'Report', code: 'Code', document: 'Material', coding: 'Note on a coding' },
	confirm: 'I understand that it cannot be had back.',
	erase: 'Erase for good',
	cancel: 'Cancel',
	done: (number: string) => `Response ${number} is erased`,
	donePerson: (who: string) => `${who} is erased`,
	doneHow: 'Nothing of it is left in the project.',
};
