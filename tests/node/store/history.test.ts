import { afterEach, expect, test } from 'vitest';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
afterEach(() => project.end());

test('a change of the project is undone and done again, and is in the history by its call', async () => {
	project = await makeTestProject();
	const { core } = project;
	await core.call('project.update', { title: 'Ny titel', smallestGroup: 3 });
	expect((await core.call('history.get', {})).undo?.call).toBe('project.update');
	await core.call('history.undo', {});
	expect(await core.call('project.get', {})).toMatchObject({ title: 'Test', smallestGroup: 6 });
	await core.call('history.redo', {});
	expect(await core.call('project.get', {})).toMatchObject({ title: 'Ny titel', smallestGroup: 3 });
	await expect(core.call('history.redo', {})).rejects.toMatchObject({ code: 'NOTHING_TO_REDO' });
});
