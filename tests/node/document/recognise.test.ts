import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readClock } from '#shared/domain/document/line-head.ts';
import { countWords, normaliseText } from '#shared/domain/document/normalise.ts';
import { dateFromName, guessKind, recogniseTurns, titleFromName } from '#shared/domain/document/recognise.ts';
import { sentencesOf } from '#shared/domain/document/sentences.ts';
import { costOf } from '../cost.ts';

const said = (text: string) => {
	const { speakers, turns } = recogniseTurns(text);
	return turns.map((turn) => [
		turn.speaker === null ? null : speakers[turn.speaker]?.label,
		turn.time === null ? null : turn.time / 1000,
		text.slice(turn.start, turn.end),
	]);
};

describe('how transcripts name those who speak', () => {
	test.each([
		[
			'Intervjuare: Hej.\nAnna: Hej.\nAnna: Ja.',
			[
				['Intervjuare', null, 'Hej.'],
				['Anna', null, 'Hej.'],
				['Anna', null, 'Ja.'],
			],
		],
		[
			'I: Hur?\nR: Så.',
			[
				['I', null, 'Hur?'],
				['R', null, 'Så.'],
			],
		],
		[
			'[id1] Ja.\n[id2] Nej [skratt].',
			[
				['id1', null, 'Ja.'],
				['id2', null, 'Nej [skratt].'],
			],
		],
		[
			'SK1 (04.12): Ja.\nSK2 (1.04.13): Nej.',
			[
				['SK1', 252, 'Ja.'],
				['SK2', 3853, 'Nej.'],
			],
		],
		[
			'[00:04:12] SK1: Ja.\n[00:04:15] SK2: Nej.',
			[
				['SK1', 252, 'Ja.'],
				['SK2', 255, 'Nej.'],
			],
		],
		[
			'Anna Ek   0:03\nJa.\n\nBo Ås   0:09\nNej.\n\nAnna Ek   0:12\nJo.\n\nBo Ås   0:15\nNja.',
			[
				['Anna Ek', 3, 'Ja.'],
				['Bo Ås', 9, 'Nej.'],
				['Anna Ek', 12, 'Jo.'],
				['Bo Ås', 15, 'Nja.'],
			],
		],
		[
			'00:00:03 Speaker 1\nHello.\n00:00:09 Speaker 2\nHi.',
			[
				['Speaker 1', 3, 'Hello.'],
				['Speaker 2', 9, 'Hi.'],
			],
		],
		[
			'Q: Why?\nA: Because.',
			[
				['Q', null, 'Why?'],
				['A', null, 'Because.'],
			],
		],
		[
			'INTERVJUARE:\nHur?\n\nSK1:\nSå.\n\nOch så.',
			[
				['INTERVJUARE', null, 'Hur?'],
				['SK1', null, 'Så.\n\nOch så.'],
			],
		],
		[
			'SK1\tJa.\nSK2\tNej.',
			[
				['SK1', null, 'Ja.'],
				['SK2', null, 'Nej.'],
			],
		],
	])('%j', (text, expected) => expect(said(text)).toEqual(expected));

	test('headings and facts before the talk belong to nobody, and a colon inside speech is speech', () => {
		const text =
			'Fokusgrupp\nDatum: 2016-06-07\n\nI: Vad är viktigt?\nSK1: Jag säger så här: det är svårt.\nAF:s roll är oklar.';
		expect(said(text)).toEqual([
			[null, null, 'Fokusgrupp\nDatum: 2016-06-07'],
			['I', null, 'Vad är viktigt?'],
			['SK1', null, 'Jag säger så här: det är svårt.\nAF:s roll är oklar.'],
		]);
	});

	test('a note without speakers is paragraphs of nobody', () => {
		expect(said('Mötet börjar.\nSyfte: samsyn.\n\nSedan fika.')).toEqual([
			[null, null, 'Mötet börjar.\nSyfte: samsyn.'],
			[null, null, 'Sedan fika.'],
		]);
		expect(said('En rad.\nEn till.')).toHaveLength(2);
	});

	test('who asks is known by the word', () => {
		const text = 'Moderator: A?\nInt 2: B?\nSK1: C.\nDeltagare 3: D.';
		const { speakers } = recogniseTurns(text);
		expect(speakers.map((one) => one.role)).toEqual(['interviewer', 'interviewer', 'informant', 'informant']);
		expect(guessKind('x', { speakers })).toBe('pair');
		expect(guessKind('Fokusgrupp SK.docx', { speakers })).toBe('focus-group');
		expect(guessKind('Observation möte.txt', { speakers: [] })).toBe('observation');
	});
});

test('times, titles and dates as files write them', () => {
	expect(['04.12', '1.04.12', '00:04:12,5', '12:99', 'x'].map(readClock)).toEqual([
		252_000,
		3_852_000,
		252_500,
		null,
		null,
	]);
	expect(titleFromName('C:\\mapp\\Fokus_grupp 1.docx')).toBe('Fokus grupp 1');
	expect(['a 2016-06-07.txt', 'b20160607', 'c 2016-02-31', '123456789'].map(dateFromName)).toEqual([
		'2016-06-07',
		'2016-06-07',
		null,
		null,
	]);
});

test('words are counted as a reader counts them', () => {
	expect(countWords("AF:s roll, t-bana och it's  3 000 kronor – 😀")).toBe(8);
	expect(countWords('')).toBe(0);
});

test('sentences end at their marks and not at abbreviations', () => {
	const text = 'Det gäller t.ex. möten. Hur då?! ”Så.” Och\nså 3.5 timmar…';
	expect(sentencesOf(text, 0, text.length).map((one) => text.slice(one.start, one.end))).toEqual([
		'Det gäller t.ex. möten.',
		'Hur då?!',
		'”Så.”',
		'Och',
		'så 3.5 timmar…',
	]);
});

const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({ unit: 'grapheme' }),
	fc
		.array(
			fc.constantFrom(
				'SK1: ',
				'I: ',
				'[id1] ',
				'(04.12)',
				':',
				'\n',
				'\n\n',
				' ',
				'\t',
				'Anna: ',
				'ord',
				'😀',
				'\ud83d',
				'שלום',
				'[00:04:12]',
				'\r\n',
				'e\u0301',
				'\uFEFF',
			),
			{ maxLength: 60 },
		)
		.map((parts) => parts.join('')),
);

test('normalising is done once and for all', () => {
	fc.assert(
		fc.property(anyText, (raw) => {
			const text = normaliseText(raw);
			expect(normaliseText(text)).toBe(text);
			expect(text.isWellFormed()).toBe(true);
			expect(text).not.toMatch(/\r|\n\n\n|^\n|\n$/);
		}),
		{ numRuns: 2000 },
	);
});

test('turns lie in the text, in order, apart, and miss no word but the labels', () => {
	fc.assert(
		fc.property(anyText, (raw) => {
			const text = normaliseText(raw);
			const { speakers, turns } = recogniseTurns(text);
			let last = 0;
			for (const turn of turns) {
				expect(turn.start).toBeGreaterThanOrEqual(last);
				expect(turn.end).toBeGreaterThan(turn.start);
				expect(text.slice(turn.start, turn.end).trim()).toBe(text.slice(turn.start, turn.end));
				if (turn.speaker !== null) expect(speakers[turn.speaker]).toBeDefined();
				last = turn.end;
			}
			expect(last).toBeLessThanOrEqual(text.length);
			if (speakers.length === 0 && !/[[(#:\d]/.test(text)) {
				expect(
					turns
						.map((turn) => text.slice(turn.start, turn.end))
						.join('')
						.replace(/\s/g, ''),
				).toBe(text.replace(/\s/g, ''));
			}
		}),
		{ numRuns: 2000 },
	);
});

test('sentences lie within what they were asked of, in order and apart', () => {
	fc.assert(
		fc.property(anyText, (raw) => {
			let last = 0;
			for (const one of sentencesOf(raw, 0, raw.length)) {
				expect(one.start).toBeGreaterThanOrEqual(last);
				expect(one.end).toBeGreaterThan(one.start);
				last = one.end;
			}
			expect(last).toBeLessThanOrEqual(raw.length);
		}),
	);
});

test.each([
	['spaces', `${' '.repeat(1_000_000)}x`],
	['one line of letters', 'a'.repeat(1_000_000)],
	['colons', ': '.repeat(500_000)],
	['brackets', '['.repeat(1_000_000)],
	['digits', '1'.repeat(1_000_000)],
	['labels on every line', 'SK1: ja\n'.repeat(125_000)],
	['names that never come again', Array.from({ length: 60_000 }, (_, n) => `N${n.toString(36)}x: ja`).join('\n')],
	['full stops', '.'.repeat(1_000_000)],
	['tabs and digits', '1\t'.repeat(500_000)],
])('a megabyte of %s takes no longer than its length', async (_name, raw) => {
	const cost = await costOf(() => {
		const text = normaliseText(raw);
		recogniseTurns(text);
		countWords(text);
		sentencesOf(text, 0, text.length);
	});
	expect(cost).toBeLessThan(60);
});
