import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Core } from '../core/core.ts';
import { createApi, finish } from './api.ts';
import { judge } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { readStatic } from './static-files.ts';

export interface Served {
	/** The page's address, which holds the secret of this start: for the person's own browser and nobody's log. */
	url: string;
	/**
	 * An address that leads to the page once, within a minute. It is what stands on a browser's command line, which every user of the machine can
	 * read.
	 */
	entrance(): string;
	/** How many windows are open on it. */
	windows(): number;
	close(): Promise<void>;
}

/** Serves the built renderer and the core's calls to this machine alone: 127.0.0.1, a free port, a secret per start. */
export async function serve(core: Core, rendererFolder: string, largestBody?: number): Promise<Served> {
	const secret = randomBytes(32).toString('base64url');
	const entrances = new Map<string, number>();
	const api = createApi(core, largestBody);
	let host = '';

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
		if (request.headers.host === host && enter(request, response)) return;
		const verdict = judge(request, host, secret);
		if ('status' in verdict) return finish(response, verdict.status);
		const [room, name = '', ...more] = verdict.path.split('/');
		const isCall = (room === 'api' || room === 'cancel') && name !== '' && more.length === 0;
		const allowed = isCall ? ['POST'] : ['GET', 'HEAD'];
		if (!allowed.includes(request.method ?? '')) {
			response.setHeader('Allow', allowed.join(', '));
			return finish(response, 405);
		}
		if (isCall && room === 'api') return api.call(name, request, response);
		if (isCall) {
			api.cancel(name);
			response.writeHead(204).end();
			return;
		}
		if (verdict.path === 'events' && request.method === 'GET') return api.events(response);
		const file = await readStatic(rendererFolder, verdict.path);
		if (!file) return finish(response, 404);
		response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.body.length }).end(file.body);
	}

	/** Leads from an entrance, which is then used up, to the page. */
	function enter(request: IncomingMessage, response: ServerResponse): boolean {
		const until = entrances.get(request.url ?? '');
		if (until === undefined || request.method !== 'GET' || request.headers.origin !== undefined) return false;
		entrances.delete(request.url ?? '');
		if (until < Date.now()) return false;
		response.writeHead(303, { Location: `/${secret}/` }).end();
		return true;
	}

	const server = createServer((request, response) => {
		answer(request, response).catch(() => {
			// The connection broke while it was read or written; there is nobody left to tell.
			response.destroy();
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		url: `http://${host}/${secret}/`,
		entrance() {
			const path = `/${randomBytes(32).toString('base64url')}`;
			entrances.set(path, Date.now() + 60_000);
			return `http://${host}${path}`;
		},
		windows: api.listeners,
		close: () =>
			new Promise((resolve) => {
				api.close();
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
