import type { Shape } from '../kit.ts';
import type { instrument as sv } from '../sv/instrument.ts';

/** English words of the instrument area. */
export const instrument: Shape<typeof sv> = {};
