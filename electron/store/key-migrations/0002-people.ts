import type { Migration } from '../migrations/migration.ts';

/** What letters to those asked, and their codes over rounds, are made of. */
export const peopleInKeys: Migration = {
	version: 2,
	sql: `
ALTER TABLE person ADD COLUMN first_name TEXT NOT NULL DEFAULT '';
-- Their number with whoever keeps the list: member, employee.
ALTER TABLE person ADD COLUMN own_id TEXT NOT NULL DEFAULT '';
-- The round whose list they stand in.
ALTER TABLE person ADD COLUMN round_uid TEXT NOT NULL DEFAULT '';
-- Their personal code to the round's form.
ALTER TABLE person ADD COLUMN code TEXT NOT NULL DEFAULT '';
CREATE INDEX person_round ON person (round_uid);
`,
};
