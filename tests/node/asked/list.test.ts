import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessColumns, splitHeading, tellsWho, warningOf } from '#shared/domain/asked/columns.ts';
import { readGroups, readPeople } from '#shared/domain/asked/people.ts';
import { costOf } from '../cost.ts';

const nameOf = (column: number) => `Kolumn ${column}`;
const read = (header: string[], ...rows: string[][]) => readPeople(rows, guessColumns(header, rows));

test('headings in Swedish and English say what a column holds', () => {
	const roles = (...header: string[]) => guessColumns(header, []).map(({ role }) => role);
	expect(roles('Förnamn', 'Efternamn', 'E-postadress', 'Mobil', 'Lokusgrupp', 'Medlemsnr', 'Språk')).toEqual([
		...['firstName', 'lastName', 'email', 'phone', 'groups', 'ownId', 'language'],
	]);
	expect(roles('Name', 'E-mail', 'Group 1', 'Group 2', 'From', 'To', 'Postal address')).toEqual([
		...['name', 'email', 'groups', 'groups', 'from', 'to', 'address'],
	]);
	expect(roles('Namn', 'Namn')).toEqual(['name', 'ignore']);
});

test('cells tell what headings do not; what may tell a person is left out with its reason', () => {
	const rows = Array.from({ length: 10 }, (_, n) => [
		...[`p${n}@exempel.se`, n % 2 ? 'kvinna' : 'man', `8${n}0101-123${n}`, `070-123 45 6${n}`, `Fri text ${n}`],
		n % 3 ? 'x' : '',
	]);
	expect(guessColumns(['a', 'Kön', 'c', 'd', 'e', 'Heby'], rows).map(({ role, warning }) => [role, warning])).toEqual([
		...[
			['email', null],
			['attribute', null],
			['ignore', 'civic-number'],
		],
		...[
			['ignore', 'contact'],
			['ignore', 'own-value'],
			['member', null],
		],
	]);
	expect(warningOf(['2016-01-01', '2016-01-02', '2016-01-01', '2016-01-01'])).toBeNull();
});

test('an e-mail address and an identity number, as it is written, tell who; a number of a service’s own does not', () => {
	const telling = ['ann@x.example', '800101-1234', '19800101-1234', '198001011234', '19800101 1234', '200512312385'];
	// A coordination number, and somebody of a hundred years.
	for (const text of [...telling, '19800161-1234', '198001611234', '120101+1234'])
		expect([text, tellsWho(text)]).toEqual([text, true]);
	for (const text of ['', 'BO12', '8001011234', '118412345678', '198013011234', '19800101-123', '2016-06-07', '@x'])
		expect([text, tellsWho(text)]).toEqual([text, false]);
});

test('a file without a heading keeps its first person', () => {
	const rows = [
		['Ann Berg', 'ann@exempel.se'],
		['Bo Ek', 'bo@exempel.se'],
	];
	expect(splitHeading(rows, nameOf)).toEqual({ header: ['Kolumn 1', 'Kolumn 2'], rows, headed: false });
	expect(splitHeading(rows, nameOf, true)).toMatchObject({ header: rows[0], headed: true });
	expect(
		splitHeading(
			[
				['Namn', ''],
				['Ann', 'x', 'y'],
			],
			nameOf,
		).header,
	).toEqual(['Namn', 'Kolumn 2', 'Kolumn 3']);
});

test('several groups in a cell, over columns, by marks, with days of their own', () => {
	const none = { from: null, to: null };
	expect(readGroups('Heby; Tierp;', none).map(({ name }) => name)).toEqual(['Heby', 'Tierp']);
	expect(readGroups('Heby, Tierp', none).map(({ name }) => name)).toEqual(['Heby', 'Tierp']);
	expect(readGroups('Råd, stöd; Tierp', none).map(({ name }) => name)).toEqual(['Råd, stöd', 'Tierp']);
	expect(readGroups('Heby (2016-01-01–2017-05-31)|Tierp (från 2016-09-01)|Knivsta (–2016-12-31)', none)).toEqual([
		{ name: 'Heby', from: '2016-01-01', to: '2017-05-31' },
		{ name: 'Tierp', from: '2016-09-01', to: null },
		{ name: 'Knivsta', from: null, to: '2016-12-31' },
	]);
	const { people } = read(
		['Namn', 'Grupp 1', 'Grupp 2', 'Älvkarleby', 'Från'],
		['Ann Berg', 'Heby', 'Tierp', 'x', '2016-03-01'],
		['Ek, Bo', '', 'Tierp', '', ''],
	);
	expect(people[0]?.groups).toEqual(
		['Heby', 'Tierp', 'Älvkarleby'].map((name) => ({ name, from: '2016-03-01', to: null })),
	);
	expect(people[1]).toMatchObject({
		name: 'Bo Ek',
		firstName: 'Bo',
		groups: [{ name: 'Tierp', from: null, to: null }],
	});
});

test('one row for each group is one person; the same address on two people is told, and both stay', () => {
	const list = read(
		['Namn', 'E-post', 'Grupp'],
		['Ann Berg', 'ann@exempel.se', 'Heby'],
		['ann berg', 'ANN@exempel.se', 'Tierp'],
		['Bo Ek', 'ann@exempel.se', 'Tierp'],
		['', '', ''],
		['', 'inte en adress', ''],
	);
	expect(list).toMatchObject({ rows: 4, merged: 1 });
	expect(list.people.map(({ name, groups }) => [name, groups.map((one) => one.name)])).toEqual([
		['Ann Berg', ['Heby', 'Tierp']],
		['Bo Ek', ['Tierp']],
	]);
	expect(list.problems.map(({ row, reason }) => [row, reason])).toEqual([
		[3, 'shared-email'],
		[5, 'bad-email'],
		[5, 'no-person'],
	]);
});

test('whatever stands in a list, nobody is lost and nothing that was not said is stored', () => {
	const cell = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.constantFrom('=1+1', '@a', '__proto__', 'x', 'a@b.se', '2016-13-45'),
	);
	const table = fc.tuple(
		fc.array(cell, { minLength: 1, maxLength: 6 }),
		fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 20 }),
	);
	fc.assert(
		fc.property(table, ([header, rows]) => {
			const list = readPeople(rows, guessColumns(header, rows));
			const nobody = list.problems.filter(({ reason }) => reason === 'no-person').length;
			expect(list.people.length + list.merged + nobody).toBe(list.rows);
			for (const { attributes } of list.people)
				for (const name of Object.keys(attributes)) expect(header).toContain(name);
		}),
		{ numRuns: 150 },
	);
});

test('a hundred thousand people are read in a breath', async () => {
	const rows = Array.from({ length: 100_000 }, (_, n) => [
		`Person ${n}`,
		`p${n}@exempel.se`,
		n % 2 ? 'Heby;Tierp' : 'Heby',
	]);
	let people = 0;
	const cost = await costOf(() => {
		people = read(['Namn', 'E-post', 'Grupp'], ...rows).people.length;
	});
	expect(people).toBe(100_000);
	expect(cost).toBeLessThan(60);
});
