import type { Shape } from '../kit.ts';
import type { code as sv } from '../sv/code.ts';

/** English words of the code area. */
export const code: Shape<typeof sv> = {};
