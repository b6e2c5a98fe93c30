import { plural } from '../format.ts';

/** English words of a round that somebody else gathers. */
export const handover = {
	title: 'Let somebody else gather',
	lead: 'Another unit can look after the list of those asked, invitations, reminders and incoming answers, so that you who evaluate never see a name.',
	open: 'Let somebody else gather',
	steps: [
		'You make a copy of the round for the administrator. It holds the questionnaire, but no answers and nothing else of the project.',
		'The administrator opens it in Underlag, reads in their list and gathers the answers.',
		'You get back a file that only you can open: the answers without names, codes or times, and how many were asked and answered.',
	],
	needsKey: 'The round needs a key, so that only you can open what comes back.',
	toKey: 'Make the key under Form as a file',
	makeCopy: 'Make the administrator’s copy …',
	copyTitle: 'The administrator’s copy',
	copyLead: 'The file is a project of its own with a single round. Give it to whoever is to gather.',
	copyName: (round: string) => `${round} – administrator`,
	copyDone: 'The administrator’s copy is saved',
	passphrase: 'Passphrase (if the copy is to be protected)',
	needsKeys: 'What comes back can only be read when it is open.',
	receive: 'Read in from the administrator …',
	receiveNote: 'An .underlag-retur file',
	received: ({ stored, known, updated, erased }: Record<'stored' | 'known' | 'updated' | 'erased', number>) =>
		[
			`${stored} ${plural(stored, 'response', 'responses')} taken in`,
			...(updated > 0 ? [`${updated} changed by the administrator`] : []),
			...(known > 0 ? [`${known} known already`] : []),
			...(erased > 0 ? [`${erased} erased here and not taken in again`] : []),
		].join(', '),
	gone: (n: number) =>
		n === 1
			? 'A response taken in earlier is no longer with the administrator. If somebody took theirs back, it should be erased here too:'
			: `${n} responses taken in earlier are no longer with the administrator. If somebody took theirs back, it should be erased here too:`,
	goneOne: (number: string) => `Response ${number}`,
	copyOut: 'The questionnaire is locked from now on, so that the answers fit.',
	last: (day: string) => `Last read in ${day}`,
	none: 'Nothing has been read in yet.',
	counts: {
		asked: 'Not answered',
		unreachable: 'Not reached',
		refused: 'Refused',
		partial: 'Begun',
		answered: 'Answered',
		notEligible: 'Not eligible',
	},
	group: 'Group',
	all: 'All who were asked',
	hidden: 'too few to show',
	noCounts: 'The administrator kept no list, so the response rate is worked out from the number that you have typed.',
	administrator: 'The administrator’s copy',
	administratorLead:
		'Answers are gathered here for the evaluator. Results are not shown here but opened at the evaluator’s.',
	giveBack: 'Give to the evaluator …',
	giveBackLead:
		'The file holds the answers without names, codes or times, in random order, and how many were asked. Open answers are given as they are written: read them through first if they might reveal somebody.',
	givenBack: (n: number) => `${n} ${plural(n, 'response', 'responses')} saved in the file`,
	hiddenGroups: (n: number) =>
		`${n} ${plural(n, 'group is', 'groups are')} too small to be reported and hidden in the file.`,
	noResults: 'The results are opened at the evaluator’s',
	noResultsLead: 'This copy is for gathering answers.',
};
