import { buildRenderer } from '../../../electron/launch/build-renderer.ts';

/** Builds the page once before the tests that look at it. */
export default async function setup(): Promise<void> {
	await buildRenderer();
}
