import { buildElectron } from './build-electron.ts';
import { buildRenderer } from './build-renderer.ts';

/** `npm run build`: dist/renderer and dist/electron, as a package holds them. */
await Promise.all([buildRenderer(), buildElectron()]);
