import { plural } from '../format.ts';

/** Swedish words of a questionnaire on paper, and of the settings it is printed with. */
export const paper = {
	/** "Sida 1 av 4". */
	page: 'Sida',
	of: 'av',
	formNumber: 'Formulär nr',
	howTo: 'Så fyller du i',
	one: 'ett svar',
	several: 'ett eller flera svar',
	onlyIf: (condition: string) => `Besvaras bara om ${condition}.`,
	sectionOnlyIf: (condition: string) => `Den här delen besvaras bara om ${condition}.`,
	answerTo: (id: string) => `[ditt svar på fråga ${id}]`,
	atLeast: (n: number) => `Kryssa i minst ${n} ${plural(n, 'alternativ', 'alternativ')}.`,
	atMost: (n: number) => `Kryssa i högst ${n} ${plural(n, 'alternativ', 'alternativ')}.`,
	exactly: (n: number) => `Kryssa i ${n} alternativ.`,
	between: (min: number, max: number) => `Kryssa i ${min} till ${max} alternativ.`,
	exclusive: 'inget annat kryss då',
	rank: (n: number) =>
		n === 1 ? 'Skriv 1 i rutan för det viktigaste.' : `Skriv 1 i rutan för det viktigaste, och så vidare till ${n}.`,
	date: { year: 'ÅÅÅÅ', month: 'MM', day: 'DD' },
	range: (min: string, max: string) => `${min} till ${max}`,
	from: (min: string) => `minst ${min}`,
	to: (max: string) => `högst ${max}`,
	required: 'måste besvaras',
	/** Where a response is entered: the small figure beside a box is the key that chooses it. */
	codes: 'De små siffrorna används när svaren skrivs in.',
	screen: {
		print: 'Skriv ut på papper',
		title: 'Skriv ut på papper',
		lead: 'En pdf att skriva ut eller skicka till ett tryckeri. Varje sida har formulärets beteckning och sidnummer.',
		language: 'Språk',
		size: 'Text',
		sizes: { normal: 'Vanlig text', large: 'Stor text (18 punkter)' },
		intro: 'Med inledning och avslutning',
		codes: 'Med små siffror för snabb inskrivning',
		make: 'Gör pdf',
		making: 'Gör pdf …',
		made: (where: string) => `Sparad: ${where}`,
		pages: (n: number) => `${n} ${plural(n, 'sida', 'sidor')}`,
	},
};
