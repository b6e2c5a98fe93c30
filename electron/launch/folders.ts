import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the program keeps its settings on this system; `UNDERLAG_DATA` says otherwise. The Electron shell uses the same folder. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
	if (env.UNDERLAG_DATA) return env.UNDERLAG_DATA;
	if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Underlag');
	if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Underlag');
	return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'underlag');
}

/** Where a person's files are: the first folder that a chooser shows. The home folder where there is none for documents. */
export function documentsFolder(home = homedir(), platform: NodeJS.Platform = process.platform): string {
	const places = [
		...(platform === 'linux' ? [namedByDesktop(home)] : []),
		join(home, 'Documents'),
		join(home, 'Dokument'),
	];
	return places.find((one) => one !== null && statSync(one, { throwIfNoEntry: false })?.isDirectory()) ?? home;
}

/** What a Linux desktop calls the folder, in the person's own language. */
function namedByDesktop(home: string): string | null {
	try {
		const text = readFileSync(join(home, '.config', 'user-dirs.dirs'), 'utf8');
		return /^XDG_DOCUMENTS_DIR="([^"]+)"/m.exec(text)?.[1]?.replace('$HOME', home) ?? null;
	} catch {
		return null;
	}
}

/** A file or folder of the repository. */
export function inRepository(path: string): string {
	return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** The program's version, as package.json has it. */
export function programVersion(): string {
	return (JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as { version: string }).version;
}
