import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const largest = 1024 * 1024;

/**
 * The program's log: `underlag.log` in `folder`, a line each with its time; at one megabyte it becomes `underlag.log.1` and a new one begins.
 * It finds the number of an unforeseen error again. A log that cannot be written stops nobody's work.
 */
export function openLog(folder: string): (line: string) => void {
	const file = join(folder, 'underlag.log');
	return (line) => {
		try {
			mkdirSync(folder, { recursive: true });
			if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`);
			appendFileSync(file, `${new Date().toISOString()} ${line.replaceAll('\n', ' ')}\n`, { mode: 0o600 });
		} catch {
			// A full disk or a read-only folder: the work itself says so where it matters.
		}
	};
}
