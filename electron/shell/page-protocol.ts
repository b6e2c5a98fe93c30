import { protocol, type Session } from 'electron';
import { securityHeaders } from '../browser/headers.ts';
import { readStatic } from '../browser/static-files.ts';

/** The page's own scheme and origin: no file: address, so that the page cannot reach the disk. */
export const pageScheme = 'app';
export const pageOrigin = `${pageScheme}://underlag`;
export const pageAddress = `${pageOrigin}/`;

/** Must run before the app is ready. */
export function declarePageScheme(): void {
	protocol.registerSchemesAsPrivileged([
		{ scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: false } },
	]);
}

/** Serves the built renderer in `session`, with the same headers as over HTTP. */
export function servePage(session: Session, rendererFolder: string): void {
	session.protocol.handle(pageScheme, async (request) => {
		const { host, pathname } = new URL(request.url);
		if (host !== 'underlag' || request.method !== 'GET')
			return new Response(null, { status: 403, headers: securityHeaders });
		const file = await readStatic(rendererFolder, decode(pathname.slice(1)));
		if (!file) return new Response(null, { status: 404, headers: securityHeaders });
		return new Response(new Uint8Array(file.body), { headers: { ...securityHeaders, 'Content-Type': file.type } });
	});
}

function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		// Leads nowhere, as a NUL does.
		return '\0';
	}
}
