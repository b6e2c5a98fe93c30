import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readInstrument } from '#shared/domain/instrument/check.ts';
import type { Instrument, Item } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { carrySpan } from '#shared/domain/responses/carry.ts';
import { cellReader } from '#shared/domain/responses/cell.ts';
import { dateOrderOf, readDate, readTime } from '#shared/domain/responses/date.ts';
import { layoutOf } from '#shared/domain/responses/layout.ts';
import { applyChoices, matchColumns, unmatchedItems } from '#shared/domain/responses/match.ts';
import { readCount, readNumber } from '#shared/domain/responses/number.ts';
import { writeCsv } from '#shared/domain/responses/problem-list.ts';
import { makeInstrument, someAnswers, soundInstrument } from '../instrument/make.ts';
import { readRows } from './read-rows.ts';

const load = (key: string): Instrument => {
	const file = new URL(`../../../resources/instruments/${key}.json`, import.meta.url);
	const { instrument } = readInstrument(JSON.parse(readFileSync(file, 'utf8')));
	if (!instrument) throw new Error(`${key} is not sound`);
	return instrument;
};
const headerOf = (name: string) =>
	(readFileSync(new URL(`../../fixtures/seed/${name}`, import.meta.url), 'utf8').split('\r\n')[0] ?? '')
		.replace('\ufeff', '')
		.split(';');
const brief = (header: string[], instrument: Instrument) =>
	matchColumns(header, instrument)
		.map(({ target, how }) => `${target.kind === 'item' ? target.itemId : target.kind}/${how}`)
		.join(' ');

test('the columns of the seeds are matched, all of them', () => {
	expect(brief(headerOf('board-2016.csv'), load('board'))).toBe(
		'response-id/text submitted/text 1/number 2/number 3/number 4/number 5/number 6/number 7/number 8/number 9/number 10/number 11/number 12/number 13a/number 13b/number 13c/number 13d/number 14/number',
	);
	const lokus = matchColumns(headerOf('lokus-2017.csv'), load('lokus'));
	expect(lokus.slice(0, 4).map((one) => one.target.kind)).toEqual(['response-id', 'ignore', 'submitted', 'item']);
	expect(unmatchedItems(lokus, load('lokus'))).toEqual([]);
	expect(brief(headerOf('self-rating-fore.csv'), load('self-rating'))).toBe('code/text 1/text 2/text 3/text 4/text');
	expect(brief(headerOf('outcomes-2015.csv'), load('outcome'))).toBe('code/text 1/text 2/text');
});

test('columns without numbers are matched by text in either language, and strangers are not', () => {
	const board = load('board');
	const texts = questionsOf(board).map((question) => question.short?.en ?? '');
	expect(unmatchedItems(matchColumns(texts, board), board)).toEqual([]);
	const long = questionsOf(board).map((question) => question.text.sv.toUpperCase());
	expect(unmatchedItems(matchColumns(long, board), board)).toEqual([]);
	expect(brief(headerOf('outcomes-2015.csv'), board)).toBe('code/text ignore/none ignore/none');
	expect(brief(['E-post', 'Namn', 'Starttid', 'IP', '', 'Start time'], board)).toBe(
		Array(6).fill('ignore/none').join(' '),
	);
	expect(brief(['Pågår det i styrelsen en dialog om … [förbundets sätt att arbeta]'], board)).toBe('13a/text');
});

test('numbers are found as services write them; an item keeps one column, the one that is most alike', () => {
	const board = load('board');
	expect(brief(['Fråga 5', 'Q6: x', '7) y', '13[a]', '13_b', '13 c', '13d', 'ID', '15. Ny fråga'], board)).toBe(
		'5/number 6/number 7/number 13a/number 13b/number 13c/number 13d/number response-id/text ignore/none',
	);
	expect(brief(['1. Något helt annat', '1. Strukturer för relationer mellan aktörerna'], board)).toBe(
		'ignore/none 1/number',
	);
	expect(brief(['12 månader efter', '2016'], load('self-rating'))).toBe('ignore/none ignore/none');
});

test('a choice takes an item from the column that had it, and choices of nonsense are left aside', () => {
	const board = load('board');
	const proposed = matchColumns(['1. Strukturer', 'Egen kolumn', 'ID'], board);
	const own = { index: 1, header: 'Egen kolumn', target: { kind: 'item', itemId: '1' }, how: 'chosen' } as const;
	expect(applyChoices(proposed, [own], board).map((one) => one.target.kind)).toEqual(['ignore', 'item', 'response-id']);
	const bad = [
		{ ...own, target: { kind: 'item', itemId: 'nope' } },
		{ ...own, index: 7 },
		{ ...own, header: 'En annan' },
	] as const;
	expect(applyChoices(proposed, bad, board)).toEqual(proposed);
});

test('property: a match is one target a column and one column a target, whatever the headings', () => {
	const heading = fc.oneof(
		fc.string(),
		fc.constantFrom('1', '13a. x', '13. a', 'ID', 'Svars-ID', 'Inskickat', 'Sluttid', 'Organisation', '__proto__'),
		fc.constantFrom(...headerOf('lokus-2017.csv')),
	);
	fc.assert(
		fc.property(fc.array(heading, { maxLength: 30 }), fc.constantFrom('board', 'lokus'), (header, key) => {
			const instrument = load(key);
			const columns = matchColumns(header, instrument);
			expect(columns.map((one) => one.index)).toEqual(header.map((_, index) => index));
			const targets = columns.flatMap(({ target }) =>
				target.kind === 'ignore' ? [] : [target.kind === 'item' ? target.itemId : `${target.kind}!`],
			);
			expect(new Set(targets).size).toBe(targets.length);
			expect(applyChoices(columns, columns, instrument)).toEqual(columns);
		}),
		{ numRuns: 60 },
	);
});

const readerOf = (item: Item) => {
	const question = questionsOf(makeInstrument([item]))[0];
	if (!question) throw new Error('no question');
	return cellReader(question);
};
const options = [
	{ value: 'a', label: { sv: 'Ja, ganska', en: 'Yes, fairly' } },
	{ value: 'b', label: { sv: 'Hälso- och sjukvård, region', en: 'Health care, region' } },
	{ value: 'c', label: { sv: 'Ja', en: 'Yes' } },
	{ value: 'na', label: { sv: 'Ej aktuellt', en: 'N/A' }, missing: true },
];

test('an option is found by its label in either language and its value, with tolerance, and nothing else is', () => {
	const read = readerOf({ type: 'single', id: 'q', text: { sv: 'q' }, options });
	for (const text of [
		'Ja, ganska',
		' ja,\u00a0GANSKA ',
		'Ja ganska.',
		'yes, fairly',
		'a',
		'A',
		'4. Ja, ganska',
		'2 - Yes fairly',
	])
		expect(read(text)).toEqual({ answer: 'a' });
	expect(read('n/a')).toEqual({ answer: 'na' });
	for (const text of ['', '  ', '-', '#N/A'])
		expect(read(text)).toEqual(text === '#N/A' ? { answer: 'na' } : { answer: null });
	for (const text of ['Jag', 'Ja, absolut', 'd', '7'])
		expect(read(text)).toEqual({ reason: 'unknown-option', value: text });
});

test('options that differ by a sign alone are told apart, and a text that two answer to is neither', () => {
	const signs = ['C', 'C++', '+1', '-1'].map((label, index) => ({ value: `v${index}`, label: { sv: label } }));
	const read = readerOf({ type: 'single', id: 'q', text: { sv: 'q' }, options: signs });
	expect(['C', 'C++', '+1', '-1', 'c++'].map((text) => read(text))).toEqual(
		['v0', 'v1', 'v2', 'v3', 'v1'].map((answer) => ({ answer })),
	);
	expect(read('1')).toMatchObject({ reason: 'unknown-option' });
});

test('several choices in one cell are told apart, also when labels hold the sign that parts them', () => {
	const read = readerOf({ type: 'multiple', id: 'q', text: { sv: 'q' }, options });
	for (const cell of [
		'Ja;Ja, ganska;',
		'Ja, ganska, Ja',
		'Ja | Ja, ganska',
		'Ja\nJa, ganska\n',
		'c,a',
		'Ja,Ja,Ja ganska',
	])
		expect(read(cell)).toEqual({ answer: ['a', 'c'] });
	expect(read('Hälso- och sjukvård, region, Ja')).toEqual({ answer: ['b', 'c'] });
	expect(read('Ja;Annat')).toEqual({ reason: 'unknown-option', value: 'Annat' });
	expect(read(';;')).toEqual({ answer: null });
	expect(read('Ej aktuellt')).toEqual({ answer: ['na'] });
});

test('property: choices joined by any sign that no label holds come back as they were', () => {
	const read = readerOf({ type: 'multiple', id: 'q', text: { sv: 'q' }, options });
	fc.assert(
		fc.property(fc.subarray(options, { minLength: 1 }), fc.constantFrom(';', '|', '\n', '; ', ', '), (some, sign) => {
			expect(read(some.map((one) => one.label.sv).join(sign))).toEqual({ answer: some.map((one) => one.value) });
		}),
	);
});

test('numbers are read as people write them', () => {
	const cases: [string, number | null][] = [
		['7', 7],
		['4,5', 4.5],
		['4.5', 4.5],
		['1 234,5', 1234.5],
		['1\u00a0234', 1234],
		['1.234,5', 1234.5],
		['1,234.5', 1234.5],
		['1.234.567', 1234567],
		['−3', -3],
		['12 %', 12],
		['+2', 2],
		[',5', 0.5],
		['5.', 5],
		['sju', null],
		['1,2,3', null],
		['4 5', null],
		['1e5', null],
		['', null],
		['0x10', null],
		['--1', null],
		['12.34,5', null],
		['NaN', null],
	];
	for (const [text, value] of cases) expect([text, readNumber(text)]).toEqual([text, value]);
	fc.assert(
		fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (hundredths) => {
			const value = hundredths / 100;
			expect(readNumber(value.toFixed(2).replace('.', ','))).toBeCloseTo(value, 6);
			expect(readNumber(new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 2 }).format(value))).toBeCloseTo(
				value,
				6,
			);
		}),
	);
});

test('how many is a whole number, however its thousands are parted', () => {
	const cases: [string, number | null][] = [
		...([' 28 ', '0', '1.000', '1,000', '1 000', '10.000', '1.234.567'] as const).map((text): [string, number] => [
			text,
			Number(text.replace(/\D/g, '')),
		]),
		['28,0', 28],
		['1.00', 1],
		...(['1.5', '1,50', '-3', '+3', '12 %', 'tio', '', '1.000,5', '99999999999999999999'] as const).map(
			(text): [string, null] => [text, null],
		),
	];
	for (const [text, count] of cases) expect([text, readCount(text)]).toEqual([text, count]);
	fc.assert(
		fc.property(fc.nat(), fc.constantFrom('sv-SE', 'en-GB', 'de-DE'), (count, language) => {
			expect(readCount(new Intl.NumberFormat(language).format(count))).toBe(count);
		}),
	);
});

test('ratings keep to whole numbers inside their ends, and the words at the ends are the ends', () => {
	const rating = {
		type: 'rating',
		id: 'q',
		text: { sv: 'q' },
		min: 1,
		max: 10,
		maxLabel: { sv: 'Mycket stor' },
	} as const;
	const read = readerOf(rating);
	expect(read('10')).toEqual({ answer: 10 });
	expect(read('4,0')).toEqual({ answer: 4 });
	expect(read('10 (mycket stor)')).toEqual({ answer: 10 });
	expect(read('11')).toEqual({ reason: 'out-of-range', value: '11' });
	expect(read('4,5')).toEqual({ reason: 'out-of-range', value: '4,5' });
	expect(read('fem')).toEqual({ reason: 'not-a-number', value: 'fem' });
});

test('a number may have its own unit after it, in either language, and no other', () => {
	const unit = { sv: 'år', en: 'years' };
	const read = readerOf({ type: 'number', id: 'q', text: { sv: 'q' }, unit });
	for (const cell of ['3', '3 år', '3år', ' 3\u00a0År', '3 years', '3,0 år']) expect(read(cell)).toEqual({ answer: 3 });
	for (const cell of ['3 månader', 'år', 'tre år', '3 år sedan'])
		expect(read(cell)).toEqual({ reason: 'not-a-number', value: cell });
});

test('a column of a choice is the option of that value, whatever services call the words to “other”', () => {
	const options = ['t', 'm', 'text', 'a'].map((value) => ({
		value,
		label: { sv: `Val ${value}` },
		other: value === 'a',
	}));
	const instrument = makeInstrument([{ type: 'multiple', id: '4', text: { sv: 'Vad deltar du i?' }, options }]);
	const header = ['4___t', '4___m', '4___text', '4___a'];
	const match = (row: string[]) =>
		matchColumns(header, instrument, { service: 'redcap', cells: (index) => [row[index] ?? ''] }).map(({ target }) =>
			target.kind === 'choice' ? target.value : target.kind === 'item' ? target.itemId : target.kind,
		);
	expect(match(['1', '0', '1', '0'])).toEqual(['t', 'm', 'text', 'a']);
	expect(match(['1', '0', '0', 'Kören'])).toEqual(['t', 'm', 'text', '4:other']);
	expect(match(['1', '0', 'Kören', '1'])).toEqual(['t', 'm', '4:other', 'a']);
});

test('headings with code and text are taken apart, and LimeSurvey is known by them', () => {
	const row = ['id. Svars-ID', 'submitdate. Datum inskickat', 'Q1. Jag trivs', 'Q3[Q3a]. Hur går det? [Dr. Ek]', ''];
	expect(layoutOf([row, ['1', '', '', '', '']])).toEqual({
		service: 'limesurvey',
		sure: 1,
		header: ['Svars-ID', 'Datum inskickat', 'Jag trivs', 'Hur går det? [Dr. Ek]', ''],
		names: ['id', 'submitdate', 'Q1', 'Q3[Q3a]', ''],
		skip: 1,
	});
	const plain = ['id. Svars-ID', 'Q1. Jag trivs', 'Fråga två'];
	expect(layoutOf([plain, ['1', '', '']])).toMatchObject({ service: 'table', header: plain });
});

test('days and times are read in the common spellings', () => {
	for (const text of [
		'2016-06-07',
		'20160607',
		'2016/6/7',
		'7/6/2016',
		'7.6.16',
		'7 juni 2016',
		'June 7, 2016',
		'den 7 juni 2016',
		'2016-06-07 09:03',
		'7 Jun 2016 9:03 PM',
		'2016-06-07T09:03:11Z',
		'6/7/2016',
		...['7/6 2016', '7.6. 2016', '7/6 -16', '7/6-16', '7/6 2016 kl. 9.03', '7/6\u00a02016'],
		...['7:e juni 2016', 'den 7:e juni 2016', '7e juni 2016', '7 juni -16', 'June 7th, 2016'],
	])
		expect([text, readDate(text)]).toEqual([text, text === '6/7/2016' ? '2016-07-06' : '2016-06-07']);
	expect(readDate('6/17/2016')).toBe('2016-06-17');
	for (const text of [
		'',
		'i går',
		'2016-02-30',
		'99/99/2016',
		'juni 2016',
		'2016',
		'12',
		'31/11 2025',
		'3/11 25',
		'3/11',
		'7 juni 16',
	])
		expect(readDate(text)).toBeNull();
	expect(['3/11 2025', '31/12 2026', '3:e november 2025', '3/11 -25'].map((text) => readDate(text))).toEqual([
		'2025-11-03',
		'2026-12-31',
		'2025-11-03',
		'2025-11-03',
	]);
	expect(readDate('11/3 2025', 'mdy')).toBe('2025-11-03');
	expect(dateOrderOf(['3/11 2025', '11/13 2025'])).toBe('mdy');
	expect(dateOrderOf(['3/11 -25'])).toBe('open');
	expect(readTime('2016-06-07 09:03')).toBe('2016-06-07T09:03');
	expect(readTime('6/7/16 9:03:22 PM')).toBe('2016-07-06T21:03');
	expect(readTime('2016-06-07')).toBe('2016-06-07');
	expect(readTime('nyss')).toBeNull();
});

test('two equal anonymous rows are two; the id of a response stands once', () => {
	const instrument = makeInstrument([{ type: 'text', id: 'q', text: { sv: 'q' } }]);
	const read = (header: string[], rows: string[][]) => readRows(rows, matchColumns(header, instrument), instrument);
	const once = read(['q'], [['a'], ['b'], ['a']]);
	expect(new Set(once.rows.map((row) => row.key)).size).toBe(3);
	const longer = read(['q'], [['c'], ['a'], ['b'], ['a'], ['a']]);
	const before = new Set(once.rows.map((row) => row.key));
	expect(longer.rows.filter((row) => !before.has(row.key)).map((row) => row.answers)).toEqual([{ q: 'c' }, { q: 'a' }]);
	const ids = read(
		['ID', 'q'],
		[
			['1', 'a'],
			['1', 'b'],
			['', 'c'],
			['2', ''],
			['', ''],
		],
	);
	expect(ids.read).toBe(4);
	expect(ids.rows.map((row) => row.row)).toEqual([1, 3]);
	expect(ids.problems).toEqual([
		{ row: 2, column: 'ID', value: '1', reason: 'duplicate-id' },
		{ row: 4, column: '', value: '2', reason: 'empty-row' },
	]);
});

test('property: answers written as labels are read as the answers they were', () => {
	const made = soundInstrument.chain((instrument) =>
		fc.tuple(fc.constant(instrument), fc.array(someAnswers(instrument), { minLength: 1, maxLength: 6 })),
	);
	fc.assert(
		fc.property(made, ([instrument, all]) => {
			const questions = questionsOf(instrument);
			const label = (id: string, value: string) =>
				questions.find((one) => one.id === id)?.options.find((one) => one.value === value)?.label.sv ?? value;
			const rows = all.map((answers) =>
				questions.map(({ id }) => {
					const answer = answers[id];
					return Array.isArray(answer)
						? answer.map((one) => label(id, one)).join(';')
						: label(id, String(answer ?? ''));
				}),
			);
			const header = questions.map((one) => one.id);
			const reading = readRows(rows, matchColumns(header, instrument), instrument);
			expect(reading.problems.filter((one) => one.reason !== 'empty-row')).toEqual([]);
			// Words to an "other" say that it was chosen, whether the column of choices does or not.
			const whole = all.map((answers) => {
				const more = { ...answers };
				for (const { id, otherOf } of questions) {
					const parent = questions.find((one) => one.id === otherOf);
					const other = parent?.options.find((one) => one.other)?.value;
					if (answers[id] === undefined || !parent || other === undefined) continue;
					const before = more[parent.id];
					if (parent.type === 'single') more[parent.id] = before ?? other;
					if (parent.type === 'multiple')
						more[parent.id] = [...new Set([...(Array.isArray(before) ? before : []), other])];
				}
				return more;
			});
			expect(reading.rows.map((row) => row.answers)).toEqual(
				whole.filter((answers) => Object.keys(answers).length > 0),
			);
		}),
	);
});

test('property: a passage is carried to the same words, or given up', () => {
	const text = fc.string({ maxLength: 12 });
	fc.assert(
		fc.property(text, text, text, text, fc.nat(), fc.nat(), (head, old, next, tail, a, b) => {
			const before = head + old + tail;
			const after = head + next + tail;
			const [start, end] = [Math.min(a, b) % (before.length + 1), Math.max(a, b) % (before.length + 1)];
			if (start >= end) return;
			const span = carrySpan(before, after, { start, end });
			if (span) expect(after.slice(span.start, span.end)).toBe(before.slice(start, end));
			if (end <= head.length || start >= head.length + old.length) expect(span).not.toBeNull();
			expect(carrySpan(before, before, { start, end })).toEqual({ start, end });
		}),
	);
});

test('a list for a spreadsheet holds nothing that a spreadsheet computes, and comes back as it was', () => {
	expect(
		writeCsv([
			['Rad', 'Värde'],
			['1', '=1+1'],
		]),
	).toBe('\ufeff"Rad";"Värde"\r\n"1";"\'=1+1"\r\n');
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
			const { data } = Papa.parse<string[]>(writeCsv(rows).slice(1).trimEnd(), { delimiter: ';', newline: '\r\n' });
			expect(data).toHaveLength(rows.length);
			for (const [index, row] of rows.entries()) {
				for (const [place, cell] of row.entries()) {
					const written = data[index]?.[place] ?? '';
					expect(/^[=+\-@\t\r\n]/.test(written)).toBe(false);
					expect(written === cell || written === `'${cell}`).toBe(true);
				}
			}
		}),
	);
});
