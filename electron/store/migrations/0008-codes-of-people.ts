import type { Migration } from './migration.ts';

/** Codes that are somebody's, rounds whose questionnaire has gone out, and no time finer than the day where answers are anonymous. */
export const codesOfPeople: Migration = {
	version: 8,
	sql: `
-- Whose code it is: in confidential rounds alone. What the code is, only the key file knows.
ALTER TABLE form_code ADD COLUMN asked_id INTEGER REFERENCES asked (id) ON DELETE CASCADE;
CREATE UNIQUE INDEX form_code_asked ON form_code (asked_id) WHERE asked_id IS NOT NULL;
CREATE TRIGGER form_code_asked_insert BEFORE INSERT ON form_code
WHEN NEW.asked_id IS NOT NULL AND (SELECT promise FROM round WHERE id = NEW.round_id) = 'anonymous'
BEGIN SELECT RAISE(ABORT, 'an anonymous code has no person'); END;
CREATE TRIGGER form_code_asked_update BEFORE UPDATE OF asked_id, round_id ON form_code
WHEN NEW.asked_id IS NOT NULL AND (SELECT promise FROM round WHERE id = NEW.round_id) = 'anonymous'
BEGIN SELECT RAISE(ABORT, 'an anonymous code has no person'); END;
CREATE TRIGGER round_promise_codes BEFORE UPDATE OF promise ON round
WHEN NEW.promise = 'anonymous' AND OLD.promise <> 'anonymous'
	AND EXISTS (SELECT 1 FROM form_code WHERE round_id = NEW.id AND asked_id IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'it is known whose the codes are'); END;

-- Answers that were erased and lie in files or with an administrator still: by their own random names, which tell nothing, so that they are not
-- taken in again.
CREATE TABLE erased (
	id INTEGER PRIMARY KEY,
	round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
	source_key TEXT NOT NULL,
	UNIQUE (round_id, source_key)
) STRICT;

-- The day on which its questionnaire left the program: as a form, on paper, or in an administrator's copy. What comes back must fit it.
ALTER TABLE round ADD COLUMN out_on TEXT;

UPDATE response SET submitted_at = substr(submitted_at, 1, 10), created_at = substr(created_at, 1, 10) || 'T00:00:00Z'
WHERE round_id IN (SELECT id FROM round WHERE promise = 'anonymous');
UPDATE import SET at = substr(at, 1, 10) || 'T00:00:00Z' WHERE round_id IN (SELECT id FROM round WHERE promise = 'anonymous');
`,
};
