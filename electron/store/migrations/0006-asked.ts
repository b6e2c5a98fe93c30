import type { Migration } from './migration.ts';

/**
 * Those who were asked, without anything that tells who they are (that lies in the key file, by their uid), and responses that are the same
 * person's over rounds. What was promised is held to here, whatever a feature does.
 */
export const askedOfRounds: Migration = {
	version: 6,
	sql: `
CREATE TABLE asked (
	id INTEGER PRIMARY KEY,
	-- What the key file knows them by.
	uid TEXT NOT NULL UNIQUE,
	round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
	-- What they are called where the key file is closed: 1, 2, 3 in the order of the list.
	number INTEGER NOT NULL,
	status TEXT NOT NULL DEFAULT 'asked'
		CHECK (status IN ('asked', 'unreachable', 'refused', 'partial', 'answered', 'notEligible')),
	-- Since which day; never of an answer in an anonymous round.
	status_on TEXT,
	reminders INTEGER NOT NULL DEFAULT 0 CHECK (reminders >= 0),
	language TEXT CHECK (language IN ('sv', 'en')),
	-- JSON object of texts.
	attributes TEXT NOT NULL DEFAULT '{}',
	UNIQUE (round_id, number)
) STRICT;
CREATE INDEX asked_status ON asked (round_id, status, number);

CREATE TABLE asked_group (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
	name TEXT NOT NULL,
	UNIQUE (round_id, name)
) STRICT;

-- Both days included; NULL is without end.
CREATE TABLE asked_membership (
	id INTEGER PRIMARY KEY,
	asked_id INTEGER NOT NULL REFERENCES asked (id) ON DELETE CASCADE,
	group_id INTEGER NOT NULL REFERENCES asked_group (id) ON DELETE CASCADE,
	from_day TEXT,
	to_day TEXT
) STRICT;
CREATE INDEX asked_membership_asked ON asked_membership (asked_id, group_id);
CREATE INDEX asked_membership_group ON asked_membership (group_id, asked_id);

-- What is written to them: JSON, shared/domain/asked/letters.ts.
CREATE TABLE asked_letters (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL UNIQUE REFERENCES round (id) ON DELETE CASCADE,
	settings TEXT NOT NULL
) STRICT;

CREATE TABLE asked_sending (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
	day TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reminder')),
	form TEXT NOT NULL CHECK (form IN ('csv', 'eml', 'docx')),
	people INTEGER NOT NULL
) STRICT;
CREATE INDEX asked_sending_round ON asked_sending (round_id);

-- Whose answer it is: in confidential rounds alone.
ALTER TABLE response ADD COLUMN asked_id INTEGER REFERENCES asked (id) ON DELETE SET NULL;
CREATE UNIQUE INDEX response_asked ON response (asked_id) WHERE asked_id IS NOT NULL;
-- Responses are stored without a person (store/responses.ts) and get one by an update: a trigger at each insert would make imports slow.
CREATE TRIGGER response_asked_update BEFORE UPDATE OF asked_id, round_id ON response
WHEN NEW.asked_id IS NOT NULL AND (SELECT promise FROM round WHERE id = NEW.round_id) = 'anonymous'
BEGIN SELECT RAISE(ABORT, 'an anonymous answer has no person'); END;

-- A day on a person and the same day on an answer would be a link where few answer on a day.
CREATE TRIGGER asked_day_insert BEFORE INSERT ON asked
WHEN NEW.status_on IS NOT NULL AND NEW.status IN ('partial', 'answered')
	AND (SELECT promise FROM round WHERE id = NEW.round_id) = 'anonymous'
BEGIN SELECT RAISE(ABORT, 'an anonymous answer has no day'); END;
CREATE TRIGGER asked_day_update BEFORE UPDATE OF status, status_on ON asked
WHEN NEW.status_on IS NOT NULL AND NEW.status IN ('partial', 'answered')
	AND (SELECT promise FROM round WHERE id = NEW.round_id) = 'anonymous'
BEGIN SELECT RAISE(ABORT, 'an anonymous answer has no day'); END;

-- What is known cannot be promised to be unknown.
CREATE TRIGGER round_promise BEFORE UPDATE OF promise ON round
WHEN NEW.promise = 'anonymous' AND OLD.promise <> 'anonymous' AND (
	EXISTS (SELECT 1 FROM response WHERE round_id = NEW.id AND asked_id IS NOT NULL)
	OR EXISTS (SELECT 1 FROM asked WHERE round_id = NEW.id AND status IN ('partial', 'answered') AND status_on IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'it is known who answered'); END;

-- Responses of different rounds that are one person's, by their codes and as a person has settled it.
CREATE TABLE link (
	id INTEGER PRIMARY KEY,
	-- The same for all of one person's.
	person TEXT NOT NULL,
	response_id INTEGER NOT NULL UNIQUE REFERENCES response (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX link_person ON link (person);

-- Alike, and settled not to be one person's. The lower number first.
CREATE TABLE link_apart (
	id INTEGER PRIMARY KEY,
	first_id INTEGER NOT NULL REFERENCES response (id) ON DELETE CASCADE,
	second_id INTEGER NOT NULL REFERENCES response (id) ON DELETE CASCADE,
	UNIQUE (first_id, second_id),
	CHECK (first_id < second_id)
) STRICT;
CREATE INDEX link_apart_second ON link_apart (second_id);
`,
};
