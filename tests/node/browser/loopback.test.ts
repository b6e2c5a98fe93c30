import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reply } from '#shared/contract/bridge.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';
import { loopbackForTest } from './loopback-for-test.ts';

type Loopback = Awaited<ReturnType<typeof loopbackForTest>>;
let at: Loopback;
beforeAll(async () => {
	at = await loopbackForTest();
});
afterAll(() => at.end());

const origin = () => new URL(at.url).origin;
const ask = async (name: string, input: unknown, headers: Record<string, string> = {}): Promise<Reply> => {
	const answer = await fetch(`${at.url}api/${name}`, {
		method: 'POST',
		headers: { origin: origin(), 'content-type': 'application/octet-stream', ...headers },
		body: encodeWire(input),
	});
	expect(answer.status).toBe(200);
	return decodeWire(new Uint8Array(await answer.arrayBuffer())) as Reply;
};

describe('the program behind the loopback address', () => {
	test('gives its page and a whole call', async () => {
		const page = await fetch(at.url);
		expect(page.status).toBe(200);
		expect(await page.text()).toContain('<title>Underlag</title>');
		const reply = await ask('project.create', { path: join(at.folder, 'a.underlag'), title: 'Åäö' });
		expect(reply).toEqual({ ok: true, output: { path: join(at.folder, 'a.underlag'), title: 'Åäö' } });
	});

	test('a refusal of the core travels as data', async () => {
		expect(await ask('project.open', { path: join(at.folder, 'none.underlag') })).toEqual({
			ok: false,
			error: { code: 'FILE_NOT_FOUND', params: { path: join(at.folder, 'none.underlag') } },
		});
	});
});
