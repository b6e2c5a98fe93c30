import { plural } from '../format.ts';
import type { Shape } from '../kit.ts';
import type { paper as sv } from '../sv/paper.ts';

/** English words of a questionnaire on paper. */
export const paper: Shape<typeof sv> = {
	page: 'Page',
	of: 'of',
	formNumber: 'Form no.',
	howTo: 'How to fill it in',
	one: 'one answer',
	several: 'one or more answers',
	onlyIf: (condition) => `Answer only if ${condition}.`,
	sectionOnlyIf: (condition) => `Answer this part only if ${condition}.`,
	answerTo: (id) => `[your answer to question ${id}]`,
	atLeast: (n) => `Tick at least ${n} ${plural(n, 'option', 'options')}.`,
	atMost: (n) => `Tick at most ${n} ${plural(n, 'option', 'options')}.`,
	exactly: (n) => `Tick ${n} ${plural(n, 'option', 'options')}.`,
	between: (min, max) => `Tick ${min} to ${max} options.`,
	exclusive: 'no other tick then',
	rank: (n) =>
		n === 1
			? 'Write 1 in the box of the most important.'
			: `Write 1 in the box of the most important, and so on up to ${n}.`,
	date: { year: 'YYYY', month: 'MM', day: 'DD' },
	range: (min, max) => `${min} to ${max}`,
	from: (min) => `at least ${min}`,
	to: (max) => `at most ${max}`,
	required: 'must be answered',
	codes: 'The small figures are used when the answers are entered.',
	screen: {
		print: 'Print on paper',
		title: 'Print on paper',
		lead: 'A PDF to print or send to a printer. Each page has the form’s mark and page number.',
		language: 'Language',
		size: 'Text',
		sizes: { normal: 'Normal text', large: 'Large text (18 points)' },
		intro: 'With the words before and after',
		codes: 'With small figures for quick entry',
		make: 'Make the PDF',
		making: 'Making the PDF …',
		made: (where) => `Saved: ${where}`,
		pages: (n) => `${n} ${plural(n, 'page', 'pages')}`,
	},
};
