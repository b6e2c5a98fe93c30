import { plural } from '../format.ts';

/** Swedish words around the questions of a questionnaire: all that a respondent reads which the author did not write. */
export const respondent = {
	required: 'måste besvaras',
	clear: 'Ta bort svaret',
	/** Where papers are entered: the paper has none. */
	noAnswer: 'Inget svar',
	back: 'Tillbaka',
	next: 'Nästa',
	done: 'Klar',
	page: (page: number, pages: number) => `Sida ${page} av ${pages}`,
	progress: (answered: number, shown: number) => `${answered} av ${shown} frågor besvarade`,
	/** Over the list of what has to be looked at again. */
	problems: (n: number) => `${n} ${plural(n, 'svar behöver', 'svar behöver')} ses över`,
	toQuestion: (question: string, problem: string) => `${question}${/[?!:.]$/.test(question) ? '' : ':'} ${problem}`,
	problem: {
		lacking: 'Frågan måste besvaras.',
		unreadable: 'Det går inte att läsa som ett svar på frågan.',
		tooFew: (chosen: number, limit: number) =>
			`Välj minst ${limit}. Nu är ${chosen} ${plural(chosen, 'vald', 'valda')}.`,
		tooMany: (chosen: number, limit: number) =>
			`Välj högst ${limit}. Nu är ${chosen} ${plural(chosen, 'vald', 'valda')}.`,
		unranked: (ranked: number, wanted: number) =>
			`Rangordna ${wanted}. Nu är ${ranked} ${plural(ranked, 'rangordnad', 'rangordnade')}.`,
		exclusive: 'Ett av alternativen går inte ihop med de andra. Välj antingen det eller de andra.',
		below: (limit: string) => `Skriv ett tal som är minst ${limit}.`,
		above: (limit: string) => `Skriv ett tal som är högst ${limit}.`,
		decimals: (n: number) =>
			n === 0 ? 'Skriv ett heltal.' : `Skriv talet med högst ${n} ${plural(n, 'decimal', 'decimaler')}.`,
		before: (day: string) => `Välj en dag som är tidigast ${day}.`,
		after: (day: string) => `Välj en dag som är senast ${day}.`,
		tooLong: (over: number) => `Texten är ${over} tecken för lång.`,
	},
	hint: {
		between: (min: string, max: string) => `Från ${min} till ${max}`,
		atLeast: (min: string) => `Minst ${min}`,
		atMost: (max: string) => `Högst ${max}`,
		chooseBetween: (min: number, max: number) => (min === max ? `Välj ${min}` : `Välj ${min}–${max}`),
		chooseAtLeast: (min: number) => `Välj minst ${min}`,
		chooseAtMost: (max: number) => `Välj högst ${max}`,
		rank: 'Sätt alternativen i ordning, det viktigaste först.',
		rankFirst: (n: number) => `Välj de ${n} viktigaste och sätt dem i ordning.`,
		date: 'Till exempel 7 juni 2026',
	},
	length: (written: number, most: number) => `${written} av ${most} tecken`,
	otherWords: (label: string) => `${label} – med egna ord`,
	ranking: {
		order: 'Din ordning',
		left: 'Kvar att rangordna',
		rank: (option: string, place: number) => `Sätt ${option} som nummer ${place}`,
		up: (option: string) => `Flytta upp ${option}`,
		down: (option: string) => `Flytta ned ${option}`,
		remove: (option: string) => `Ta bort ${option} ur ordningen`,
		placed: (option: string, place: number, of: number) => `${option} är nummer ${place} av ${of}.`,
		removed: (option: string) => `${option} är borttaget ur ordningen.`,
		place: (n: number) => `${n}.`,
	},
	stars: (n: number, most: number) => `${n} av ${most} stjärnor`,
	faces: (n: number, most: number) => `${n} av ${most}`,
};
