import type { Shape } from '../kit.ts';
import type { frame as sv } from '../sv/frame.ts';

/** English words of the frame area. */
export const frame: Shape<typeof sv> = {};
