import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is turned away, as an HTTP status; or the path below the secret, without a leading slash. */
export type Verdict = { status: 400 | 403 | 404 } | { path: string };

/**
 * Judges who asks. Only a page that this server itself gave gets through: the Host must be the very address (so a foreign name that was made
 * to point here is refused), Origin must be ours where there is one and must be there on a POST, a request that the browser itself calls
 * cross-site is refused, and the path must begin with the secret of this start (compared in constant time).
 */
export function judge(request: IncomingMessage, host: string, secret: string): Verdict {
	if (request.headers.host !== host) return { status: 403 };
	const { origin } = request.headers;
	if (origin !== undefined ? origin !== `http://${host}` : request.method === 'POST') return { status: 403 };
	const site = request.headers['sec-fetch-site'];
	if (site !== undefined && site !== 'same-origin' && site !== 'none') return { status: 403 };
	const [path = ''] = (request.url ?? '').split('?');
	const [, given = '', ...rest] = path.split('/');
	if (!path.startsWith('/') || rest.length === 0 || !same(given, secret)) return { status: 404 };
	try {
		return { path: decodeURIComponent(rest.join('/')) };
	} catch {
		return { status: 400 };
	}
}

function same(given: string, secret: string): boolean {
	const hash = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(hash(given), hash(secret));
}
