import type { Migration } from './migration.ts';

/** What is promised to those who answer, rounds that close, and keys whose private halves lie in a file of their own. */
export const keyFileOfProject: Migration = {
	version: 3,
	sql: `
-- The key file that belongs to the project.
ALTER TABLE project ADD COLUMN key_uid TEXT;

-- Anonymous: nothing in the project or beside it tells who gave an answer, and no time is finer than a day.
ALTER TABLE round ADD COLUMN promise TEXT NOT NULL DEFAULT 'anonymous' CHECK (promise IN ('anonymous', 'confidential'));
-- The day from which no more answers are taken.
ALTER TABLE round ADD COLUMN closed_at TEXT;
-- X25519, 32 bytes: what answers to the round are encrypted to.
ALTER TABLE round ADD COLUMN public_key BLOB CHECK (length(public_key) = 32);

-- How a round's form is made: JSON, \`shared/domain/form/settings.ts\`.
CREATE TABLE form (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL UNIQUE REFERENCES round (id) ON DELETE CASCADE,
	settings TEXT NOT NULL
) STRICT;

-- A personal code, known only by its hash under the round's private key. That it was used, and on which day where that may be kept; never by whom
-- or for which answer.
CREATE TABLE form_code (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
	hash TEXT NOT NULL,
	used INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1)),
	used_on TEXT,
	UNIQUE (round_id, hash)
) STRICT;
`,
};
