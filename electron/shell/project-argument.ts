import { resolve } from 'node:path';

/** The project named on a command line, as an absolute path; null where none is. Options are no files. */
export function projectIn(argv: readonly string[], folder: string): string | null {
	const named = argv.slice(1).find((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.underlag'));
	return named === undefined ? null : resolve(folder, named);
}
