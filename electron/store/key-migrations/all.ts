import type { Migration } from '../migrations/migration.ts';
import { firstKeys } from './0001-first.ts';
import { peopleInKeys } from './0002-people.ts';

/** The shapes of key files, in order, without gaps. */
export const keyMigrations: readonly Migration[] = [firstKeys, peopleInKeys];
