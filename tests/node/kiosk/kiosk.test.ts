import { afterEach, beforeEach, expect, test } from 'vitest';
import { callNames } from '#shared/contract/calls.ts';
import { isCallInKiosk } from '#shared/contract/kiosk.ts';
import { openStore } from '../../../electron/store/open.ts';
import { makeTestCore, makeTestProject } from '../test-core.ts';

let clock = new Date('2026-11-24T12:00:00Z');
let project: Awaited<ReturnType<typeof makeTestProject>>;
let roundId: number;
beforeEach(async () => {
	clock = new Date('2026-11-24T12:00:00Z');
	project = await makeTestProject({ now: () => clock });
	const { id: instrumentId } = await project.core.call('instrument.add', { key: 'board' });
	roundId = (await project.core.call('round.add', { name: 'Styrelsen', instrumentId })).id;
});
afterEach(() => project.end());

const settings = { languages: ['sv' as const], idleMinutes: 3, keepUnfinished: true };
const start = (code = '4711') => project.core.call('kiosk.start', { ...settings, roundId, code });
const isOn = async () => (await project.core.call('app.status', {})).project?.kiosk;

test('while it stands the core answers nothing else, and takes new answers alone', async () => {
	const { core } = project;
	const { id } = await core.call('response.save', { roundId, answers: { 1: '1' }, status: 'complete' });
	expect(await core.call('kiosk.get', {})).toBeNull();
	await start();
	expect(await isOn()).toBe(true);
	expect(await core.call('kiosk.get', {})).toMatchObject({ ...settings, roundId, instrument: { key: 'board' } });
	for (const name of callNames.filter((one) => !isCallInKiosk(one, {}, roundId)))
		await expect(
			(core.call as (name: string, input: object) => Promise<unknown>)(name, {}),
			name,
		).rejects.toMatchObject({
			code: expect.stringMatching(/^(KIOSK_ON|BAD_INPUT)$/),
		});
	await expect(core.call('round.list', {})).rejects.toMatchObject({ code: 'KIOSK_ON' });
	await expect(core.call('history.undo', {})).rejects.toMatchObject({ code: 'KIOSK_ON' });
	await expect(core.call('project.open', { path: project.path })).rejects.toMatchObject({ code: 'KIOSK_ON' });
	const save = { roundId, answers: { 1: '4' }, status: 'complete' as const };
	await expect(core.call('response.save', save)).rejects.toMatchObject({ code: 'KIOSK_ON' });
	await expect(core.call('response.save', { ...save, id, origin: 'kiosk' })).rejects.toMatchObject({
		code: 'KIOSK_ON',
	});
	await expect(core.call('response.save', { ...save, roundId: roundId + 1, origin: 'kiosk' })).rejects.toMatchObject({
		code: 'KIOSK_ON',
	});
	await core.call('response.save', { ...save, origin: 'kiosk' });
	// To close it is no way out: opened again, it stands where it stood.
	await core.call('project.close', {});
	await core.call('project.open', { path: project.path });
	await expect(core.call('round.list', {})).rejects.toMatchObject({ code: 'KIOSK_ON' });
	await core.call('kiosk.leave', { code: '4711' });
	const { rows } = await core.call('response.list', { roundId });
	expect(rows.map((one) => one.origin)).toEqual(['entry', 'kiosk']);
	expect((await core.call('response.get', { id })).answers).toEqual({ 1: '1' });
});

test('only its code leads out, and guessing takes longer and longer', async () => {
	const { core } = project;
	await start('  Håll ut ');
	const wrong = (code: string) =>
		core.call('kiosk.leave', { code }).then(
			() => 'out',
			(error) => error.params.seconds as number,
		);
	expect([await wrong('0000'), await wrong(''), await wrong('håll ut')]).toEqual([0, 0, 5]);
	// The right one too waits its turn.
	clock = new Date(clock.getTime() + 2000);
	expect(await wrong('Håll ut')).toBe(3);
	clock = new Date(clock.getTime() + 3000);
	expect(await wrong('0000')).toBe(10);
	clock = new Date(clock.getTime() + 10_000);
	expect(await wrong('Håll ut')).toBe('out');
	expect(await isOn()).toBe(false);
	expect(await core.call('round.list', {})).toHaveLength(1);
});

test('the code is nowhere in the file, and setting it up is no step of the history', async () => {
	const steps = (await project.core.call('history.get', {})).done;
	await start('hemlig-4711');
	await project.core.close();
	const store = openStore(project.path);
	const row = JSON.stringify(store.db.prepare('SELECT * FROM kiosk').get());
	store.close();
	expect(row).not.toContain('hemlig');
	expect(row).not.toContain(Buffer.from('hemlig-4711').toString('hex'));
	const again = makeTestCore();
	// A core that is started again after its end holds it; whoever opens the project from outside is let in.
	await again.core.call('project.open', { path: project.path, again: true });
	await expect(again.core.call('round.list', {})).rejects.toMatchObject({ code: 'KIOSK_ON' });
	await again.end();
	const anew = makeTestCore();
	await anew.core.call('project.open', { path: project.path });
	expect(await anew.core.call('round.list', {})).toHaveLength(1);
	expect((await anew.core.call('history.get', {})).done).toBe(steps);
	await anew.end();
});

test('codes too short or too long and rounds that are not there are refused', async () => {
	await expect(start('123')).rejects.toMatchObject({ code: 'BAD_INPUT' });
	await expect(start('1'.repeat(13))).rejects.toMatchObject({ code: 'BAD_INPUT' });
	await expect(project.core.call('kiosk.start', { ...settings, roundId: 99, code: '4711' })).rejects.toMatchObject({
		code: 'NOT_FOUND',
	});
	expect(await isOn()).toBe(false);
});

test('a closed round is not put into the kiosk; open again, it is', async () => {
	const { core } = project;
	await core.call('round.update', { id: roundId, closedAt: '2026-11-20' });
	await expect(start()).rejects.toMatchObject({ code: 'ROUND_CLOSED', params: { name: 'Styrelsen' } });
	expect(await isOn()).toBe(false);
	await core.call('round.update', { id: roundId, closedAt: null });
	await start();
	expect(await isOn()).toBe(true);
});

test('neither the history nor the log tells when somebody answered, and the key file is closed before anybody does', async () => {
	const { core, path, log } = project;
	await core.call('keys.create', { path: path.replace('.underlag', '.nyckel'), passphrase: 'tre små ord till' });
	await start();
	log.length = 0;
	clock = new Date('2026-11-24T13:14:15Z');
	await core.call('response.save', { roundId, answers: { 1: '4' }, status: 'complete', origin: 'kiosk' });
	expect(log).toEqual([]);
	await core.call('kiosk.leave', { code: '4711' });
	expect((await core.call('keys.status', {})).state).toBe('closed');
	expect((await core.call('history.get', {})).undo).toEqual({ call: 'response.save', at: '2026-11-24T00:00:00Z' });
	await core.close();
	const store = openStore(path);
	const tables = ['history_step', 'response'].map((table) => store.db.prepare(`SELECT * FROM ${table}`).all());
	store.close();
	expect(JSON.stringify(tables)).not.toContain('13:14');
});

test('a code of spaces is none', async () => {
	await expect(start('      ')).rejects.toMatchObject({ code: 'BAD_INPUT' });
	expect(await isOn()).toBe(false);
});
