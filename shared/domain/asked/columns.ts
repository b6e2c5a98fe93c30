import { fold } from '#shared/domain/responses/fold.ts';
import type { ColumnRole, ListColumn } from './model.ts';

/** Headings as people write them, folded. */
const headings: Partial<Record<ColumnRole, readonly string[]>> = {
	name: ['namn', 'name', 'full name', 'fullständigt namn', 'hela namnet', 'person', 'deltagare', 'kontaktperson'],
	firstName: ['förnamn', 'first name', 'firstname', 'given name', 'tilltalsnamn'],
	lastName: ['efternamn', 'last name', 'lastname', 'surname', 'family name'],
	email: ['e post', 'epost', 'e postadress', 'epostadress', 'mejl', 'mejladress', 'mail', 'e mail', 'email'].concat(
		'email address',
		'e mail address',
		'mailadress',
	),
	phone: ['telefon', 'telefonnummer', 'tel', 'mobil', 'mobilnummer', 'mobiltelefon', 'phone', 'phone number', 'mobile'],
	address: ['adress', 'address', 'postadress', 'gatuadress', 'street', 'postal address', 'utdelningsadress'].concat(
		...['postnummer', 'postnr', 'postort', 'zip', 'postcode', 'city'],
	),
	ownId: [
		'id',
		'medlemsnummer',
		'medlemsnr',
		'anställningsnummer',
		'member number',
		'member id',
		'personnummer',
	].concat(...['löpnummer', 'kundnummer', 'kod', 'code', 'personlig kod', 'respondent id', 'deltagarid', 'pnr', 'nr']),
	language: ['språk', 'language', 'lang'],
	groups: ['grupp', 'grupper', 'group', 'groups', 'lokusgrupp', 'lokusgrupper', 'arbetsgrupp', 'team', 'teams'],
	from: ['från', 'fr o m', 'from', 'start', 'startdatum', 'start date', 'valid from'],
	to: ['till', 't o m', 'to', 'slut', 'slutdatum', 'end date', 'valid to'],
};
const roleOf = new Map(
	Object.entries(headings).flatMap(([role, words]) => words.map((word) => [word, role as ColumnRole])),
);

/** Roles of which a list has one column; of several that could be it, the first is. */
const single: ReadonlySet<ColumnRole> = new Set([
	...(['name', 'firstName', 'lastName', 'email', 'phone', 'ownId', 'language', 'from', 'to'] as const),
]);

const emailLike = /^[^\s@<>"',;]{1,64}@[^\s@<>"',;]+\.[^\s@<>"',;.]{2,}$/u;
const phoneLike = /^\+?[\d\s()/-]{7,20}$/;
const civicLike = /^(?:19|20)?\d{6}[-+ ]?\d{4}$/;
/**
 * With a month and a day in it (60 more in a coordination number), and parted or with its century: other numbers of ten digits are many
 * services' own.
 */
const surelyCivic = /^(?:(?:19|20)?\d\d(?:0\d|1[0-2])[0-36-9]\d[-+]|(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-36-9]\d ?)\d{4}$/;
/** An e-mail address as it was written, without what a link has in front; null where it is none. An empty text stays one. */
export function readEmail(text: string): string | null {
	const bare = text.trim().replace(/^mailto:/i, '');
	return bare === '' || emailLike.test(bare) ? bare : null;
}
/** Whether a text is somebody's e-mail address or national identity number. */
export const tellsWho = (text: string) => emailLike.test(text) || surelyCivic.test(text);
/** What a cell of a `member` column holds where one is in the group. */
const marks = new Set(['x', '1', 'ja', 'yes', 'true', 'sant']);
const noMarks = new Set(['', '0', 'nej', 'no', 'false', 'falskt', '-', '–']);

/** Whether a cell says that one is in the group of its heading. */
export const isMark = (cell: string) => marks.has(cell.trim().toLowerCase());

/** Cells that a column is judged by. */
const judged = 2000;
/** From here of all cells the column is of that kind. */
const most = 0.6;
/** Fewer people than this say nothing about whether nearly each has a value of their own. */
const fewPeople = 5;

/**
 * Tells the heading from the rows. A first row in which an e-mail address, a number of many digits, or nothing but empty cells stands is
 * no heading: the file then has none, and its columns are called by `nameOf` (from 1).
 */
export function splitHeading(
	rows: readonly (readonly string[])[],
	nameOf: (column: number) => string,
	hasHeading?: boolean,
): { header: string[]; rows: readonly (readonly string[])[]; headed: boolean } {
	const first = rows[0] ?? [];
	const headed = hasHeading ?? !first.some((cell) => emailLike.test(cell.trim()) || /\d{5,}/.test(cell));
	const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
	const header = Array.from({ length: width }, (_, at) => (headed && first[at]?.trim()) || nameOf(at + 1));
	return { header, rows: headed ? rows.slice(1) : rows, headed };
}

/**
 * What each column is taken to be, by its heading, else by its cells. What could tell who somebody is and has no use of its own is left out,
 * with the reason, and never guessed to be an attribute.
 */
export function guessColumns(header: readonly string[], rows: readonly (readonly string[])[]): ListColumn[] {
	const taken = new Set<ColumnRole>();
	return header.map((text, index) => {
		const cells = rows.slice(0, judged).flatMap((row) => {
			const cell = (row[index] ?? '').trim();
			return cell === '' ? [] : [cell];
		});
		const warning = warningOf(cells);
		let role = roleOf.get(fold(text).replace(/ \d{1,2}$/, '')) ?? guessByCells(cells, warning);
		if (single.has(role) && taken.has(role)) role = 'ignore';
		taken.add(role);
		return { index, header: text, role, warning: role === 'attribute' || role === 'ignore' ? warning : null };
	});
}

function guessByCells(cells: readonly string[], warning: ListColumn['warning']): ColumnRole {
	if (share(cells, (cell) => emailLike.test(cell)) >= most) return 'email';
	if (cells.length > 0 && cells.every((cell) => isMark(cell) || noMarks.has(cell.toLowerCase()))) return 'member';
	return warning || cells.length === 0 ? 'ignore' : 'attribute';
}

/** Why a column's cells could tell who somebody is; null where they hardly can. */
export function warningOf(cells: readonly string[]): ListColumn['warning'] {
	if (share(cells, (cell) => civicLike.test(cell)) >= 0.3) return 'civic-number';
	if (share(cells, (cell) => emailLike.test(cell) || (phoneLike.test(cell) && !/^\d{4}-\d\d-\d\d$/.test(cell))) >= 0.3)
		return 'contact';
	return cells.length >= fewPeople && new Set(cells).size > 0.7 * cells.length ? 'own-value' : null;
}

function share(cells: readonly string[], is: (cell: string) => boolean): number {
	return cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
}
