import type { Shape } from '../kit.ts';
import type { round as sv } from '../sv/round.ts';

/** English words of the round area. */
export const round: Shape<typeof sv> = {};
