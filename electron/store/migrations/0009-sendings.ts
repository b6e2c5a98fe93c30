import type { Migration } from './migration.ts';

/**
 * One sending may be made in several formats: whoever is in two of its files is written to once. Who was in the latest of each kind is
 * noted for that; of older ones how many is enough.
 */
export const sendings: Migration = {
	version: 9,
	sql: `
CREATE TABLE asked_sending_form (
	id INTEGER PRIMARY KEY,
	sending_id INTEGER NOT NULL REFERENCES asked_sending (id) ON DELETE CASCADE,
	form TEXT NOT NULL CHECK (form IN ('csv', 'eml', 'docx')),
	UNIQUE (sending_id, form)
) STRICT;
INSERT INTO asked_sending_form (sending_id, form) SELECT id, form FROM asked_sending;
ALTER TABLE asked_sending DROP COLUMN form;

CREATE TABLE asked_sent (
	id INTEGER PRIMARY KEY,
	sending_id INTEGER NOT NULL REFERENCES asked_sending (id) ON DELETE CASCADE,
	asked_id INTEGER NOT NULL REFERENCES asked (id) ON DELETE CASCADE,
	UNIQUE (sending_id, asked_id)
) STRICT;
CREATE INDEX asked_sent_asked ON asked_sent (asked_id);
`,
};
