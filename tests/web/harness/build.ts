import { buildForm } from '../../../electron/launch/build-form.ts';
import { buildRenderer } from '../../../electron/launch/build-renderer.ts';

/** Builds the page and the form's template once before the tests that look at it. */
export default async function setup(): Promise<void> {
	await Promise.all([buildRenderer(), buildForm()]);
}
