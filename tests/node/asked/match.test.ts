import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
let roundId: number;
const call: typeof project.core.call = (name, input) => project.core.call(name, input);
const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });
const source = { kind: 'items' as const, items: ['10'] };
const rows = async () => (await call('asked.list', { roundId })).rows;

beforeEach(async () => {
	project = await makeTestProject();
	await call('keys.create', { path: join(project.folder, 'test.nyckel'), passphrase: 'tre små ord till' });
	const { id: instrumentId } = await call('instrument.add', { key: 'board' });
	roundId = (await call('round.add', { name: 'Styrelsen', instrumentId, promise: 'confidential' })).id;
});
afterEach(() => project.end());

test('somebody is added by hand, with who they are in the key file, and undo takes them out', async () => {
	const { id: groupId } = await call('asked.addGroup', { roundId, name: 'Heby' });
	const person = { name: ' Ann Ek ', email: 'ann@x.example' };
	const groups = [{ groupId, from: '2016-01-01', to: null }];
	const { id } = await call('asked.add', { roundId, person, groups, attributes: { Kön: 'kvinna' }, language: 'en' });
	expect(await rows()).toMatchObject([
		{
			id,
			number: 1,
			status: 'asked',
			language: 'en',
			groups: [{ name: 'Heby', from: '2016-01-01' }],
			person: { name: 'Ann Ek' },
		},
	]);
	expect(await call('asked.attributes', { roundId })).toEqual(['Kön']);
	expect(await call('round.get', { id: roundId })).toMatchObject({ listed: 1, invited: 1 });
	await refused(call('asked.add', { roundId, groups: [{ groupId: 99, from: null, to: null }] }), 'NOT_FOUND');
	await call('history.undo', {});
	expect(await rows()).toEqual([]);
	await call('history.redo', {});
	expect((await rows())[0]?.person?.email).toBe('ann@x.example');
	await call('keys.close', {});
	await refused(call('asked.add', { roundId, person }), 'KEYS_NEEDED');
	await call('asked.add', { roundId, person: { name: '' } });
	expect((await rows()).map(({ number, person: who }) => [number, who])).toEqual([
		[1, null],
		[2, null],
	]);
});

test('responses are matched with people by a code: the same is sure, what is alike waits, and what is linked is left', async () => {
	for (const [name, ownId] of [
		['Ann Ek', 'M-471'],
		['Bo Al', 'M-472'],
		['Cia Ask', 'A0B1'],
		['Dan Lind', ''],
	])
		await call('asked.add', { roundId, person: { name, ownId } });
	const ids: number[] = [];
	for (const text of ['m 471', 'M-499', 'AOB1', 'helt annat', '', 'M-472', 'm472'])
		ids.push((await call('response.save', { roundId, answers: { 1: '4', 10: text }, status: 'complete' })).id);
	const input = { roundId, source, by: 'ownId' as const };
	const found = await call('asked.match', input);
	expect(found).toMatchObject({ linked: 0, free: 7, without: 1 });
	expect(found.sure.first).toMatchObject([
		{ responseId: ids[0], response: 1, name: 'Ann Ek', number: 1, known: 'M-471' },
	]);
	// Two have the same number: which of them is theirs, or both, a person must say.
	expect(found.uncertain.first.map(({ response, name, only }) => [response, name, only])).toContainEqual([
		3,
		'Cia Ask',
		true,
	]);
	expect(found.uncertain.first.filter(({ name }) => name === 'Bo Al').length).toBeGreaterThan(1);
	expect(await call('asked.linkSure', input)).toEqual({ linked: 1 });
	expect((await rows()).map(({ status }) => status)).toEqual(['answered', 'asked', 'asked', 'asked']);
	expect(await call('asked.match', input)).toMatchObject({ linked: 1, free: 6, sure: { total: 0 } });
	await call('history.undo', {});
	expect((await rows())[0]?.status).toBe('asked');
	const { id: anonymous } = await call('round.add', { name: 'Anonym', instrumentId: 1 });
	await refused(call('asked.match', { ...input, roundId: anonymous }), 'PROMISE_GIVEN');
	await refused(call('asked.linkSure', { ...input, roundId: anonymous }), 'PROMISE_GIVEN');
	await call('keys.close', {});
	await refused(call('asked.match', input), 'KEYS_NEEDED');
});
