import { buildElectron } from './build-electron.ts';
import { buildForm } from './build-form.ts';
import { buildRenderer } from './build-renderer.ts';

/** `npm run build`: dist/renderer, dist/form and dist/electron, as a package holds them. */
await Promise.all([buildRenderer(), buildForm(), buildElectron()]);
