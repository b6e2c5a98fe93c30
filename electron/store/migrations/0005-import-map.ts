import type { Migration } from './migration.ts';

/** Matches of columns, saved by name. */
export const importMaps: Migration = {
	version: 5,
	sql: `
CREATE TABLE import_map (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE,
	-- The service whose files it was made for.
	service TEXT NOT NULL,
	-- JSON: \`shared/domain/responses/columns.ts\`.
	columns TEXT NOT NULL CHECK (json_valid(columns)),
	at TEXT NOT NULL
) STRICT;
`,
};
