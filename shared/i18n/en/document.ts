import type { Shape } from '../kit.ts';
import type { document as sv } from '../sv/document.ts';

/** English words of the document area. */
export const document: Shape<typeof sv> = {};
