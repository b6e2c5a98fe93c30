import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answers, Instrument, Option } from '#shared/domain/instrument/model.ts';
import { matchesPattern } from '#shared/domain/instrument/pattern.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { problemsOf } from '#shared/domain/instrument/validate.ts';
import { breachCheck } from '#shared/domain/responses/breaches.ts';
import { runHere } from '../../../electron/workers/run-here.ts';
import { makeTestProject } from '../test-core.ts';

const label = (sv: string) => ({ sv });
const options = (...labels: string[]): Option[] =>
	labels.map((one, at) => ({ value: `v${at + 1}`, label: label(one) }));
const none: Option = { value: 'none', label: label('Inget av detta'), exclusive: true };
const definition: Instrument = {
	format: 'underlag-instrument/1',
	key: 'regler',
	version: 1,
	title: label('Regler'),
	scales: [],
	items: [
		{
			type: 'multiple',
			id: 'val',
			text: label('Vad läser du?'),
			options: [...options('Brevet', 'Webben', 'Bladet'), none],
			max: 2,
		},
		{
			type: 'ranking',
			id: 'ordning',
			text: label('Vad är viktigast?'),
			options: options('Tid', 'Pengar'),
			required: true,
		},
		{ type: 'number', id: 'barn', text: label('Hur många barn?'), decimals: 0, min: 0, max: 30 },
		{
			type: 'number',
			id: 'hemma',
			text: label('Hur många bor hemma?'),
			validation: {
				rule: { any: [{ not: { item: 'barn', atMost: 1 } }, { item: 'hemma', atMost: 1 }] },
				message: label('Högst så många som barnen.'),
			},
		},
		{ type: 'date', id: 'dag', text: label('När kom du?'), from: '2016-01-01' },
		{
			type: 'text',
			id: 'kod',
			text: label('Din kod'),
			maxLength: 8,
			validation: { pattern: '[A-Z]{2}\\d+', message: label('Två bokstäver och siffror.') },
		},
		{ type: 'text', id: 'fri', text: label('Annat'), validation: { pattern: '(a+)+', message: label('Bara a.') } },
	],
};
const heading = 'Vad läser du?;Vad är viktigast?;Hur många barn?;Hur många bor hemma?;När kom du?;Din kod;Annat\n';
const rows = [
	'Brevet, Webben;Tid, Pengar;2;2;2016-05-01;AB12;aaa',
	'Brevet, Webben, Bladet;Tid;1,5;3;2015-12-31;ab12;',
	'Inget av detta, Webben;;1;2;;AB123456789;aab',
	'Inget av detta;;;;;;',
];

let project: Awaited<ReturnType<typeof makeTestProject>>;
const call: (typeof project)['core']['call'] = (name, input) => project.core.call(name, input);
beforeAll(async () => {
	project = await makeTestProject({ runJob: runHere });
});
afterAll(() => project.end());

test('answers that break a rule are stored as they stand, and told by question and rule with their rows', async () => {
	const { id: instrumentId } = await call('instrument.add', { definition, name: 'regler.json' });
	const { id: roundId } = await call('round.add', { name: 'Regler', instrumentId });
	const file = (content: string) => ({ roundId, name: 'svar.csv', bytes: new TextEncoder().encode(content) });
	const message = (at: number) => (definition.items[at] as { validation: { message: unknown } }).validation.message;
	const breaches = [
		{ itemId: 'val', kind: 'too-many', limit: 2, count: 1, rows: [2] },
		{ itemId: 'val', kind: 'exclusive', count: 1, rows: [3] },
		{ itemId: 'ordning', kind: 'too-few', limit: 2, count: 1, rows: [2] },
		{ itemId: 'barn', kind: 'too-many-decimals', limit: 0, count: 1, rows: [2] },
		{ itemId: 'hemma', kind: 'rule', message: message(3), count: 1, rows: [3] },
		{ itemId: 'dag', kind: 'before', day: '2016-01-01', count: 1, rows: [2] },
		{ itemId: 'kod', kind: 'rule', message: message(5), count: 1, rows: [2] },
		{ itemId: 'kod', kind: 'too-long', limit: 8, count: 1, rows: [3] },
		// A pattern that may take for ever is never run, and never passed over in silence.
		{ itemId: 'fri', kind: 'unheld', count: 2, rows: [1, 3] },
	];
	const content = heading + rows.join('\n');
	expect(await call('response.previewImport', file(content))).toMatchObject({ new: 4, problems: [], breaches });
	expect(await call('response.import', file(content))).toEqual({
		read: 4,
		stored: 4,
		skipped: 0,
		problems: [],
		breaches,
		missing: [],
	});
	const listed = await call('response.list', { roundId });
	expect((await call('response.get', { id: listed.rows[1]?.id ?? 0 })).answers).toMatchObject({
		val: ['v1', 'v2', 'v3'],
		ordning: ['v1'],
		barn: 1.5,
		kod: 'ab12',
	});
	expect(await call('response.imports', { roundId })).toMatchObject([{ breaches }]);
	// What is there already is not told again; of many rows the first ten are named.
	const twelve = Array.from({ length: 12 }, (_, at) => `;;;;;x${at};`).join('\n');
	expect(await call('response.import', file(`${content}\n${twelve}`))).toMatchObject({
		stored: 12,
		breaches: [{ itemId: 'kod', kind: 'rule', count: 12, rows: Array.from({ length: 10 }, (_, at) => at + 5) }],
	});
});

test('what is told of answers is what a respondent is told of them', () => {
	const several = (...values: string[]) => fc.subarray(values, { minLength: 1 });
	const someAnswers = fc.record<Answers>(
		{
			val: several('v1', 'v2', 'v3', 'none'),
			ordning: several('v1', 'v2'),
			barn: fc.constantFrom(0, 1, 2, 2.5),
			hemma: fc.integer({ min: 0, max: 3 }),
			dag: fc.constantFrom('2015-12-31', '2016-01-01', '2017-02-03'),
			kod: fc.constantFrom('AB1', 'ab1', 'AB', 'AB123456789'),
		},
		{ requiredKeys: [] },
	);
	fc.assert(
		fc.property(someAnswers, (answers) => {
			const told = questionsOf(definition).flatMap((question) => {
				const answer = answers[question.id];
				const found = answer === undefined ? null : breachCheck(question, matchesPattern)?.check(answer, answers);
				return found ? [found] : [];
			});
			expect(told).toEqual(problemsOf(definition, answers, matchesPattern).filter(({ kind }) => kind !== 'lacking'));
		}),
	);
});
