import { getEventListeners } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { alive } from '../alive.ts';
import { superviseForTest } from './supervised.ts';

let folder: string;
let at: ReturnType<typeof superviseForTest>;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'underlag-supervisor-'));
	at = superviseForTest(folder);
});
afterEach(async () => {
	await at.core.close();
	rmSync(folder, { recursive: true, force: true });
});

const stopped = { code: 'CORE_STOPPED' };
const document = (text: string) => ({ name: 'a.txt', bytes: new TextEncoder().encode(text) });

test('a killed core is told of and started again with the project open, by its passphrase where it has one', async () => {
	const path = join(folder, 'a.underlag');
	await at.core.call('project.create', { path, title: 'Före', passphrase: 'hemligt nog så' });
	await at.core.call('project.update', { title: 'Efter' });
	const restarted = at.next('restarted');
	const calledWhenTold = at.next('stopped').then(() => at.core.call('project.get', {}));
	at.kill();
	expect(await restarted).toEqual({ type: 'restarted', reopened: true });
	expect((await calledWhenTold).title).toBe('Efter');
	expect((await at.core.call('history.get', {})).undo?.call).toBe('project.update');
	expect(at.events.filter(({ type }) => type !== 'changed')).toEqual([
		{ type: 'stopped' },
		{ type: 'restarted', reopened: true },
	]);
});

test('what waits when it dies is refused as stopped; what is called meanwhile is answered; without a project none is opened', async () => {
	const restarted = at.next('restarted');
	const waiting = Array.from({ length: 20 }, () =>
		at.core.call('app.status', {}).then(
			() => 'answered',
			(error) => error.code,
		),
	);
	at.kill();
	const late = at.core.call('app.status', {}).then(
		() => 'answered',
		(error) => error.code,
	);
	for (const one of await Promise.all([...waiting, late])) expect(['answered', 'CORE_STOPPED']).toContain(one);
	expect(await restarted).toEqual({ type: 'restarted', reopened: false });
	expect((await at.core.call('app.status', {})).project).toBeNull();
});

test('a core that dies five times within a minute stays down, says so, and refuses at once', async () => {
	for (let time = 0; time < 6; time++) {
		const told = at.next('stopped');
		const again = time < 5 ? at.next('restarted') : null;
		at.kill();
		expect(await told).toEqual(time < 5 ? { type: 'stopped' } : { type: 'stopped', staysDown: true });
		await again;
	}
	await expect(at.core.call('app.status', {})).rejects.toMatchObject(stopped);
	expect(at.log.at(-1)).toMatch(/stays down/);
});

test('progress and cancelling cross the border, and no listener stays on the signal', async () => {
	await at.core.call('project.create', { path: join(folder, 'a.underlag'), title: 'A' });
	const control = new AbortController();
	const steps: string[] = [];
	const done = await at.core.call(
		'project.verify',
		{},
		{ signal: control.signal, onProgress: ({ step }) => steps.push(step) },
	);
	expect(done.ok).toBe(true);
	expect(steps.length).toBeGreaterThan(3);
	expect(getEventListeners(control.signal, 'abort')).toHaveLength(0);
	const running = at.core.call('document.import', document('Anna: hej'), { signal: control.signal });
	control.abort();
	await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
	expect(await at.core.call('document.list', {})).toEqual([]);
	expect(getEventListeners(control.signal, 'abort')).toHaveLength(0);
	await expect(at.core.call('app.status', {}, { signal: control.signal })).rejects.toMatchObject({ code: 'CANCELLED' });
});

test('after closing, calls are refused and the process is gone', async () => {
	await at.core.call('app.status', {});
	await at.core.close();
	await expect(at.core.call('app.status', {})).rejects.toMatchObject(stopped);
	await expect.poll(() => alive(at.processes[0] as number)).toBe(false);
	expect(at.processes).toHaveLength(1);
});
