import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChangingName } from '#shared/contract/calls.ts';
import { killDuring } from './crash.ts';
import { makeFilledProject } from './filled-project.ts';
import { superviseForTest } from './supervised.ts';

let project: Awaited<ReturnType<typeof makeFilledProject>>;
beforeAll(async () => {
	project = await makeFilledProject();
});
afterAll(() => project.end());

// All of them, many times and at every moment: npm run torture.
const some: [ChangingName, number][] = [
	['round.remove', 1],
	['code.remove', 3],
	['response.import', 400],
	['report.update', 2],
];
for (const [name, delay] of some) {
	test(`a kill -9 during ${name} leaves all of it or nothing, and a sound project`, async () => {
		await killDuring(project.path, join(project.folder, `crash-${name}`), name, delay, 7);
	}, 60_000);
}

test('every change that was acknowledged before a kill -9 is there after it', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'underlag-crash-'));
	const at = superviseForTest(folder);
	try {
		await at.core.call('project.create', { path: join(folder, 'a.underlag'), title: 'A' });
		const acknowledged: string[] = [];
		for (let round = 0; round < 3; round++) {
			const restarted = at.next('restarted');
			const calls = Array.from({ length: 300 }, (_, index) => {
				const name = `kod ${round} ${index}`;
				return at.core.call('code.add', { name }).then(
					() => {
						acknowledged.push(name);
						if (index === 40 + round) at.kill();
					},
					(error: { code: string }) => expect(error.code).toBe('CORE_STOPPED'),
				);
			});
			await Promise.all(calls);
			expect(await restarted).toEqual({ type: 'restarted', reopened: true });
			const names = new Set((await at.core.call('code.list', {})).map(({ name }) => name));
			expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
		}
		expect(acknowledged.length).toBeGreaterThan(100);
		expect((await at.core.call('project.verify', {})).ok).toBe(true);
	} finally {
		await at.core.close();
		rmSync(folder, { recursive: true, force: true });
	}
}, 60_000);
