import { plural } from '../format.ts';
import type { Shape } from '../kit.ts';
import type { advice as sv } from '../sv/advice.ts';

const krosnick = 'Krosnick & Presser, Question and Questionnaire Design, in Handbook of Survey Research, 2010';
const saris = 'Saris & Gallhofer, Design, Evaluation, and Analysis of Questionnaires for Survey Research, 2014';
const dillman = 'Dillman, Smyth & Christian, Internet, Phone, Mail, and Mixed-Mode Surveys, 2014';
const choi = 'Choi & Pak, A Catalog of Biases in Questionnaires, Preventing Chronic Disease, 2005';
const scb = 'Statistics Sweden, Fråga rätt! (on developing and testing forms)';
const lixSource = 'Björnsson, Läsbarhet, 1968';

const kinds: (typeof sv)['kinds'] = {
	'double-barrelled': {
		says: ({ word }) => `The word “${word}” may make the question ask about two things at once.`,
		why: 'Someone who thinks differently of the two does not know how to answer, and you do not know which of them the answer is about. Split the question.',
		source: `${krosnick}; ${scb}`,
	},
	'double-negation': {
		says: ({ word }) => `Two words of denial in one statement: “${word}”.`,
		why: 'Double negatives are easily misread, and a no to them makes a third. Word the statement in the affirmative.',
		source: krosnick,
	},
	negated: {
		says: ({ word }) => `The statement is a denial (“${word}”).`,
		why: 'Saying no to a denial is hard to think through and gives more mistaken answers. Say how it is rather than how it is not.',
		source: krosnick,
	},
	leading: {
		says: ({ word }) => `The question may lead the answer (“${word}”).`,
		why: 'Words that show which answer is expected make more people give it. Ask as openly in both directions.',
		source: `${krosnick}; ${choi}`,
	},
	absolute: {
		says: ({ word }) => `The word “${word}” leaves no room for exceptions.`,
		why: 'Few things are always or never so. Someone who can think of one exception must say no, though it is nearly true.',
		source: 'Payne, The Art of Asking Questions, 1951',
	},
	'long-text': {
		says: ({ word }) => `The question is long: ${word} words.`,
		why: 'The more words, the more people read carelessly or differently. Put explanations in the help text.',
		source: dillman,
	},
	'hard-to-read': {
		says: ({ lix }) => `The question is hard to read: LIX ${lix}.`,
		why: 'LIX above 60 is very hard text. Shorten the sentence and use everyday words for long ones.',
		source: lixSource,
	},
	'no-dont-know': {
		says: () => 'The question is about how something is, but “Don’t know” cannot be answered.',
		why: 'Someone who does not know must guess, and the guess is counted as an answer. Add “Don’t know” outside the scale.',
		source: `${choi}; ${scb}`,
	},
	unbalanced: {
		says: ({ negative, positive }) => `The scale has ${negative} negative and ${positive} positive steps.`,
		why: 'A scale with more steps on one side draws answers that way. Give both sides as many.',
		source: saris,
	},
	'reversed-scale': {
		says: () => 'The scale goes from the positive to the negative.',
		why: 'The program counts the last two steps as the most positive. Turn the scale, or the share of positive answers is wrong.',
		source: '',
	},
	'mixed-directions': {
		says: () => 'The scale goes the other way than the rest of the questionnaire.',
		why: 'When scales change direction some people tick at the wrong end. Let all go from the most negative to the most positive.',
		source: dillman,
	},
	'agree-disagree': {
		says: ({ count }) => `${count} statements are answered by how true they are, and all point the same way.`,
		why: 'Some people agree with whatever is stated. Rather ask straight out (“How clear are the goals?”), or turn one of the statements.',
		source:
			'Saris, Revilla, Krosnick & Shaeffer, Comparing Questions with Agree/Disagree Response Options to Questions with Item-Specific Response Options, Survey Research Methods, 2010',
	},
	'options-overlap': {
		says: ({ first, second }) => `The options “${first}” and “${second}” cover the same number.`,
		why: 'Someone who belongs to both ticks at random. Let the next option begin where the one before has ended.',
		source: choi,
	},
	'options-gap': {
		says: ({ first, second }) => `Between “${first}” and “${second}” are numbers that cannot be answered.`,
		why: 'Someone who belongs in the gap has nothing to tick.',
		source: choi,
	},
	'no-other': {
		says: () => 'The options lack “Other”, “None of these” and “Don’t know”.',
		why: 'Someone who does not fit in skips the question or chooses wrongly. Add a way out unless you are sure the list is complete.',
		source: `${dillman}; ${choi}`,
	},
	'long-matrix': {
		says: ({ rows }) => `The matrix has ${rows} rows.`,
		why: 'In long matrices many answer the same row after row, and on a phone one loses sight of the scale. Split it.',
		source:
			'Couper, Tourangeau, Conrad & Zhang, The Design of Grids in Web Surveys, Social Science Computer Review, 2013',
	},
	translation: {
		says: ({ count }) => `${count} ${plural(Number(count), 'text is', 'texts are')} missing in one of the languages.`,
		why: 'Those who read in that language get the Swedish text instead.',
		source: '',
	},
	'maybe-identifying': {
		says: () =>
			'The question seems to ask who the respondent is, but is not marked as something that may point out a person.',
		why: 'If it is marked, the program takes it into account when it judges whether someone can be recognised.',
		source: '',
	},
	identifying: {
		says: ({ questions, cells, invited }) =>
			`${questions} ${plural(Number(questions), 'question', 'questions')} about who one is ${plural(Number(questions), 'splits', 'split')} ${invited} people asked into up to ${cells} groups.`,
		why: 'With fewer than five people to each group someone may be recognised by their answers. Ask for fewer things, or in coarser groups.',
		source: 'Hundepool et al., Statistical Disclosure Control, 2012',
	},
	'too-long': {
		says: ({ minutes }) => `The questionnaire takes about ${minutes} minutes to answer.`,
		why: 'After ten to fifteen minutes more people leave, and answers become shorter and more careless. The time is the program’s estimate.',
		source:
			'Revilla & Ochoa, Ideal and Maximum Length for a Web Survey, International Journal of Market Research, 2017',
	},
	'many-open': {
		says: ({ count }) => `${count} questions are to be answered in one’s own words.`,
		why: 'Open questions cost the respondent the most, and the last ones often get no answer. Save them for what you cannot ask in another way.',
		source: dillman,
	},
	'hard-as-a-whole': {
		says: ({ lix }) => `The questions are hard to read taken together: LIX ${lix}.`,
		why: 'Between 40 and 50 is middling text, as in a newspaper; above 50 is hard text, as in the papers of authorities.',
		source: lixSource,
	},
};

/** English words of the check before a questionnaire is used. */
export const advice: Shape<typeof sv> = {
	title: 'Before the questionnaire is used',
	count: (n) => `${n} ${plural(n, 'piece of advice', 'pieces of advice')}`,
	none: 'No advice: nothing in the questionnaire is what usually goes wrong.',
	lead: 'Advice, not rules.',
	leadAside: 'Each piece can be set aside.',
	minutes: (n) => `Takes about ${n} ${plural(n, 'minute', 'minutes')} to answer`,
	lix: (n) => `LIX ${n}`,
	question: (id) => `Question ${id}`,
	whole: 'The whole questionnaire',
	section: (name) => `The section “${name}”`,
	info: (name) => `The information “${name}”`,
	go: (where) => `Go to: ${where}`,
	why: 'Why',
	source: 'Source',
	dismiss: 'Set aside',
	dismissNamed: (where, says) => `Set aside. ${where}: ${says}`,
	kinds,
};
