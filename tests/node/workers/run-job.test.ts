import { fork as forkProcess } from 'node:child_process';
import { getEventListeners, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Fork, forkNode } from '../../../electron/workers/fork.ts';
import { jobBounds } from '../../../electron/workers/jobs.ts';
import { createRunJob } from '../../../electron/workers/run-job.ts';
import { alive } from '../alive.ts';

const hostile = fileURLToPath(new URL('hostile-child.ts', import.meta.url));
const processes: number[] = [];
const fork: Fork = (entry, options) => {
	const child = forkNode(entry, options);
	processes.push(child.pid ?? 0);
	return child;
};
const bounds = {
	...jobBounds,
	'report.pages': { seconds: 3, memory: 64 },
	'document.read': { seconds: 30, memory: 64 },
};
const runJob = createRunJob(fork, hostile, bounds);

const run = (
	name: string,
	job: 'report.pages' | 'document.read' = 'document.read',
	signal = new AbortController().signal,
) =>
	runJob(job, { name, bytes: new Uint8Array() } as never, { signal, onProgress: () => undefined }) as Promise<unknown>;

const gone = () => expect.poll(() => processes.filter(alive)).toEqual([]);

test('a job is done in a process of its own, which is gone afterwards', async () => {
	const signal = new AbortController().signal;
	const { pid } = (await run('answer', 'document.read', signal)) as { pid: number };
	expect(pid).not.toBe(process.pid);
	expect(getEventListeners(signal, 'abort')).toHaveLength(0);
	await gone();
});

test('a job that takes memory without end is ended and told so, JavaScript and native', async () => {
	for (const what of ['heap', 'native'])
		await expect(run(what), what).rejects.toMatchObject({
			code: 'WORKER_LIMIT',
			params: { what: 'memory', name: what },
		});
	await gone();
});

test('a job that takes time without end is ended and told so', async () => {
	await expect(run('busy', 'report.pages')).rejects.toMatchObject({ code: 'WORKER_LIMIT', params: { what: 'time' } });
	await gone();
});

test('a job that crashes is no question of memory', async () => {
	await expect(run('crash')).rejects.toThrow('crashed: 3');
});

test('cancelling ends the process at once, however busy it is', async () => {
	const control = new AbortController();
	const running = run('busy', 'document.read', control.signal);
	setTimeout(() => control.abort(), 300);
	await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
	await gone();
	await expect(run('answer', 'document.read', control.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
});

test('no process stays behind when its parent is killed, however busy it is', async () => {
	const parent = forkProcess(fileURLToPath(new URL('busy-parent.ts', import.meta.url)), [hostile], {
		stdio: 'inherit',
	});
	const [pid] = (await once(parent, 'message')) as [number];
	expect(alive(pid)).toBe(true);
	parent.kill('SIGKILL');
	await expect.poll(() => alive(pid)).toBe(false);
});
