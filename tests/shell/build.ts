import { buildElectron } from '../../electron/launch/build-electron.ts';
import { buildRenderer } from '../../electron/launch/build-renderer.ts';

/** Builds the page and the preload once before the tests that run them. */
export default async function setup(): Promise<void> {
	await Promise.all([buildRenderer(), buildElectron()]);
}
