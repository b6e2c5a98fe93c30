import { mkdirSync, symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';
import { askCall, askRaw } from './ask.ts';
import { loopbackForTest } from './loopback-for-test.ts';

// Browsers and processes start slowly on a machine that does much else.
vi.setConfig({ testTimeout: 90_000 });

let at: Awaited<ReturnType<typeof loopbackForTest>>;
let base: string;
let origin: string;
let host: string;
beforeAll(async () => {
	at = await loopbackForTest({ largestBody: 100_000 });
	({ pathname: base, origin, host } = new URL(at.url));
});
afterAll(() => at.end());

const post = (path: string, headers: Record<string, string>, body: Uint8Array = encodeWire({})) =>
	askRaw(at.url, path, { method: 'POST', headers: { 'content-type': 'application/octet-stream', ...headers }, body });

describe('who is let in', () => {
	test('each start has a secret and a port of its own', async () => {
		const other = await loopbackForTest();
		expect(new URL(other.url).pathname).not.toBe(base);
		expect(base).toMatch(/^\/[\w-]{43}\/$/);
		expect((await askRaw(other.url, base)).status).toBe(404);
		await other.end();
	});

	test('without the secret there is nothing, and the answer does not tell what is missing', async () => {
		const secret = base.slice(1, -1);
		const flipped = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
		const paths = ['/', '/index.html', '/api/app.status', `/${secret}`, `/${secret.slice(0, -1)}/`, `/${secret}x/`];
		for (const path of [...paths, `/${flipped}/`, `//${secret}/`, `/x/${secret}/`, `/${secret.toLowerCase()}/`]) {
			const answer = await askRaw(at.url, path);
			expect([path, answer.status, answer.body.length]).toEqual([path, 404, 0]);
		}
		const call = await post(`/${flipped}/api/app.status`, { origin });
		expect([call.status, call.body.length]).toEqual([404, 0]);
	});

	test('a foreign name that points here is refused (DNS rebinding)', async () => {
		const port = new URL(at.url).port;
		for (const foreign of [
			`evil.example:${port}`,
			`localhost:${port}`,
			'127.0.0.1',
			`127.0.0.1:${port}.`,
			`[::1]:${port}`,
		]) {
			expect((await askRaw(at.url, base, { headers: { host: foreign } })).status).toBe(403);
			expect((await post(`${base}api/app.status`, { host: foreign, origin: `http://${foreign}` })).status).toBe(403);
		}
		expect((await askRaw(at.url, new URL(at.entrance()).pathname, { headers: { host: 'evil.example' } })).status).toBe(
			403,
		);
	});

	test('a page from elsewhere is refused, also with the secret', async () => {
		for (const foreign of [
			'http://evil.example',
			'null',
			`https://${host}`,
			'http://127.0.0.1',
			`${origin}/`,
			`http://localhost:1`,
		]) {
			expect((await post(`${base}api/app.status`, { origin: foreign })).status).toBe(403);
			expect((await post(`${base}cancel/x`, { origin: foreign })).status).toBe(403);
			expect((await askRaw(at.url, `${base}events`, { headers: { origin: foreign } })).status).toBe(403);
		}
		expect((await post(`${base}api/app.status`, {})).status).toBe(403);
		for (const site of ['cross-site', 'same-site'])
			expect((await askRaw(at.url, base, { headers: { 'sec-fetch-site': site } })).status).toBe(403);
		expect((await askRaw(at.url, base, { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200);
	});

	test('it listens on 127.0.0.1 and nowhere else', async () => {
		const port = Number(new URL(at.url).port);
		const addresses = Object.values(networkInterfaces())
			.flatMap((one) => one ?? [])
			.map((one) => one.address)
			.filter((address) => address !== '127.0.0.1');
		for (const address of [...addresses, '127.0.0.2', '::1']) {
			const answered = await new Promise<boolean>((resolve) => {
				const socket = connect({ host: address, port }, () => resolve(true));
				socket.on('error', () => resolve(false));
				socket.setTimeout(1000, () => resolve(false));
				socket.on('close', () => undefined);
			});
			expect([address, answered]).toEqual([address, false]);
		}
	});
});

describe('what is let in', () => {
	test('a call is a POST, a page a GET; everything else is refused', async () => {
		expect((await askRaw(at.url, `${base}api/app.status`)).status).toBe(405);
		expect((await askRaw(at.url, `${base}cancel/x`)).status).toBe(405);
		for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
			expect((await askRaw(at.url, base, { method, headers: { origin } })).status).toBe(405);
		for (const method of ['PUT', 'OPTIONS', 'DELETE', 'HEAD'])
			expect((await askRaw(at.url, `${base}api/app.status`, { method, headers: { origin } })).status).toBe(405);
		expect((await post(`${base}api/app.status/more`, { origin })).status).toBe(405);
	});

	test('a body that is too large is refused, whether it says so or not', async () => {
		const large = encodeWire({ bytes: new Uint8Array(200_000) });
		const refusedOrCut = async (headers: Record<string, string>) => {
			try {
				return (await post(`${base}api/app.status`, { origin, ...headers }, large)).status;
			} catch (error) {
				// The server closes while the rest is still being sent.
				expect((error as { code?: string }).code).toMatch(/ECONNRESET|EPIPE/);
				return 413;
			}
		};
		expect(await refusedOrCut({})).toBe(413);
		expect(await refusedOrCut({ 'transfer-encoding': 'chunked' })).toBe(413);
		expect((await askCall(at.url, 'app.status', {})).ok).toBe(true);
	});

	test('what a form or a plain script of another page could send is not a call', async () => {
		for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/json'])
			expect((await post(`${base}api/app.status`, { origin, 'content-type': type })).status).toBe(415);
	});

	test('a body that is no message is refused and the program goes on', async () => {
		const lying = new Uint8Array([255, 255, 255, 255, 1]);
		const cut = encodeWire({ bytes: new Uint8Array(100) }).slice(0, -50);
		for (const body of [new Uint8Array(), new Uint8Array([1, 2]), lying, cut])
			expect((await post(`${base}api/app.status`, { origin }, body)).status).toBe(400);
		const wrong = decodeWire((await post(`${base}api/project.create`, { origin }, encodeWire({ path: 7 }))).body);
		expect(wrong).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
	});

	test('a task name is a word, and one task has it at a time', async () => {
		for (const name of ['a b', '../x', 'x'.repeat(65), ''])
			expect((await post(`${base}api/app.status`, { origin, 'x-underlag-task': name })).status).toBe(400);
	});
});

describe('what is given out', () => {
	test('nothing outside the renderer’s folder, however the path is written', async () => {
		symlinkSync(join(at.folder, 'outside.js'), join(at.rendererFolder, 'link.js'));
		symlinkSync(at.folder, join(at.rendererFolder, 'folder'));
		mkdirSync(join(at.rendererFolder, 'sub.js'));
		const paths = [
			'../outside.js',
			'%2e%2e/outside.js',
			'..%2foutside.js',
			'%2e%2e%2foutside.js',
			'..\\outside.js',
			'..%5coutside.js',
			'./../outside.js',
			'x/../../outside.js',
			'link.js',
			'folder/outside.js',
			'sub.js',
			'/etc/passwd',
			'%2fetc%2fpasswd',
			'main.js%00.html',
			'.hidden.js',
			'main.js/',
			'nothing.js',
		];
		for (const path of paths) {
			const answer = await askRaw(at.url, `${base}${path}`);
			expect([path, answer.status, answer.body.length]).toEqual([path, 404, 0]);
		}
		expect((await askRaw(at.url, `${base}%zz`)).status).toBe(400);
		expect((await askRaw(at.url, `${base}main.js`)).body.toString()).toBe('export {};');
	});

	test('every answer has the headers that keep the page to itself, and none that opens it to others', async () => {
		const answers = [
			await askRaw(at.url, base),
			await askRaw(at.url, `${base}main.js`),
			await askRaw(at.url, '/wrong/'),
			await askRaw(at.url, base, { headers: { origin: 'http://evil.example' } }),
			await askRaw(at.url, base, {
				method: 'OPTIONS',
				headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
			}),
			await post(`${base}api/app.status`, { origin }),
		];
		for (const { headers } of answers) {
			expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
			const policy = headers['content-security-policy'] as string;
			expect(policy).toContain("default-src 'none'");
			expect(policy).toContain("script-src 'self';");
			expect(policy).toContain("frame-ancestors 'none'");
			expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe/);
			expect(headers['x-content-type-options']).toBe('nosniff');
			expect(headers['referrer-policy']).toBe('no-referrer');
			expect(headers['cache-control']).toBe('no-store');
			expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
		}
	});

	test('neither the secret nor anything a person wrote stands in the log', async () => {
		await askCall(at.url, 'project.create', { path: join(at.folder, 'hemlig.underlag'), title: 'Känsligt namn' });
		await askCall(at.url, 'project.open', { path: join(at.folder, 'saknas.underlag') });
		await askCall(at.url, 'Känsligt', {});
		expect(at.log.length).toBeGreaterThan(1);
		const log = at.log.join('\n');
		for (const word of [base.slice(1, -1), 'Känsligt', 'hemlig', 'saknas']) expect(log).not.toContain(word);
	});
});
