import type { Shape } from '../kit.ts';
import type { progress as sv } from '../sv/progress.ts';

/** English words of the progress area. */
export const progress: Shape<typeof sv> = {};
