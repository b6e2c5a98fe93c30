import type { Migration } from '../migrations/migration.ts';

/** The first released shape of a key file. */
export const firstKeys: Migration = {
	version: 1,
	sql: `
CREATE TABLE key_file (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	uid TEXT NOT NULL,
	-- The project that it was made for.
	project_uid TEXT NOT NULL,
	created_at TEXT NOT NULL
) STRICT;

-- Both halves of a round's key pair, X25519, 32 bytes each. Pairs are added and never changed.
CREATE TABLE round_key (
	id INTEGER PRIMARY KEY,
	round_uid TEXT NOT NULL,
	public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
	secret_key BLOB NOT NULL CHECK (length(secret_key) = 32),
	created_at TEXT NOT NULL
) STRICT;

-- Who is behind a row of the project's list of those asked, by its uid.
CREATE TABLE person (
	id INTEGER PRIMARY KEY,
	uid TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL DEFAULT '',
	email TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	address TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	created_at TEXT NOT NULL
) STRICT;
`,
};
