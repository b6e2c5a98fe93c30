import { first } from './0001-first.ts';
import type { Migration } from './migration.ts';

/** In order, without gaps. */
export const migrations: readonly Migration[] = [first];

/** The version of files that this program writes. */
export const fileVersion = migrations.length;
