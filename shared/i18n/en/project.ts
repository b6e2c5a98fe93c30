import type { Shape } from '../kit.ts';
import type { project as sv } from '../sv/project.ts';

/** English words of the project area. */
export const project: Shape<typeof sv> = {};
