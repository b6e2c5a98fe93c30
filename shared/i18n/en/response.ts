import type { Shape } from '../kit.ts';
import type { response as sv } from '../sv/response.ts';

/** English words of the response area. */
export const response: Shape<typeof sv> = {};
