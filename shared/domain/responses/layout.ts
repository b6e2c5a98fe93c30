import { fold } from './fold.ts';

/** The services whose files are known by their headings. `table`: none of them. */
export const services = [
	'microsoft-forms',
	'google-forms',
	'limesurvey',
	'limesurvey-vv',
	'redcap',
	'surveymonkey',
	'survey-report',
	'qualtrics',
	'webropol',
	'netigate',
	'esmaker',
	'table',
] as const;
export type Service = (typeof services)[number];

/** How the rows of a file stand: which are headings, which name the columns, and where the responses begin. */
export interface Layout {
	service: Service;
	/** How sure that is, 0-1. */
	sure: number;
	/** One for each column, in words; of two rows of headings they are joined as "Question [Part]". */
	header: string[];
	/** The columns' codes where they are beside the words; else the same as `header`. */
	names: string[];
	/** Rows of the file before the first response. */
	skip: number;
}

/** Rows of a file that its layout is told from. */
export const layoutRows = 12;

/**
 * Tells how a file stands by its first rows, and which service wrote it. The rows of headings are left out of the data:
 * - LimeSurvey's vv file has the questions in its first row and the columns' codes in its second, apart by tabs (application/controllers/
 *   admin/export.php in its repository);
 * - SurveyMonkey has the question in the first row over the first of its columns, and in the second each choice, or "Response" and
 *   "Open-Ended Response" (public programs that read its exports);
 * - Qualtrics has codes, questions and a row of `{"ImportId":…}` (its own documentation of the export);
 * - others may have a title in one cell above the headings.
 */
export function layoutOf(rows: readonly (readonly string[])[]): Layout {
	const first = rows.slice(0, layoutRows);
	const top = titleRows(first);
	const [one = [], two = [], three = []] = first.slice(top);
	const tidy = (row: readonly string[]) => row.map((cell) => cell.normalize('NFC').replace(/\s+/g, ' ').trim());
	const plain = (service: Service, sure: number): Layout => {
		const header = tidy(one);
		return { service, sure, header, names: header, skip: top + 1 };
	};

	if (three.some((cell) => /^\s*\{"ImportId"/.test(cell))) {
		return { service: 'qualtrics', sure: 1, header: tidy(two), names: tidy(one), skip: top + 3 };
	}
	if (has(two, 'id', 'submitdate', 'lastpage') && !has(one, 'submitdate')) {
		return { service: 'limesurvey-vv', sure: 1, header: tidy(one), names: tidy(two), skip: top + 2 };
	}
	if (has(one, 'respondent id', 'collector id')) {
		const joined = joinHeadings(one, two);
		if (joined) return { service: 'surveymonkey', sure: 1, header: joined, names: joined, skip: top + 2 };
		return plain('surveymonkey', 0.9);
	}
	const coded = codedHeadings(tidy(one));
	if (coded) return { service: 'limesurvey', sure: 1, ...coded, skip: top + 1 };
	const { service, sure } = recogniseService(one);
	return plain(service, sure);
}

/** Rows above the headings with a cell or two in them: a title, a date. The headings are much wider. */
function titleRows(rows: readonly (readonly string[])[]): number {
	const filled = rows.map((row) => row.filter((cell) => cell.trim() !== '').length);
	const widest = Math.max(0, ...filled);
	if (widest < 4) return 0;
	const top = filled.findIndex((count) => count > Math.max(2, widest / 3));
	return top > 0 && top < rows.length - 1 ? top : 0;
}

/**
 * LimeSurvey's headings as code and text together, "Q3[SQ001]. Lead-in [Row]", taken apart; null where they are none. Its own columns ("id",
 * "submitdate" …) have their codes too.
 */
function codedHeadings(cells: readonly string[]): Pick<Layout, 'header' | 'names'> | null {
	const split = cells.map((cell) => /^([a-z][\w-]*(?:\[[^\]]*\]){0,2})(?:\.|:| -) +(\S.*)$/iu.exec(cell));
	const names = split.map((match, at) => match?.[1] ?? cells[at] ?? '');
	const filled = cells.filter((cell) => cell !== '').length;
	const isCoded = split.filter((match) => match !== null).length > 0.8 * filled;
	const isOwn = has(names, 'id') && ['submitdate', 'lastpage', 'startlanguage'].some((name) => has(names, name));
	return isCoded && isOwn ? { header: split.map((match, at) => match?.[2] ?? cells[at] ?? ''), names } : null;
}

function has(row: readonly string[], ...names: string[]): boolean {
	const folded = new Set(row.map((cell) => fold(cell)));
	return names.every((name) => folded.has(name));
}

/** What SurveyMonkey writes under a question that has one column of its own. */
const wholeAnswers = new Set(['response', 'open ended response', 'svar', 'öppet svar', '']);

/** Two rows of headings as one: a part stands under the question to its left. Null where the second row is a response already. */
function joinHeadings(one: readonly string[], two: readonly string[]): string[] | null {
	if (fold(two[0] ?? '') !== '' || (two[1] ?? '').trim() !== '') return null;
	let lead = '';
	return one.map((cell, at) => {
		const own = cell.replace(/\s+/g, ' ').trim();
		if (own !== '') lead = own;
		const part = (two[at] ?? '').replace(/\s+/g, ' ').trim();
		if (lead === '') return part;
		return wholeAnswers.has(fold(part)) && own !== '' ? own : part === '' ? '' : `${lead} [${part}]`;
	});
}

/**
 * Which service a row of headings is of. Certain for those whose fixed columns are known from their source, documentation or many public
 * programs that read them; Webropol, Netigate and esMaker publish no description of their files, so they are only guessed by their own
 * names for the respondent and the times, never above 0.5, and are read like any table.
 */
function recogniseService(header: readonly string[]): { service: Service; sure: number } {
	const all = (...names: string[]) => has(header, ...names);
	if (all('submitdate', 'lastpage') || all('lastpage', 'startlanguage')) return { service: 'limesurvey', sure: 1 };
	if (all('response id', 'date submitted', 'last page')) return { service: 'limesurvey', sure: 1 };
	if (all('svars id', 'sista sidan') && (all('datum för inskickande') || all('datum inskickat')))
		return { service: 'limesurvey', sure: 0.8 };
	if (
		header.some((cell) => /___[\w-]+$/.test(cell)) ||
		all('redcap event name') ||
		all('redcap survey identifier') ||
		header.some((cell) => /\(choice=.*\)$/.test(cell))
	)
		return { service: 'redcap', sure: 1 };
	if (header.some((cell) => /^[a-z0-9_]+_complete$/.test(cell)) && fold(header[0] ?? '').endsWith('id'))
		return { service: 'redcap', sure: 0.9 };
	if (all('id', 'start time', 'completion time') || all('id', 'starttid', 'slutförandetid'))
		return { service: 'microsoft-forms', sure: 1 };
	if (all('id', 'starttid', 'sluttid') || all('id', 'start time', 'end time'))
		return { service: 'microsoft-forms', sure: 0.7 };
	const first = fold(header[0] ?? '');
	if (first === 'timestamp' || first === 'tidstämpel' || first === 'tidsstämpel')
		return { service: 'google-forms', sure: 1 };
	if (first === 'id' && header.some((cell) => /^VAR\d+(?:_\d+)?$/.test(cell)))
		return { service: 'survey-report', sure: 1 };
	if (all('startdate', 'enddate', 'responseid')) return { service: 'qualtrics', sure: 1 };
	if (all('respondent', 'svarstid') || all('respondent', 'inlämnad') || all('response no', 'response time'))
		return { service: 'webropol', sure: 0.4 };
	if (all('respondentid', 'status') || all('answerset id')) return { service: 'netigate', sure: 0.4 };
	if (all('löpnummer', 'svarsdatum')) return { service: 'esmaker', sure: 0.3 };
	return { service: 'table', sure: 1 };
}

/** What LimeSurvey writes in a vv file for signs that would break its rows, and for a question that was not shown. */
const escapes: Record<string, string> = { lbrace: '{', newline: '\n', cr: '\r', tab: '\t' };

/** A cell as it was answered. */
export function decodeCell(service: Service, cell: string): string {
	if (service !== 'limesurvey-vv' || !cell.includes('{')) return cell;
	if (cell === '{question_not_shown}') return '';
	return cell.replace(/\{(lbrace|newline|cr|tab)\}/g, (_, name: string) => escapes[name] ?? '');
}
