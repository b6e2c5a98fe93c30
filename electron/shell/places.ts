import { fileURLToPath } from 'node:url';

/** Where the shell's files lie: beside this one when it is built (dist/electron), in the repository when its source runs, as in tests. */
const built = !import.meta.url.endsWith('.ts');
const at = (whenBuilt: string, inSource: string) =>
	fileURLToPath(new URL(built ? whenBuilt : inSource, import.meta.url));

export const places = {
	preload: at('./preload.cjs', '../../dist/electron/preload.cjs'),
	coreChild: at('./core-child.mjs', '../core/child.ts'),
	workerChild: at('./worker-child.mjs', '../workers/child.ts'),
	renderer: at('../renderer', '../../dist/renderer'),
	// Lies beside the archive in a package: native code (fonts, SQLite) reads it too.
	resources: at('../../resources', '../../resources').replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked'),
	icon: at('../../resources/icons/linux/512x512.png', '../../resources/icons/linux/512x512.png'),
};
