import { afterEach, beforeEach, expect, test } from 'vitest';
import { runHere } from '../../../electron/workers/run-here.ts';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
beforeEach(async () => {
	project = await makeTestProject({ runJob: runHere });
});
afterEach(() => project.end());
const call: (typeof project)['core']['call'] = (name, input) => project.core.call(name, input);

test('codings of an open answer stay on their words when the text around them changes, and go with words that change', async () => {
	const { id: instrumentId } = await call('instrument.add', { key: 'board' });
	const { id: roundId } = await call('round.add', { name: 'Styrelsen', instrumentId });
	const save = (text: string, id?: number) =>
		call('response.save', { roundId, answers: { 1: '4', 10: text }, status: 'complete', ...(id ? { id } : {}) });
	const { id } = await save('Vi möts. Vi samråder. Vi följer upp.');
	const answerId = (await call('results.openAnswers', { roundId }))[0]?.answers[0]?.id ?? 0;
	const target = { kind: 'answer' as const, answerId };
	const { id: codeId } = await call('code.add', { name: 'Former' });
	// Neighbours of the same length: each moves onto where the other was.
	for (const start of [0, 9, 18]) await call('coding.add', { target, codeId, start, end: start + 9 });
	const quotes = async () => (await call('coding.list', { roundId })).map((one) => one.quote);
	expect(await quotes()).toEqual(['Vi möts. ', 'Vi samråd', 'er. Vi fö']);
	const open = async () => {
		const { openAnswers, openCodings } = await call('round.get', { id: roundId });
		return [openAnswers, openCodings];
	};
	expect(await open()).toEqual([1, 3]);

	await save('Jo, ett: Vi möts. Vi samråder. Vi följer upp.', id);
	expect(await quotes()).toEqual(['Vi möts. ', 'Vi samråd', 'er. Vi fö']);
	await save('Jo, ett: Vi möts. Vi samråder. Vi följer upp allt.', id);
	expect(await quotes()).toEqual(['Vi möts. ', 'Vi samråd', 'er. Vi fö']);
	await save('Vi möts. Vi samråder. Vi följer upp allt.', id);
	expect(await quotes()).toEqual(['Vi möts. ', 'Vi samråd', 'er. Vi fö']);

	await save('Vi möts. Vi talas vid. Vi följer upp allt.', id);
	expect(await quotes()).toEqual(['Vi möts. ']);
	await call('history.undo', {});
	expect(await quotes()).toEqual(['Vi möts. ', 'Vi samråd', 'er. Vi fö']);
	await save('', id);
	expect(await quotes()).toEqual([]);
	expect(await open()).toEqual([0, 0]);
	await call('history.undo', {});
	expect(await quotes()).toHaveLength(3);
});
