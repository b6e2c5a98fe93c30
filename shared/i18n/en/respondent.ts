import { plural } from '../format.ts';
import type { Shape } from '../kit.ts';
import type { respondent as source } from '../sv/respondent.ts';

/** English words around the questions of a questionnaire. */
export const respondent: Shape<typeof source> = {
	required: 'must be answered',
	clear: 'Clear the answer',
	noAnswer: 'No answer',
	back: 'Back',
	next: 'Next',
	done: 'Done',
	page: (page, pages) => `Page ${page} of ${pages}`,
	progress: (answered, shown) => `${answered} of ${shown} questions answered`,
	problems: (n) => `${n} ${plural(n, 'answer needs', 'answers need')} another look`,
	toQuestion: (question, problem) => `${question}${/[?!:.]$/.test(question) ? '' : ':'} ${problem}`,
	problem: {
		lacking: 'The question must be answered.',
		unreadable: 'This cannot be read as an answer to the question.',
		tooFew: (chosen, limit) => `Choose at least ${limit}. ${chosen} chosen so far.`,
		tooMany: (chosen, limit) => `Choose at most ${limit}. ${chosen} are chosen now.`,
		unranked: (ranked, wanted) => `Rank ${wanted}. ${ranked} ranked so far.`,
		exclusive: 'One of the alternatives does not go with the others. Choose either it or the others.',
		below: (limit) => `Write a number that is at least ${limit}.`,
		above: (limit) => `Write a number that is at most ${limit}.`,
		decimals: (n) =>
			n === 0 ? 'Write a whole number.' : `Write the number with at most ${n} ${plural(n, 'decimal', 'decimals')}.`,
		before: (day) => `Choose a day that is ${day} or later.`,
		after: (day) => `Choose a day that is ${day} or earlier.`,
		tooLong: (over) => `The text is ${over} ${plural(over, 'character', 'characters')} too long.`,
	},
	hint: {
		between: (min, max) => `From ${min} to ${max}`,
		atLeast: (min) => `At least ${min}`,
		atMost: (max) => `At most ${max}`,
		chooseBetween: (min, max) => (min === max ? `Choose ${min}` : `Choose ${min}–${max}`),
		chooseAtLeast: (min) => `Choose at least ${min}`,
		chooseAtMost: (max) => `Choose at most ${max}`,
		rank: 'Put the alternatives in order, the most important first.',
		rankFirst: (n) => `Choose the ${n} most important and put them in order.`,
		date: 'For example 7 June 2026',
	},
	length: (written, most) => `${written} of ${most} characters`,
	otherWords: (label) => `${label} – in your own words`,
	ranking: {
		order: 'Your order',
		left: 'Left to rank',
		rank: (option, place) => `Make ${option} number ${place}`,
		up: (option) => `Move ${option} up`,
		down: (option) => `Move ${option} down`,
		remove: (option) => `Take ${option} out of the order`,
		placed: (option, place, of) => `${option} is number ${place} of ${of}.`,
		removed: (option) => `${option} is taken out of the order.`,
		place: (n) => `${n}.`,
	},
	stars: (n, most) => `${n} of ${most} stars`,
	faces: (n, most) => `${n} of ${most}`,
};
