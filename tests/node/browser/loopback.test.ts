import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askCall, askRaw, listen } from './ask.ts';
import { loopbackForTest } from './loopback-for-test.ts';

let at: Awaited<ReturnType<typeof loopbackForTest>>;
beforeAll(async () => {
	at = await loopbackForTest();
});
afterAll(() => at.end());

describe('the program behind the loopback address', () => {
	test('gives its page and a whole call', async () => {
		const page = await fetch(at.url);
		expect(page.status).toBe(200);
		expect(await page.text()).toContain('<title>Underlag</title>');
		const path = join(at.folder, 'a.underlag');
		expect(await askCall(at.url, 'project.create', { path, title: 'Åäö' })).toEqual({
			ok: true,
			output: { path, title: 'Åäö' },
		});
	});

	test('a refusal of the core travels as data', async () => {
		const path = join(at.folder, 'none.underlag');
		expect(await askCall(at.url, 'project.open', { path })).toEqual({
			ok: false,
			error: { code: 'FILE_NOT_FOUND', params: { path } },
		});
	});

	test('an unknown call is refused by name, also one that every object has', async () => {
		for (const name of ['project.explode', 'constructor', '__proto__', 'toString'])
			expect(await askCall(at.url, name, {})).toEqual({
				ok: false,
				error: { code: 'UNKNOWN_CALL', params: { call: name } },
			});
	});

	test('every window hears of a change, and a task tells how far it is', async () => {
		const first = await listen(at.url);
		const second = await listen(at.url);
		await askCall(at.url, 'project.create', { path: join(at.folder, 'b.underlag'), title: 'B' });
		for (const one of [first, second]) {
			expect(await one.until('changed')).toEqual({ type: 'changed', call: 'project.create' });
		}
		const copy = await askCall(at.url, 'project.saveCopy', { path: join(at.folder, 'copy.underlag') }, 'task-1');
		expect(copy.ok).toBe(true);
		expect(await first.until('progress')).toMatchObject({ taskId: 'task-1', progress: { step: 'copying' } });
		expect(at.windows()).toBe(2);
		first.end();
		second.end();
		await expect.poll(at.windows).toBe(0);
	});

	test('an entrance leads to the page once', async () => {
		const entrance = at.entrance();
		expect(entrance).not.toContain(new URL(at.url).pathname.slice(1, -1));
		const first = await fetch(entrance, { redirect: 'manual' });
		expect(first.status).toBe(303);
		expect(first.headers.get('location')).toBe(new URL(at.url).pathname);
		expect((await fetch(entrance, { redirect: 'manual' })).status).toBe(404);
	});

	test('cancelling what does not run does nothing', async () => {
		const path = `${new URL(at.url).pathname}cancel/nothing`;
		const answer = await askRaw(at.url, path, { method: 'POST', headers: { origin: new URL(at.url).origin } });
		expect(answer.status).toBe(204);
	});
});
