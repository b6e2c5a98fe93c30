import type { Migration } from './migration.ts';

/** A round that somebody else gathers the answers of. */
export const handover: Migration = {
	version: 7,
	sql: `
-- In the administrator's copy: for which round of another project a round gathers, and the key that answers go back under.
CREATE TABLE gathering (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL UNIQUE REFERENCES round (id) ON DELETE CASCADE,
	for_round TEXT NOT NULL,
	public_key BLOB NOT NULL
) STRICT;

-- With the evaluator: what came back the last time, a JSON object of counts.
CREATE TABLE returned (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL UNIQUE REFERENCES round (id) ON DELETE CASCADE,
	day TEXT NOT NULL,
	responses INTEGER NOT NULL,
	counts TEXT NOT NULL
) STRICT;
`,
};
