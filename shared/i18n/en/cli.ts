import type { Shape } from '../kit.ts';
import type { cli as sv } from '../sv/cli.ts';

/** English words of the cli area. */
export const cli: Shape<typeof sv> = {};
