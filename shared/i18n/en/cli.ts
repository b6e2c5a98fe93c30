import { plural } from '../format.ts';
import type { Shape } from '../kit.ts';
import type { cli as sv } from '../sv/cli.ts';

/** English words of the terminal. */
export const cli: Shape<typeof sv> = {
	what: 'Underlag: questionnaires, interviews and evaluation reports in the terminal.',
	everywhere:
		'--json gives data for other programs, --lang sv|en chooses the language. Exit status 0: done, 1: refused, 2: wrong use.',
	passphrase: 'For a protected project, put its passphrase in the environment variable UNDERLAG_PASSPHRASE.',
	keyPassphrase: 'The passphrase of the key file goes into the environment variable UNDERLAG_KEY_PASSPHRASE.',
	unknownOption: (option) => `There is no option called ${option}.`,
	unknownCommand: (command) => `There is no command called ${command}.`,
	optionValue: (option) => `${option} is not used as it should be: check whether a value must follow it.`,
	missing: (option) => `${option} is missing.`,
	notNumber: (option) => `${option} should be a whole number.`,
	notDate: (option) => `${option} should be a date, YYYY-MM-DD.`,
	wordCount: 'Wrong number of words after the command.',
	printed: (path, pages) => `${path}: ${pages} ${plural(pages, 'page', 'pages')}.`,
	outPdf: '--out should end in .pdf.',
	outFormat: '--out should end in .docx, .pdf, .html or .md.',
	readInstrument: (title, questions, format) =>
		`Read ${title}: ${questions} ${plural(questions, 'question', 'questions')} (${format})`,
	madeOfAnswers: (title, questions) => `Guessed ${title}: ${questions} ${plural(questions, 'question', 'questions')}`,
	asFormat: '--as must be surveyjs, lss, xlsform or json.',
	made: (path) => `Made ${path}.`,
	commissioner: (name) => `Commissioner: ${name}`,
	round: (name, answered, invited) => `Round ${name}: ${answered}${invited === null ? '' : ` of ${invited}`} answered`,
	document: (title, words, codings) =>
		`Material ${title}: ${words} words, ${codings} ${plural(codings, 'coding', 'codings')}`,
	codebook: (codes, codings) =>
		`Codebook: ${codes} ${plural(codes, 'code', 'codes')}, ${codings} ${plural(codings, 'coding', 'codings')} in all`,
	report: (title, words) => `Report ${title}: ${words} words`,
	sound: (name, rows, texts) => `${name} is sound: ${rows} rows and ${texts} texts checked.`,
	unsound: (name) => `${name} is not sound:`,
	instrument: (key, title, questions) => `${key}  ${title} (${questions} questions)`,
	addedRound: (name, instrument) => `Added the round ${name} with ${instrument}.`,
	imported: (read, stored, skipped) =>
		`Read ${read} ${plural(read, 'row', 'rows')}: ${stored} stored, ${skipped} already there.`,
	askedImported: (stored, known, merged) =>
		`Added ${stored} ${plural(stored, 'person', 'people')}: ${known} already there, ${merged} rows were the same person’s.`,
	problem: (row, column, value, reason) => `Row ${row}, ${column}: “${value}” ${reason}`,
	rowProblem: (row, value, reason) => `Row ${row}: ${reason}${value === '' ? '' : ` (${value})`}`,
	asNoAnswer: (column, codes) => `${column}: read as no answer: ${codes}`,
	breach: (item, rule, count, rows) =>
		`Question ${item}: ${rule}. ${count} ${plural(count, 'answer', 'answers')}, row ${rows}`,
	answered: (round, answered, invited) => `${round}: ${answered}${invited === null ? '' : ` of ${invited}`} answered`,
	makeOfAnswers:
		'If it holds responses, the questionnaire can be made of them: underlag instrument make PROJECT RESPONSES --out FILE.json',
	notFound: 'It may have been removed, or be spelt in another way.',
	rates: (name, rr1, rr2, n) => `${name}: RR1 ${rr1}, RR2 ${rr2} (${n} ${plural(n, 'person', 'people')})`,
	noList: (name) =>
		`${name}: the mailing list is empty and the number invited is not given, so there is no response rate.`,
	noneCount: (name) => `${name}: nobody in the mailing list is to be counted, so there is no response rate.`,
	inSeveral: (count) => `${count} ${plural(count, 'person', 'people')} in several groups`,
	openAnswers: (count) => `${count} open ${plural(count, 'answer', 'answers')}`,
	missingAnswers: (count) => `${count} without an answer`,
	topTwo: 'two most positive',
	importedDocument: (name, turns, speakers) =>
		`${name}: ${turns} ${plural(turns, 'turn', 'turns')}, ${speakers} ${plural(speakers, 'speaker', 'speakers')}`,
	knownDocument: (name) => `${name} was there already.`,
	wrote: (path, tables, figures, pages) =>
		`Wrote ${path}: ${pages === null ? '' : `${pages} pages, `}${tables} ${plural(tables, 'table', 'tables')}, ${figures} ${plural(figures, 'figure', 'figures')}.`,
};
