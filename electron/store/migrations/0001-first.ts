import type { Migration } from './migration.ts';

/** The first released shape of a project file. */
export const first: Migration = {
	version: 1,
	sql: `
CREATE TABLE project (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	uid TEXT NOT NULL,
	title TEXT NOT NULL,
	commissioner TEXT NOT NULL DEFAULT '',
	period_start TEXT,
	period_end TEXT,
	language TEXT NOT NULL DEFAULT 'sv' CHECK (language IN ('sv', 'en')),
	smallest_group INTEGER NOT NULL DEFAULT 6 CHECK (smallest_group >= 1),
	created_at TEXT NOT NULL
) STRICT;

CREATE TABLE instrument (
	id INTEGER PRIMARY KEY,
	uid TEXT NOT NULL UNIQUE,
	key TEXT NOT NULL,
	version INTEGER NOT NULL,
	definition TEXT NOT NULL,
	hash TEXT NOT NULL,
	created_at TEXT NOT NULL,
	UNIQUE (key, version)
) STRICT;

CREATE TABLE round (
	id INTEGER PRIMARY KEY,
	uid TEXT NOT NULL UNIQUE,
	instrument_id INTEGER NOT NULL REFERENCES instrument (id),
	name TEXT NOT NULL UNIQUE,
	date TEXT,
	invited INTEGER CHECK (invited >= 0),
	created_at TEXT NOT NULL
) STRICT;
CREATE INDEX round_instrument ON round (instrument_id);

-- One import of a file: what came of it, with the cells that could not be read.
CREATE TABLE import (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
	name TEXT NOT NULL,
	at TEXT NOT NULL,
	rows_read INTEGER NOT NULL,
	stored INTEGER NOT NULL,
	skipped INTEGER NOT NULL,
	problems TEXT NOT NULL
) STRICT;
CREATE INDEX import_round ON import (round_id);

CREATE TABLE response (
	id INTEGER PRIMARY KEY,
	uid TEXT NOT NULL UNIQUE,
	round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
	status TEXT NOT NULL CHECK (status IN ('partial', 'complete')),
	origin TEXT NOT NULL CHECK (origin IN ('entry', 'import')),
	-- What an imported row is known by: the service's id, or the row's hash with its ordinal among equal rows of the file.
	source_key TEXT,
	submitted_at TEXT,
	created_at TEXT NOT NULL
) STRICT;
CREATE INDEX response_round ON response (round_id);
CREATE UNIQUE INDEX response_source ON response (round_id, source_key) WHERE source_key IS NOT NULL;

-- One row per answered item; for items with several choices one row per choice.
CREATE TABLE answer (
	id INTEGER PRIMARY KEY,
	response_id INTEGER NOT NULL REFERENCES response (id) ON DELETE CASCADE,
	item TEXT NOT NULL,
	-- 0, or the place of a choice among several.
	ordinal INTEGER NOT NULL DEFAULT 0,
	-- Option value, number in JavaScript's notation, ISO date, or text, by the item's type.
	value TEXT NOT NULL,
	UNIQUE (response_id, item, ordinal)
) STRICT;
CREATE INDEX answer_item ON answer (item, value, response_id);

CREATE TABLE document (
	id INTEGER PRIMARY KEY,
	uid TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	kind TEXT NOT NULL,
	date TEXT,
	memo TEXT NOT NULL DEFAULT '',
	source_name TEXT NOT NULL,
	-- Normalised and never changed in place. Offsets into it are UTF-16 code units.
	text TEXT NOT NULL,
	hash TEXT NOT NULL UNIQUE,
	words INTEGER NOT NULL,
	created_at TEXT NOT NULL
) STRICT;

CREATE TABLE speaker (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
	label TEXT NOT NULL,
	role TEXT NOT NULL CHECK (role IN ('interviewer', 'informant'))
) STRICT;
CREATE INDEX speaker_document ON speaker (document_id);

CREATE TABLE turn (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
	speaker_id INTEGER REFERENCES speaker (id) ON DELETE SET NULL,
	start INTEGER NOT NULL,
	end INTEGER NOT NULL,
	time INTEGER,
	CHECK (start >= 0 AND end >= start)
) STRICT;
CREATE INDEX turn_document ON turn (document_id, start);
CREATE INDEX turn_speaker ON turn (speaker_id);

CREATE TABLE code (
	id INTEGER PRIMARY KEY,
	uid TEXT NOT NULL UNIQUE,
	parent_id INTEGER REFERENCES code (id),
	name TEXT NOT NULL,
	definition TEXT NOT NULL DEFAULT '',
	memo TEXT NOT NULL DEFAULT '',
	color INTEGER NOT NULL DEFAULT 0,
	position INTEGER NOT NULL,
	created_at TEXT NOT NULL
) STRICT;
CREATE INDEX code_parent ON code (parent_id);
CREATE UNIQUE INDEX code_name ON code (coalesce(parent_id, 0), name);

-- A passage with a code: in a document, or in one open answer.
CREATE TABLE coding (
	id INTEGER PRIMARY KEY,
	uid TEXT NOT NULL UNIQUE,
	code_id INTEGER NOT NULL REFERENCES code (id) ON DELETE CASCADE,
	document_id INTEGER REFERENCES document (id) ON DELETE CASCADE,
	answer_id INTEGER REFERENCES answer (id) ON DELETE CASCADE,
	start INTEGER NOT NULL,
	end INTEGER NOT NULL,
	memo TEXT NOT NULL DEFAULT '',
	coder TEXT NOT NULL DEFAULT '',
	created_at TEXT NOT NULL,
	CHECK ((document_id IS NULL) <> (answer_id IS NULL)),
	CHECK (start >= 0 AND end > start)
) STRICT;
CREATE UNIQUE INDEX coding_same ON coding (code_id, coalesce(document_id, 0), coalesce(answer_id, 0), start, end);
CREATE INDEX coding_document ON coding (document_id, start) WHERE document_id IS NOT NULL;
CREATE INDEX coding_answer ON coding (answer_id, start) WHERE answer_id IS NOT NULL;

CREATE TABLE report (
	id INTEGER PRIMARY KEY,
	uid TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	template TEXT,
	language TEXT NOT NULL CHECK (language IN ('sv', 'en')),
	markdown TEXT NOT NULL,
	hash TEXT NOT NULL,
	updated_at TEXT NOT NULL
) STRICT;

-- Undo, kept in the file. A step is one command; its changes are what takes it back, last first.
CREATE TABLE history_step (
	id INTEGER PRIMARY KEY,
	call TEXT NOT NULL,
	-- When the newest change of the step was made, and the first.
	at TEXT NOT NULL,
	began TEXT NOT NULL,
	undone INTEGER NOT NULL DEFAULT 0,
	-- What the next change must share to become part of this step; null where nothing may.
	merge TEXT,
	-- Bytes that its notes take, roughly.
	size INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE history_change (
	id INTEGER PRIMARY KEY,
	step_id INTEGER NOT NULL REFERENCES history_step (id) ON DELETE CASCADE,
	tbl TEXT NOT NULL,
	-- 'i': rows first..last were inserted. 'd': they were deleted. 'u': row first was changed.
	op TEXT NOT NULL CHECK (op IN ('i', 'u', 'd')),
	first INTEGER NOT NULL,
	last INTEGER NOT NULL,
	-- The rows as they were: a JSON array of rows, each an array of its columns' values in the table's order. Null for 'i'.
	before TEXT
) STRICT;
CREATE INDEX history_change_step ON history_change (step_id);
`,
};
