import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { askCall, listen } from './ask.ts';
import { loopbackForTest } from './loopback-for-test.ts';

// Browsers and processes start slowly on a machine that does much else.
vi.setConfig({ testTimeout: 90_000 });

let at: Awaited<ReturnType<typeof loopbackForTest>>;
beforeAll(async () => {
	at = await loopbackForTest();
});
afterAll(() => at.end());

/** The core as it is now: the process that was started last, as these calls start no worker. */
const kill = () => process.kill(at.processes.at(-1) as number, 'SIGKILL');

test('a core that is killed is told of, started again, and has the project open with all that was acknowledged', async () => {
	const events = await listen(at.url);
	const path = join(at.folder, 'a.underlag');
	await askCall(at.url, 'project.create', { path, title: 'A' });
	for (let count = 1; count <= 20; count++) {
		expect(await askCall(at.url, 'code.add', { name: `Kod ${count}` })).toMatchObject({ ok: true });
	}
	// Some of these are under way when it dies: each is either acknowledged and there, or refused as stopped.
	const late = Array.from({ length: 40 }, (_, count) => askCall(at.url, 'code.add', { name: `Sen ${count}` }));
	await late[3];
	kill();
	const replies = await Promise.all(late);
	expect(await events.until('stopped')).toEqual({ type: 'stopped' });
	expect(await events.until('restarted')).toEqual({ type: 'restarted', reopened: true });
	const listed = await askCall(at.url, 'code.list', {});
	const names = (listed.ok ? (listed.output as { name: string }[]) : []).map((one) => one.name);
	for (let count = 1; count <= 20; count++) expect(names).toContain(`Kod ${count}`);
	for (const [count, reply] of replies.entries()) {
		if (reply.ok) expect(names).toContain(`Sen ${count}`);
		else expect(reply.error.code).toBe('CORE_STOPPED');
	}
	await askCall(at.url, 'project.close', {});
	const file = new Database(path, { readonly: true });
	expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
	expect(file.pragma('foreign_key_check')).toEqual([]);
	file.close();
	events.end();
});

test('a core that dies again and again is not started for ever, and calls are then refused at once', async () => {
	const died = () => at.log.filter((line) => line === 'core stopped').length;
	const stopped = { ok: false, error: { code: 'CORE_STOPPED', params: {} } };
	// It has died once above; after five starts within a minute it stays down.
	for (let count = died(); count <= 5; count++) {
		await expect.poll(() => askCall(at.url, 'app.status', {})).toMatchObject({ ok: true });
		kill();
		await expect.poll(died).toBe(count + 1);
	}
	const processes = at.processes.length;
	expect(await askCall(at.url, 'app.status', {})).toEqual(stopped);
	expect(await askCall(at.url, 'project.close', {})).toEqual(stopped);
	expect(at.processes.length).toBe(processes);
});
