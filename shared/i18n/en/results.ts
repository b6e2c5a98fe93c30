import type { Shape } from '../kit.ts';
import type { results as sv } from '../sv/results.ts';

/** English words of the results area. */
export const results: Shape<typeof sv> = {};
