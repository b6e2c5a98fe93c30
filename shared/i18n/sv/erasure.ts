import { plural } from '../format.ts';

/** Swedish words of erasing a person's answers for good. */
export const erasure = {
	open: 'Radera för gott …',
	openNamed: (number: string) => `Radera svar ${number} för gott …`,
	title: (number: string) => `Radera svar ${number} för gott`,
	lead: 'När någon tar tillbaka sitt samtycke, eller när gallringstiden är ute. Det går inte att ångra.',
	goes: 'Det här försvinner',
	response: 'Svaret, ur projektet och ur sökregistret',
	openAnswers: (n: number) => `${n} ${plural(n, 'fritextsvar', 'fritextsvar')}`,
	codings: (n: number) => `${n} ${plural(n, 'kodning', 'kodningar')} på dem`,
	steps: (n: number) =>
		n === 0
			? 'Historiken är redan tom.'
			: `Hela historiken: ${n} ${plural(n, 'steg', 'steg')} går inte längre att ångra, eftersom de kan innehålla svaret.`,
	copies: (n: number) =>
		`${n} ${plural(n, 'säkerhetskopia', 'säkerhetskopior')} som programmet har lagt bredvid projektet:`,
	stays: 'Det här är kvar, och är ditt att ta bort',
	staysCopies: 'Kopior som du själv har gjort, filer från enkättjänsten och papper.',
	staysQuoted: 'Orden står också här, inskrivna för hand:',
	quotedKinds: { report: 'Rapport', code: 'Kod', document: 'Anteckning om material', coding: 'Anteckning om kodning' },
	confirm: 'Jag förstår att svaret inte går att få tillbaka.',
	erase: 'Radera för gott',
	cancel: 'Avbryt',
	done: (number: string) => `Svar ${number} är raderat`,
	doneHow: 'Det finns inte kvar i projektfilen.',
};
