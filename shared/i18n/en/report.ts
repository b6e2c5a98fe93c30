import type { Shape } from '../kit.ts';
import type { report as sv } from '../sv/report.ts';

/** English words of the report area. */
export const report: Shape<typeof sv> = {};
