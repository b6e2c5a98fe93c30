import type { Migration } from './migration.ts';

/** Matches of columns, saved by name; and what an import told of answers that break the questionnaire's rules. */
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
-- JSON: \`shared/domain/responses/breaches.ts\`.
ALTER TABLE import ADD COLUMN breaches TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(breaches));
`,
};
