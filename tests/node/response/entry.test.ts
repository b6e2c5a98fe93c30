import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pruneAnswers } from '#shared/domain/instrument/shown.ts';
import { entryDifferences, formsPerHour } from '#shared/domain/responses/double-entry.ts';
import { someAnswers, soundInstrument } from '../instrument/make.ts';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
let roundId: number;
const call: (typeof project)['core']['call'] = (name, input) => project.core.call(name, input);
beforeEach(async () => {
	project = await makeTestProject();
	const { id } = await call('instrument.add', { key: 'board' });
	roundId = (await call('round.add', { name: 'Styrelsen', instrumentId: id })).id;
});
afterEach(() => project.end());

const enter = async (number: string, answers: Record<string, string>) => {
	const { id } = await call('response.save', { roundId, answers, status: 'complete' });
	await call('entry.setNumber', { responseId: id, number });
	return id;
};

test('two entries of the same paper are compared, and each difference is settled for both', async () => {
	const id = await enter('17', { 1: '3', 2: '4', 10: 'Genom  samråd' });
	await expect(call('entry.second', { roundId, number: '18', answers: {} })).rejects.toMatchObject({
		code: 'NOT_FOUND',
		params: { what: 'paper', ref: '18' },
	});
	const second = await call('entry.second', {
		roundId,
		number: ' 17 ',
		answers: { 1: '3', 2: '5', 3: '1', 10: 'Genom samråd' },
	});
	expect(second.differed).toBe(2);
	const check = await call('entry.check', { roundId });
	expect(check).toMatchObject({ papers: 1, twice: 1, compared: second.compared, differed: 2, waiting: [] });
	expect(check.differences).toEqual([
		{ responseId: id, number: '17', item: '2', first: '4', second: '5' },
		{ responseId: id, number: '17', item: '3', first: null, second: '1' },
	]);
	await call('entry.settle', { responseId: id, item: '2', value: '5' });
	await call('entry.settle', { responseId: id, item: '3', value: null });
	expect((await call('response.get', { id })).answers).toEqual({ 1: '3', 2: '5', 10: 'Genom  samråd' });
	// What differed as it was entered is still told.
	expect(await call('entry.check', { roundId })).toMatchObject({ differed: 2, differences: [] });
	await call('history.undo', {});
	await call('history.undo', {});
	expect((await call('entry.check', { roundId })).differences).toEqual(check.differences);
	await expect(call('entry.settle', { responseId: id, item: '2', value: '9' })).rejects.toMatchObject({
		code: 'ANSWER_INVALID',
	});
});

test('a number is one paper’s, and goes with its response', async () => {
	const first = await enter('1', { 1: '3' });
	const { id } = await call('response.save', { roundId, answers: { 1: '2' }, status: 'complete' });
	await expect(call('entry.setNumber', { responseId: id, number: '1' })).rejects.toMatchObject({
		code: 'NAME_TAKEN',
		params: { what: 'paper', name: '1' },
	});
	await call('entry.setNumber', { responseId: id, number: '2' });
	await call('entry.second', { roundId, number: '2', answers: { 1: '2' } });
	expect(await call('entry.check', { roundId })).toMatchObject({ papers: 2, twice: 1, differed: 0, waiting: ['1'] });
	await call('response.remove', { id });
	expect(await call('entry.check', { roundId })).toMatchObject({ papers: 1, twice: 0 });
	await call('entry.setNumber', { responseId: first, number: null });
	expect(await call('entry.number', { responseId: first })).toEqual({ number: null });
	await expect(call('entry.number', { responseId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('entries differ exactly where one has another answer, whichever is the first', () => {
	const pair = soundInstrument.chain((made) => fc.tuple(fc.constant(made), someAnswers(made), someAnswers(made)));
	fc.assert(
		fc.property(pair, ([instrument, one, other]) => {
			const [first, second] = [pruneAnswers(instrument, one), pruneAnswers(instrument, other)];
			const { compared, differences } = entryDifferences(instrument, first, second);
			const ids = [...new Set([...Object.keys(first), ...Object.keys(second)])];
			const differing = ids.filter((id) => JSON.stringify(first[id]) !== JSON.stringify(second[id]));
			expect(differences.map((one) => one.item).sort()).toEqual(differing.sort());
			expect(differences.length).toBeLessThanOrEqual(compared);
			expect(entryDifferences(instrument, second, first).differences.map((one) => one.item)).toEqual(
				differences.map((one) => one.item),
			);
			expect(entryDifferences(instrument, first, first).differences).toEqual([]);
		}),
	);
});

test('the pace is that of the latest ten', () => {
	expect(formsPerHour([])).toBeNull();
	expect(formsPerHour([1000])).toBeNull();
	expect(formsPerHour([0, 60_000, 120_000])).toBeNull();
	expect(formsPerHour([0, 60_000, 120_000, 180_000])).toBe(60);
	expect(formsPerHour([0, 3_600_000, ...Array.from({ length: 11 }, (_, at) => 7_200_000 + at * 30_000)])).toBe(120);
});
