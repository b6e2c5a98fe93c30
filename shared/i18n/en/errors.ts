import type { EntityName } from '#shared/contract/errors.ts';
import type { InstrumentProblem } from '#shared/domain/instrument/problem.ts';
import type { NoTable } from '#shared/domain/responses/no-table.ts';
import type { ErrorTexts } from '../error-text.ts';

const things: Record<EntityName, string> = {
	asked: 'The person in the list',
	group: 'The group',
	instrument: 'The questionnaire',
	round: 'The round',
	response: 'The response',
	importMap: 'The map of columns',
	paper: 'The paper form',
	item: 'The question',
	document: 'The material',
	speaker: 'The speaker',
	code: 'The code',
	coding: 'The coding',
	report: 'The report',
	template: 'The template',
	sample: 'The sample project',
};
const unchanged = 'Nothing in the project has changed.';
const saved = 'Everything that was saved is still there.';
const untouched = 'The file is untouched.';

/** What a file is where a table was asked for. */
const noTables: Record<NoTable, string> = {
	html: 'a web page',
	xml: 'an XML file',
	lss: 'a questionnaire of LimeSurvey',
	json: 'a JSON document',
	prose: 'a running text',
};

/** What is wrong with a questionnaire, in words; where it stands is said before. */
export const problemTexts: Record<InstrumentProblem['kind'], (value: string) => string> = {
	shape: (value) => (value === 'missing' ? 'is missing' : 'has the wrong shape'),
	'duplicate-item': (value) => `the item number “${value}” is used twice`,
	'duplicate-scale': (value) => `the scale “${value}” is there twice`,
	'duplicate-option': (value) => `the response value “${value}” is used twice`,
	'unknown-scale': (value) => `there is no scale “${value}”`,
	'unknown-reference': (value) => `the condition is about “${value}”, which is not there`,
	'later-reference': (value) => `the condition is about “${value}”, which comes later`,
	'unanswerable-reference': (value) => `the condition is about “${value}”, which nobody answers`,
	'unknown-option': (value) => `the condition is about the response value “${value}”, which is not there`,
	'bad-bounds': () => 'the smallest and the largest cannot both hold',
	'too-few-options': () => 'it has fewer than two options',
	'too-many-points': () => 'the scale has more than eleven points',
	'several-others': () => 'it has more than one option with an answer of its own',
	'unknown-index': (value) => `it belongs to the index “${value}”, which is not there`,
	'duplicate-index': (value) => `the index “${value}” is there twice`,
	'unknown-pipe': (value) => `its text repeats the answer to “${value}”, which is no question that comes before`,
	'bad-pattern': () => 'the pattern for the answer cannot be read',
	'bad-default': () => 'the default answer is not a possible answer',
	'unfit-default': () => 'what is filled in from the start breaks the question’s own limits',
	'no-text': (value) => (value ? `“${value}” has no text` : 'the question has no text'),
	'no-option-text': (place) => `option ${place} has no text`,
	'nothing-asked': () => 'there is no item to answer',
};
const problemsIn = (problems: readonly InstrumentProblem[]) =>
	problems.map(({ kind, at, value }) => `${at}: ${problemTexts[kind](value)}`).join('; ');

/** Every refusal in English. */
export const errors: ErrorTexts = {
	INTERNAL: ({ logId }) => ({
		happened: 'Something went wrong that the program had not foreseen.',
		safe: saved,
		next: `Try again. If it happens again, give error number ${logId} when you report it.`,
	}),
	BAD_INPUT: ({ call }) => ({
		happened: `The program sent itself the wrong kind of data (${call}).`,
		safe: unchanged,
		next: 'Try again. If it happens again, it is a fault in the program.',
	}),
	UNKNOWN_CALL: ({ call }) => ({
		happened: `The program does not know “${call}”.`,
		safe: unchanged,
		next: 'Restart the program.',
	}),
	NO_PROJECT: () => ({ happened: 'No project is open.', safe: saved, next: 'Open a project or make a new one.' }),
	CANCELLED: () => ({ happened: 'You cancelled.', safe: unchanged, next: 'Start again when you like.' }),
	CORE_STOPPED: () => ({
		happened: 'The core of the program stopped while it was working.',
		safe: 'Everything that was saved is still there. The last thing you did may not have been done.',
		next: 'The core restarts by itself. See whether your last change is there, and make it again if not.',
	}),
	WORKER_LIMIT: ({ what, name }) => ({
		happened:
			what === 'time'
				? `It took too long to read ${name || 'the file'}.`
				: `${name || 'The file'} needed too much memory.`,
		safe: unchanged,
		next: 'Split the file or save it in a simpler format, and try again.',
	}),
	FILE_TOO_LARGE: ({ name, most }) => ({
		happened: `${name || 'The file'} is larger than ${Math.floor(most / 2 ** 20)} MB, and Underlag reads no files of that size.`,
		safe: unchanged,
		next: 'Split the file into several, one for each round for example, and read them in one at a time.',
	}),
	FILE_NOT_FOUND: ({ path }) => ({
		happened: `There is no file at ${path}.`,
		safe: unchanged,
		next: 'See whether it has been moved or renamed.',
	}),
	FILE_EXISTS: ({ path }) => ({
		happened: `There already is a file at ${path}.`,
		safe: 'It is untouched.',
		next: 'Choose another name.',
	}),
	FILE_NOT_WRITABLE: ({ path }) => ({
		happened: `It is not possible to write to ${path}.`,
		safe: saved,
		next: 'Check that the folder exists, that there is room, and that you may save there.',
	}),
	FILE_NOT_PROJECT: ({ path }) => ({
		happened: `${path} is not an Underlag project.`,
		safe: untouched,
		next: 'Choose a file that ends in .underlag.',
	}),
	FILE_DAMAGED: ({ path }) => ({
		happened: `${path} is damaged: part of its content is missing or cannot be read.`,
		safe: untouched,
		next: 'Open a backup. If the file lies in a synchronised folder, fetch an earlier version there.',
	}),
	FILE_NEWER: ({ path }) => ({
		happened: `${path} was saved by a newer version of Underlag.`,
		safe: untouched,
		next: 'Update Underlag and open the file again.',
	}),
	FILE_IN_USE: ({ path }) => ({
		happened: `${path} is already open in another window or program.`,
		safe: untouched,
		next: 'Close the other one and try again.',
	}),
	PASSPHRASE_NEEDED: ({ of, wrong }) => ({
		happened: wrong
			? `That is not the passphrase${of === 'keys' ? ' of the key file' : ''}.`
			: `The ${of === 'keys' ? 'key file' : 'file'} is protected with a passphrase.`,
		safe: untouched,
		next: 'Type the passphrase. Without it nobody can read the file.',
	}),
	PASSPHRASE_SHORT: ({ of, least }) => ({
		happened: `The passphrase${of === 'keys' ? ' of the key file' : ''} is too short: it needs at least ${least} characters.`,
		safe: unchanged,
		next: 'Choose a longer one. A few words in a row are easier to remember than one odd word.',
	}),
	FILE_NOT_KEYS: ({ path }) => ({
		happened: `${path} is not a key file.`,
		safe: untouched,
		next: 'Choose a file that ends in .nyckel.',
	}),
	KEYS_NEEDED: ({ made }) => ({
		happened: made ? 'This needs the key file to be open.' : 'This needs a key file, and the project has none.',
		safe: unchanged,
		next: made ? 'Open the key file and try again.' : 'Make a key file and try again.',
	}),
	KEYS_WRONG: ({ path }) => ({
		happened: `${path} is the key file of another project.`,
		safe: untouched,
		next: 'Choose the key file that was made in this project.',
	}),
	KEYS_MADE: ({ path }) => ({
		happened: `The project has a key file already. It was last at ${path}.`,
		safe: unchanged,
		next: 'Open that one instead.',
	}),
	FORM_NO_KEY: ({ name, lost }) => ({
		happened: lost
			? `The key of “${name}” is not in the open key file.`
			: `“${name}” has no key to encrypt answers with.`,
		safe: unchanged,
		next: lost
			? 'Open the key file that it was made in: without it the answers cannot be read. For new forms, make a new key on the round’s page “Form as a file”.'
			: 'Make the key on the round’s page “Form as a file”.',
	}),
	NOT_FOUND: ({ what, ref }) => ({
		happened: `${things[what]} does not exist (${ref}).`,
		safe: unchanged,
		next: 'It may have been removed. Undo if that was a mistake.',
	}),
	NOTHING_TO_UNDO: () => ({ happened: 'There is nothing to undo.', safe: unchanged, next: 'Go on working.' }),
	NOTHING_TO_REDO: () => ({ happened: 'There is nothing to redo.', safe: unchanged, next: 'Go on working.' }),
	IMPORT_EMPTY: ({ name, headed }) => ({
		happened: `${name} ${headed ? 'has headings but no rows below them.' : 'is empty.'}`,
		safe: unchanged,
		next: 'Export the file again from the service it comes from.',
	}),
	IMPORT_UNREADABLE: ({ name, format, is }) => ({
		happened: is ? `${name} is ${noTables[is]} and no table.` : `${name} cannot be read as ${format}.`,
		safe: unchanged,
		next: is
			? 'Choose a table with headings at the top and a row for each person: CSV or Excel (.xlsx).'
			: 'Open the file in the program it comes from and save it again.',
	}),
	IMPORT_NO_MATCH: ({ name, columns }) => ({
		happened: `No column in ${name} belongs to the questionnaire. The columns are: ${columns}.`,
		safe: unchanged,
		next: 'Check that it is the right file and the right round, or match the columns by hand.',
	}),
	IMPORT_NO_VALUES: ({ name }) => ({
		happened: `There is no value list in ${name}.`,
		safe: unchanged,
		next: "A value list has columns for variable, value and label, or is SPSS syntax with VALUE LABELS, or REDCap's data dictionary.",
	}),
	IMPORT_UNSUPPORTED: ({ name, endings }) => ({
		happened: `Underlag cannot read files of the kind of ${name}.`,
		safe: unchanged,
		next: `Save it as ${endings ?? '.docx, .txt or .vtt'}.`,
	}),
	INSTRUMENT_NONE: ({ name }) => ({
		happened: `There are no questions in ${name} that Underlag recognises.`,
		safe: unchanged,
		next: 'See that each question has a number or ends with a question mark, and that the options stand on lines of their own.',
	}),
	INSTRUMENT_FOREIGN: ({ name }) => ({
		happened: `${name} is a questionnaire neither from SurveyJS nor from Underlag.`,
		safe: unchanged,
		next: 'Choose the file that the questionnaire was saved in, or paste the questions as text.',
	}),
	INSTRUMENT_OF_ANSWERS: ({ name }) => ({
		happened: `${name} is a table and no questionnaire.`,
		safe: unchanged,
		next: 'If it holds responses, the questionnaire can be made of them: “Make the questionnaire from a file of responses”.',
	}),
	INSTRUMENT_INVALID: ({ name, detail, problems }) => ({
		happened: `${name} is not a questionnaire that Underlag can read: ${problems?.length ? problemsIn(problems) : detail}.`,
		safe: unchanged,
		next: 'Save the file again in the program it comes from, or mend in it what is named here, and try again.',
	}),
	INSTRUMENT_IN_USE: ({ title, rounds }) => ({
		happened: `“${title}” is used in ${rounds === 1 ? 'one round' : `${rounds} rounds`}.`,
		safe: unchanged,
		next: 'Remove the rounds first, if their responses are not to be kept.',
	}),
	INSTRUMENT_ANSWERED: ({ title, version }) => ({
		happened: `“${title}” (version ${version}) has responses and so cannot be changed.`,
		safe: 'The questionnaire and its responses are untouched.',
		next: 'Make a new version and change that. The responses stay with the old one.',
	}),
	INSTRUMENT_OUT: ({ title, version, round }) => ({
		happened: `“${title}” (version ${version}) has gone out in the round “${round}” and so cannot be changed.`,
		safe: 'Answers to what went out can be taken in.',
		next: 'Make a new version and change that. If it was only a try: say on the round’s page that nothing has gone out.',
	}),
	INSTRUMENT_UNSOUND: ({ title, problems }) => ({
		happened: `“${title}” cannot be used yet: ${problemsIn(problems)}.`,
		safe: unchanged,
		next: 'Mend it in the questionnaire, and start the round then.',
	}),
	EMAIL_INVALID: ({ value }) => ({
		happened: `“${value}” is not an e-mail address.`,
		safe: unchanged,
		next: 'Write a whole address, such as name@example.com, or leave the field empty.',
	}),
	ANSWER_INVALID: ({ item, value }) => ({
		happened: `“${value}” is not a possible answer to question ${item}.`,
		safe: unchanged,
		next: 'Choose one of the response options.',
	}),
	NAME_TAKEN: ({ name }) => ({
		happened: `The name “${name}” is already in use.`,
		safe: unchanged,
		next: 'Choose another name.',
	}),
	RANGE_INVALID: () => ({
		happened: 'The selection lies outside the text.',
		safe: unchanged,
		next: 'Select the words again.',
	}),
	PROMISE_GIVEN: ({ name }) => ({
		happened: `Those who answer in “${name}” are promised to be anonymous.`,
		safe: unchanged,
		next: 'Make a new round if the next answers are to be confidential.',
	}),
	KIOSK_ON: () => ({
		happened: 'The project is in kiosk mode, where it only takes answers.',
		safe: unchanged,
		next: 'End kiosk mode with its code first.',
	}),
	ROUND_CLOSED: ({ name }) => ({
		happened: `“${name}” is closed and takes no answers.`,
		safe: unchanged,
		next: 'Open the round again on its page, or choose another round.',
	}),
	KIOSK_CODE_WRONG: ({ seconds }) => ({
		happened: 'The code is not right.',
		safe: 'Kiosk mode goes on, and no answer is lost.',
		next: seconds > 0 ? `Wait ${seconds} seconds and try again.` : 'Try again.',
	}),
	ANSWERS_LINKED: ({ name }) => ({
		happened: `It is already known who has answered in “${name}”, so the round cannot become anonymous.`,
		safe: unchanged,
		next: 'Make a new, anonymous round.',
	}),
	NOBODY_TO_WRITE: ({ form, without }) => ({
		happened:
			without > 0
				? `There is nobody to write to: ${without} in the list lack ${{ eml: 'an e-mail address', docx: 'a postal address', csv: 'a name and address' }[form]}.`
				: 'There is nobody to write to: everybody in the list has answered, has refused, or does not count.',
		safe: unchanged,
		next: without > 0 ? 'Complete the list, or choose another kind of letter.' : 'Check the statuses in the list.',
	}),
	LETTER_UNFILLED: ({ marks }) => ({
		happened: `The text uses ${marks.join(' and ')}, but the ${marks.length === 1 ? 'field is' : 'fields are'} empty.`,
		safe: 'No files are made, and no sending is noted.',
		next: 'Fill in what is missing, or take it out of the text.',
	}),
	LINK_KNOWN: ({ name, known }) => ({
		happened: `In “${known}” it is known who answered. Linked with responses in “${name}” it would be known there too, where everybody was promised to be anonymous.`,
		safe: unchanged,
		next: 'Link only rounds that are all anonymous, or all confidential.',
	}),
	LINK_TAKEN: () => ({
		happened: 'The same person would then have two responses in one round.',
		safe: unchanged,
		next: 'First settle which of those responses belongs with the others.',
	}),
	CODE_CIRCLE: ({ name }) => ({
		happened: `“${name}” cannot lie under itself.`,
		safe: unchanged,
		next: 'Move it somewhere else.',
	}),
	REPORT_BLOCKED: ({ blocks }) => ({
		happened: `The report cannot leave until these are solved: ${blocks}.`,
		safe: 'The text of the report is saved.',
		next: 'Mend them in the report; each place is marked.',
	}),
	RETURN_UNREADABLE: ({ name }) => ({
		happened: `“${name}” cannot be opened as a file from an administrator: it was altered, is damaged or is something else.`,
		safe: 'Nothing was read in.',
		next: 'Ask the administrator to make the file again and send it as it is.',
	}),
	RETURN_FOREIGN: ({ name }) => ({
		happened: `“${name}” belongs to another round, or to another version of the questionnaire.`,
		safe: 'Nothing was read in.',
		next: 'Open the round that the copy was made of, and read the file in there.',
	}),
	NOT_ADMINISTRATOR: () => ({
		happened: 'This project gathers answers for nobody else.',
		safe: 'Nothing was changed.',
		next: 'Open the administrator’s copy and give the answers back from there.',
	}),
	NO_PRINTER: () => ({
		happened: 'There is no browser on this computer that can print to PDF.',
		safe: 'The text of the report is saved.',
		next: 'Export to Word or HTML, or install Chrome, Edge or Chromium.',
	}),
};
