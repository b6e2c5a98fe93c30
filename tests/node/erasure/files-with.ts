import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder in which the words stand, in either of the encodings that a project file may have. */
export function filesWith(folder: string, words: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
		if (!entry.isFile()) return [];
		const bytes = readFileSync(join(entry.parentPath, entry.name));
		return bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le')) ? [entry.name] : [];
	});
}
