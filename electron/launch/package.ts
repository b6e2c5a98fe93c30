import { spawnSync } from 'node:child_process';
import { buildElectron } from './build-electron.ts';
import { buildForm } from './build-form.ts';
import { buildRenderer } from './build-renderer.ts';
import { inRepository } from './folders.ts';

/** `npm run package [-- ARGUMENT …]`: builds the bundles, then this system's installers into release/, by electron-builder.yml. */
await Promise.all([buildRenderer(), buildForm(), buildElectron()]);
const builder = inRepository('node_modules/electron-builder/cli.js');
const { status } = spawnSync(process.execPath, [builder, '--publish', 'never', ...process.argv.slice(2)], {
	cwd: inRepository(''),
	stdio: 'inherit',
});
process.exitCode = status ?? 1;
