import { readDate } from '#shared/domain/responses/date.ts';
import { fold, foldSpace } from '#shared/domain/responses/fold.ts';
import { isMark, readEmail } from './columns.ts';
import type { ListColumn, ListedPerson, ListProblem, Membership } from './model.ts';

/** UTF-16 code units that a cell may have: what is longer is no name and no attribute. */
const longest = 500;

/** A list as people, with what could not be used. */
export interface ReadList {
	people: ListedPerson[];
	problems: ListProblem[];
	/** Rows that went into a person from an earlier row: one row for each group, for example. */
	merged: number;
	/** Rows with anything in them. */
	rows: number;
}

/**
 * The people of a list. Rows with the same own id, or with the same name and e-mail address, are one person, in the groups of all of them.
 * An address that several different people share is told; all of them are kept. A row that names nobody is not.
 */
export function readPeople(rows: readonly (readonly string[])[], columns: readonly ListColumn[]): ReadList {
	const list: ReadList = { people: [], problems: [], merged: 0, rows: 0 };
	const used = columns.filter(({ role }) => role !== 'ignore');
	const byKey = new Map<string, ListedPerson>();
	const byEmail = new Map<string, ListedPerson>();
	for (const [at, cells] of rows.entries()) {
		if (cells.every((cell) => cell.trim() === '')) continue;
		list.rows++;
		const person = readRow(cells, at + 1, used, list.problems);
		if (!person) {
			list.problems.push({ row: at + 1, column: '', value: '', reason: 'no-person' });
			continue;
		}
		const key = keyOf(person);
		const known = key === null ? undefined : byKey.get(key);
		if (known) {
			merge(known, person);
			list.merged++;
			continue;
		}
		if (key !== null) byKey.set(key, person);
		list.people.push(person);
		const email = person.email.toLowerCase();
		if (email === '') continue;
		if (byEmail.has(email))
			list.problems.push({ row: at + 1, column: '', value: person.email, reason: 'shared-email' });
		else byEmail.set(email, person);
	}
	return list;
}

/** What a person is known by through the rows of a list, and in a list that is there already; null for one who has nothing of the kind. */
export function keyOf({ ownId, name, email }: Pick<ListedPerson, 'ownId' | 'name' | 'email'>): string | null {
	if (ownId !== '') return `id ${foldSpace(ownId)}`;
	return email === '' ? null : `at ${email.toLowerCase()} ${foldSpace(name)}`;
}

function merge(into: ListedPerson, { groups, attributes, phone, address, language }: ListedPerson): void {
	into.phone ||= phone;
	into.address ||= address;
	into.language ??= language;
	into.attributes = { ...attributes, ...into.attributes };
	for (const one of groups) if (!into.groups.some((other) => sameMembership(one, other))) into.groups.push(one);
}

const sameMembership = (a: Membership, b: Membership) =>
	fold(a.name) === fold(b.name) && a.from === b.from && a.to === b.to;

function readRow(
	cells: readonly string[],
	row: number,
	columns: readonly ListColumn[],
	problems: ListProblem[],
): ListedPerson | null {
	const refuse = (column: ListColumn, value: string, reason: ListProblem['reason']) => {
		problems.push({ row, column: column.header, value: value.slice(0, 100), reason });
		return '';
	};
	const given = columns.flatMap((column) => {
		const cell = tidy(cells[column.index] ?? '');
		const kept = cell.length > longest ? refuse(column, cell, 'too-long') : cell;
		return kept === '' ? [] : [{ column, cell: kept }];
	});
	const all = (role: ListColumn['role']) => given.filter(({ column }) => column.role === role);
	const text = (role: ListColumn['role']) => all(role)[0]?.cell ?? '';
	const day = (role: 'from' | 'to') => {
		const [found] = all(role);
		const date = found ? readDate(found.cell) : null;
		if (found && date === null) refuse(found.column, found.cell, 'bad-date');
		return date;
	};
	const days = { from: day('from'), to: day('to') };
	const [mail] = all('email');
	const email = mail ? (readEmail(mail.cell) ?? refuse(mail.column, mail.cell, 'bad-email')) : '';
	const person: ListedPerson = {
		row,
		name: nameFrom(text('name'), text('firstName'), text('lastName')),
		firstName: text('firstName') || firstOf(text('name')),
		email,
		phone: text('phone'),
		address: all('address')
			.map(({ cell }) => cell)
			.join('\n'),
		ownId: text('ownId'),
		language: null,
		attributes: Object.fromEntries(all('attribute').map(({ column, cell }) => [column.header, cell])),
		groups: [
			...all('groups').flatMap(({ cell }) => readGroups(cell, days)),
			...all('member').flatMap(({ column, cell }) => (isMark(cell) ? [{ name: column.header, ...days }] : [])),
		],
	};
	const [language] = all('language');
	if (language) {
		person.language = readLanguage(language.cell);
		if (!person.language) refuse(language.column, language.cell, 'unknown-language');
	}
	const named = person.name !== '' || person.email !== '' || person.ownId !== '' || person.phone !== '';
	const described = Object.keys(person.attributes).length > 0 || person.groups.length > 0;
	return named || described ? person : null;
}

/** Without marks of direction, spaces at the ends and runs of them; line ends stay in addresses. */
function tidy(cell: string): string {
	return cell
		.normalize('NFC')
		.replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
		.replace(/[^\S\n]+/g, ' ')
		.trim();
}

/** The whole name; "Bergendahl, Ann" is turned. */
function nameFrom(name: string, first: string, last: string): string {
	if (name === '') return `${first} ${last}`.trim();
	const turned = /^([^,]+), ([^,]+)$/.exec(name);
	return turned ? `${turned[2]} ${turned[1]}` : name;
}

function firstOf(name: string): string {
	return nameFrom(name, '', '').split(' ')[0] ?? '';
}

/**
 * The groups in a cell: apart by semicolon, bar, comma or line end, of which the first that is there counts. Days in brackets after a name are its own:
 * "Heby (2016-01-01–2017-05-31)", "Tierp (från 2016-09-01)", "Knivsta (–2016-12-31)".
 */
export function readGroups(cell: string, days: Omit<Membership, 'name'>): Membership[] {
	const sign = [';', '\n', '|', ','].find((one) => cell.includes(one));
	return (sign ? cell.split(sign) : [cell]).flatMap((part) => {
		const own = /^(.*?)\s*\(([^()]*\d{4}-\d\d-\d\d[^()]*)\)$/.exec(part.trim());
		const name = (own?.[1] ?? part).replace(/\s+/g, ' ').trim();
		return name === '' ? [] : [{ name, ...(own ? readDays(own[2] ?? '') : days) }];
	});
}

function readDays(text: string): Omit<Membership, 'name'> {
	const dates = [...text.matchAll(/\d{4}-\d\d-\d\d/g)].map(([date]) => readDate(date));
	const [first = null, second = null] = dates;
	if (dates.length > 1) return { from: first, to: second };
	return /^\s*(?:[-–—]|till|to|t\.?o\.?m)/i.test(text) ? { from: null, to: first } : { from: first, to: null };
}

function readLanguage(cell: string): 'sv' | 'en' | null {
	const word = fold(cell);
	if (/^(?:sv|swe|svenska|swedish|se)$/.test(word)) return 'sv';
	return /^(?:en|eng|engelska|english|gb|us)$/.test(word) ? 'en' : null;
}
