import type { Buffer } from 'node:buffer';
import { AppError } from '#shared/contract/errors.ts';
import { entriesOf, openEntry, openZip } from './entries.ts';

/** Bounds on what a file that is a zip unpacks to, in bytes: its XML parts, everything, and the number of parts. */
export interface ZipBounds {
	xml: number;
	all: number;
	parts: number;
}

/**
 * Unpacks every part of a zip once, keeping nothing, and stops at the bounds. The sizes that a zip states of itself are not believed.
 * Gives the names of its parts. `look` is handed each piece as it comes, and may refuse.
 * @throws AppError WORKER_LIMIT for one that unpacks to too much; Error for what is no readable zip (another file, encrypted, damaged)
 */
export async function measureZip(
	name: string,
	buffer: Buffer,
	bounds: ZipBounds,
	look: (part: string, chunk: Buffer) => void = () => undefined,
): Promise<Set<string>> {
	const zip = await openZip(buffer);
	const names = new Set<string>();
	let xml = 0;
	let all = 0;
	try {
		if (zip.entryCount > bounds.parts) throw new AppError('WORKER_LIMIT', { what: 'memory', name });
		for await (const entry of entriesOf(zip)) {
			names.add(entry.fileName);
			if (entry.fileName.endsWith('/')) continue;
			const isXml = /\.(?:xml|rels)$/i.test(entry.fileName);
			for await (const chunk of await openEntry(zip, entry)) {
				all += chunk.length;
				if (isXml) xml += chunk.length;
				if (all > bounds.all || xml > bounds.xml) throw new AppError('WORKER_LIMIT', { what: 'memory', name });
				look(entry.fileName, chunk);
			}
		}
	} finally {
		zip.close();
	}
	return names;
}
