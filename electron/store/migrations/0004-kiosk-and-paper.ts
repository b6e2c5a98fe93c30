import type { Migration } from './migration.ts';

/** The kiosk that a project stands in, and papers that were entered twice. */
export const kioskAndPaper: Migration = {
	version: 4,
	sql: `
-- The round that is answered in the kiosk now; no row where none is. No undo step: it is how the program stands, and not content.
CREATE TABLE kiosk (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	round_id INTEGER NOT NULL,
	-- JSON: languages, minutes, what becomes of an unfinished answer.
	settings TEXT NOT NULL,
	-- scrypt of the code that leads out, with its salt: the code itself is nowhere.
	salt BLOB NOT NULL,
	hash BLOB NOT NULL,
	tries INTEGER NOT NULL DEFAULT 0,
	-- Milliseconds since 1970 before which no code is looked at.
	wait_until INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The number on the paper that a response was entered from.
CREATE TABLE paper (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
	response_id INTEGER NOT NULL UNIQUE REFERENCES response (id) ON DELETE CASCADE,
	number TEXT NOT NULL,
	UNIQUE (round_id, number)
) STRICT;

-- The same paper entered a second time, by another hand or on another day.
CREATE TABLE second_entry (
	id INTEGER PRIMARY KEY,
	paper_id INTEGER NOT NULL UNIQUE REFERENCES paper (id) ON DELETE CASCADE,
	-- JSON object of the answers by question id, as the contract has them. What is settled is made the same in both.
	answers TEXT NOT NULL,
	-- Answers compared when it was entered, and how many of them differed.
	compared INTEGER NOT NULL,
	differed INTEGER NOT NULL
) STRICT;
`,
};
