import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers, Item } from '#shared/domain/instrument/model.ts';
import { isQuickPattern, matchesPattern } from '#shared/domain/instrument/pattern.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { shownIds } from '#shared/domain/instrument/shown.ts';
import { problemsOf, startAnswers, switchChoice } from '#shared/domain/instrument/validate.ts';
import { problemText } from '#shared/i18n/respondent.ts';
import { costOf } from '../cost.ts';
import { makeInstrument, someAnswers, soundInstrument } from './make.ts';

const base = { text: { sv: 'F' } };
const options = ['1', '2', '3', '4'].map((value) => ({ value, label: { sv: value } }));
const problems = (item: Item, answers: Answers) =>
	problemsOf(makeInstrument([item]), answers, matchesPattern).map(({ id: _id, ...rest }) => rest);

test('each thing that can be wrong is told, and what is right is not', () => {
	const number: Item = { ...base, type: 'number', id: 'q', min: 0, max: 40, decimals: 1 };
	expect(problems(number, { q: 40.5 })).toEqual([{ kind: 'above', limit: 40 }]);
	expect(problems(number, { q: -1 })).toEqual([{ kind: 'below', limit: 0 }]);
	expect(problems(number, { q: 0.25 })).toEqual([{ kind: 'too-many-decimals', limit: 1 }]);
	expect(problems(number, { q: 1e-7 })).toEqual([{ kind: 'too-many-decimals', limit: 1 }]);
	expect(problems(number, { q: 'många' })).toEqual([{ kind: 'unreadable' }]);
	expect(problems(number, { q: 39.5 })).toEqual([]);
	const date: Item = { ...base, type: 'date', id: 'q', from: '2026-01-01', to: '2026-12-31' };
	expect(problems(date, { q: '2025-12-31' })).toEqual([{ kind: 'before', day: '2026-01-01' }]);
	expect(problems(date, { q: '2027-01-01' })).toEqual([{ kind: 'after', day: '2026-12-31' }]);
	expect(problems(date, { q: '2026-02-30' })).toEqual([{ kind: 'unreadable' }]);
	expect(problems(date, { q: '2026-12-31' })).toEqual([]);
	const none = { value: '0', label: { sv: 'Inget' }, exclusive: true };
	const several: Item = { ...base, type: 'multiple', id: 'q', options: [...options, none], min: 2, max: 3 };
	expect(problems(several, { q: ['1'] })).toEqual([{ kind: 'too-few', chosen: 1, limit: 2 }]);
	expect(problems(several, { q: ['1', '2', '3', '4'] })).toEqual([{ kind: 'too-many', chosen: 4, limit: 3 }]);
	expect(problems(several, { q: ['1', '0'] })).toEqual([{ kind: 'exclusive' }]);
	expect(problems(several, { q: ['0'] })).toEqual([]);
	expect(problems(several, {})).toEqual([]);
	const ranking: Item = { ...base, type: 'ranking', id: 'q', options, max: 3 };
	expect(problems(ranking, { q: ['3', '1'] })).toEqual([{ kind: 'too-few', chosen: 2, limit: 3 }]);
	expect(problems(ranking, { q: ['3', '1', '2'] })).toEqual([]);
	const text: Item = { ...base, type: 'text', id: 'q', maxLength: 5, required: true };
	expect(problems(text, { q: 'sex ord' })).toEqual([{ kind: 'too-long', length: 7, limit: 5 }]);
	expect(problems(text, { q: '' })).toEqual([{ kind: 'lacking' }]);
	const message = { sv: 'Fem siffror.' };
	const code: Item = { ...base, type: 'text', id: 'q', validation: { pattern: '\\d{5}', message } };
	expect(problems(code, { q: '1234' })).toEqual([{ kind: 'rule', message }]);
	expect(problems(code, { q: '12345\n' })).toEqual([{ kind: 'rule', message }]);
	expect(problems(code, { q: '12345' })).toEqual([]);
	expect(problemsOf(makeInstrument([code]), { q: '1234' })).toEqual([]);
	const rule: Item = { ...base, type: 'number', id: 'q', validation: { rule: { item: 'q', atLeast: 18 }, message } };
	expect(problems(rule, { q: 17 })).toEqual([{ kind: 'rule', message }]);
	for (const language of ['sv', 'en'] as const)
		expect(problemText({ id: 'q', kind: 'rule', message }, language)).toBe('Fem siffror.');
});

test('nothing is held against what is hidden, and all that is required and shown is asked for, in order', () => {
	fc.assert(
		fc.property(
			soundInstrument
				.map((made) => ({
					...made,
					items: made.items.map((item) =>
						item.type === 'section' || item.type === 'info' ? item : { ...item, required: true },
					),
				}))
				.chain((made) => fc.tuple(fc.constant(made), someAnswers(made))),
			([instrument, answers]) => {
				const shown = shownIds(instrument, answers);
				const found = problemsOf(instrument, answers, matchesPattern);
				const order = questionsOf(instrument).map((one) => one.id);
				const places = found.map((one) => order.indexOf(one.id));
				expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
				for (const one of found) expect(shown.has(one.id)).toBe(true);
				const lacking = order.filter((id) => shown.has(id) && !id.includes(':') && !Object.hasOwn(answers, id));
				expect(found.filter((one) => one.kind === 'lacking').map((one) => one.id)).toEqual(lacking);
			},
		),
	);
});

test('a choice that goes with no other takes the others away, and goes when another is taken', () => {
	const none = { value: 'n', label: { sv: 'Inget' }, exclusive: true };
	const [question] = questionsOf(makeInstrument([{ ...base, type: 'multiple', id: 'q', options: [...options, none] }]));
	if (!question) throw new Error('no question');
	expect(switchChoice(question, ['3'], '1', true)).toEqual(['1', '3']);
	expect(switchChoice(question, ['1', '3'], 'n', true)).toEqual(['n']);
	expect(switchChoice(question, ['n'], '2', true)).toEqual(['2']);
	expect(switchChoice(question, ['2'], '2', false)).toEqual([]);
});

test('answers that are there from the start are those that can be answers', () => {
	const made = makeInstrument([
		{ ...base, type: 'number', id: 'a', default: 3, max: 5 },
		{ ...base, type: 'number', id: 'b', default: 9, max: 5 },
		{
			...base,
			type: 'single',
			id: 'c',
			options: [...options, { value: 'o', label: { sv: 'Annat' }, other: true }],
			default: '2',
		},
		{ ...base, type: 'multiple', id: 'd', options, default: ['4', '1'] },
		{ ...base, type: 'text', id: 'e', default: '' },
	]);
	expect(startAnswers(made)).toEqual({ a: 3, c: '2', d: ['1', '4'] });
});

test('a pattern made to take for ever takes no time, and one that is none holds nothing back', async () => {
	const nested = [
		'(a+)+b',
		'(a|a)*b',
		'(a|aa)+b',
		'([a-z]+)*\\d',
		'(?:(?:a*)*)*b',
		'(a?){30}b',
		'(.*)\\1c',
		'(.*a){12}',
	];
	for (const pattern of nested) expect(isQuickPattern(pattern)).toBe(false);
	const slow = [...nested, 'a*a*b', 'a*a*a*b', 'a*a*a*a*a*a*b', `${'a?'.repeat(30)}b`, '(a|b)(a|c)+?d'];
	const cost = await costOf(() => {
		for (const pattern of slow)
			for (const length of [4, 10, 22, 100, 400, 2000, 100_000]) matchesPattern(pattern, 'a'.repeat(length));
	});
	expect(cost).toBeLessThan(40);
	expect(matchesPattern('(', 'a')).toBe(true);
	expect(matchesPattern('a|b', 'ab')).toBe(false);
	expect(matchesPattern('\\d{3} ?\\d{2}', '123 45')).toBe(true);
	expect(matchesPattern('[(+*]+', '(+*')).toBe(true);
	expect(matchesPattern('[^@]+@[^@]+', 'ingen adress')).toBe(false);
});
