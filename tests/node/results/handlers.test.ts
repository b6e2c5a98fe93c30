import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { makeTestProject } from '../test-core.ts';
import { expected } from './seed-answers.ts';
import { expectBoard, expectLokus } from './seed-figures.ts';

let made: Awaited<ReturnType<typeof makeTestProject>>;
let core: Core;
beforeEach(async () => {
	made = await makeTestProject();
	core = made.core;
});
afterEach(() => made.end());

async function withRound(key: 'board' | 'lokus', name: string = key): Promise<number> {
	const { id: instrumentId } = await core.call('instrument.add', { key });
	const { invited } = expected[key];
	const { id: roundId } = await core.call('round.add', { name, instrumentId, invited });
	const file = key === 'board' ? 'board-2016.csv' : 'lokus-2017.csv';
	const bytes = new Uint8Array(readFileSync(new URL(`../../fixtures/seed/${file}`, import.meta.url)));
	const { stored, problems } = await core.call('response.import', { roundId, name: file, bytes });
	expect([stored, problems]).toEqual([expected[key].answered, []]);
	return roundId;
}

describe('results of rounds that were imported', () => {
	it('are the published figures of the board', async () => {
		const roundId = await withRound('board');
		expectBoard(await core.call('results.analyse', { roundId }));
	});

	it('are the published figures of the Lokus groups, also beside another round of the same questionnaire', async () => {
		const roundId = await withRound('lokus');
		await withRound('lokus', 'again');
		expectLokus(await core.call('results.analyse', { roundId, by: '1' }));
	});

	it('count only people in one group where that is asked for', async () => {
		const roundId = await withRound('lokus');
		const { by, items } = await core.call('results.analyse', { roundId, by: '1', singleGroupOnly: true });
		expect(by).toMatchObject({ id: '1', inSeveral: 2, singleGroupOnly: true });
		const groups = items.find((item) => item.id === '13')?.groups ?? [];
		expect(groups.reduce((sum, group) => sum + group.size, 0)).toBe(18);
		expect(groups.every((group) => group.inSeveral === 0)).toBe(true);
	});

	it('are in the language asked for', async () => {
		const roundId = await withRound('board');
		const label = async (language: 'sv' | 'en') =>
			(await core.call('results.analyse', { roundId, language })).items[0]?.options.at(-1)?.label;
		expect([await label('sv'), await label('en')]).toEqual(['Stämmer helt', 'Completely true']);
	});

	it('are of nobody before anyone has answered, and a half-done response counts once it answers something', async () => {
		const { id: instrumentId } = await core.call('instrument.add', { key: 'board' });
		const { id: roundId } = await core.call('round.add', { name: 'tom', instrumentId, invited: 10 });
		expect(await core.call('results.analyse', { roundId })).toMatchObject({ answered: 0, responseRate: 0, partial: 0 });
		await core.call('response.save', { roundId, status: 'partial', answers: {} });
		expect(await core.call('results.analyse', { roundId })).toMatchObject({ answered: 0, partial: 0 });
		await core.call('response.save', { roundId, status: 'partial', answers: { '1': '4' } });
		await core.call('response.save', { roundId, status: 'complete', answers: { '1': '5' } });
		const result = await core.call('results.analyse', { roundId });
		expect(result).toMatchObject({ answered: 2, partial: 1, responseRate: 20 });
		expect(result.items[0]).toMatchObject({ n: 2, missing: 0, topTwo: { count: 2, percent: 100 }, median: 4.5 });
	});

	it('are refused for a round or a grouping item that is not there, by name', async () => {
		const roundId = await withRound('lokus');
		await expect(core.call('results.analyse', { roundId: 99 })).rejects.toMatchObject({
			code: 'NOT_FOUND',
			params: { what: 'round', ref: '99' },
		});
		for (const by of ['3', '7', 'nothing', '__proto__']) {
			await expect(core.call('results.analyse', { roundId, by })).rejects.toMatchObject({
				code: 'NOT_FOUND',
				params: { what: 'item', ref: by },
			});
		}
		await expect(core.call('results.openAnswers', { roundId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
	});
});

describe('open answers', () => {
	it('stand under their items in the order of the questionnaire, with how many codings they have', async () => {
		await withRound('board');
		const roundId = await withRound('lokus');
		const items = await core.call('results.openAnswers', { roundId });
		expect(items[0]?.itemId).toBe('4');
		const seven = items.find((item) => item.itemId === '7');
		expect(seven?.answers).toHaveLength(17);
		const answer = seven?.answers[0];
		expect(answer).toMatchObject({ text: 'Mötena har varit för sällan för att stödja något.', codings: 0 });
		if (!answer) throw new Error('no answer');
		await core.call('coding.addWithNewCode', {
			target: { kind: 'answer', answerId: answer.id },
			start: 0,
			end: 6,
			name: 'Möten',
		});
		const after = await core.call('results.openAnswers', { roundId });
		expect(after.find((item) => item.itemId === '7')?.answers[0]?.codings).toBe(1);
	});
});
