import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.webmanifest': 'application/manifest+json',
};

/**
 * A file of the built renderer; the page itself for the empty path. Null for all else: what is not there, what is no file of a known type,
 * and every path that leads out of the folder, be it by dots, by a back slash, by a NUL or by a link.
 */
export async function readStatic(folder: string, path: string): Promise<{ type: string; body: Buffer } | null> {
	const name = path === '' ? 'index.html' : path;
	const type = types[extname(name).toLowerCase()];
	if (!type || !/^[\w@./-]+$/.test(name) || name.split('/').some((part) => part === '' || part.startsWith('.')))
		return null;
	try {
		const root = await realpath(folder);
		const file = await realpath(join(root, name));
		if (!file.startsWith(root + sep) || !(await stat(file)).isFile()) return null;
		return { type, body: await readFile(file) };
	} catch {
		// Not there, or not to be read: the same answer for both.
		return null;
	}
}
