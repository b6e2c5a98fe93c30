import type { Migration } from './migration.ts';

/**
 * Answers that are chosen or counted lie in their response's own row, as one JSON object; a row each remains for answers in words, because
 * codings hang on those. Storing and reading a large round then takes a fraction of the time and of the file.
 */
export const answersInRows: Migration = {
	version: 2,
	sql: `
CREATE TABLE response_next (
	id INTEGER PRIMARY KEY,
	uid TEXT NOT NULL UNIQUE,
	round_id INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
	status TEXT NOT NULL CHECK (status IN ('partial', 'complete')),
	origin TEXT NOT NULL CHECK (origin IN ('entry', 'import', 'kiosk', 'interview', 'form', 'admin')),
	-- What guards against storing it twice: the service's id, the row's hash with its ordinal among equal rows of a file, or a form's own.
	source_key TEXT,
	-- The respondent's own code, which is the same in every round.
	code TEXT,
	submitted_at TEXT,
	created_at TEXT NOT NULL,
	-- How many questions it answers, and how many of those in words: counted when stored, so that no list has to read the answers.
	answered INTEGER NOT NULL,
	open_answers INTEGER NOT NULL,
	-- JSON object by question id of all answers but those in words: a text (option value, number in JavaScript's notation, ISO date), or an
	-- array of texts (several choices; a ranking in the respondent's order). Last, so that the rest is read without it.
	answers TEXT NOT NULL
) STRICT;

-- One row per answer in words.
CREATE TABLE answer_next (
	id INTEGER PRIMARY KEY,
	response_id INTEGER NOT NULL REFERENCES response_next (id) ON DELETE CASCADE,
	item TEXT NOT NULL,
	value TEXT NOT NULL CHECK (value <> ''),
	UNIQUE (response_id, item)
) STRICT;

CREATE TEMP TABLE kind AS
SELECT round.id AS round_id, json_extract(item.value, '$.id') AS item, json_extract(item.value, '$.type') AS type
FROM round JOIN instrument ON instrument.id = round.instrument_id, json_each(instrument.definition, '$.items') AS item;
CREATE INDEX temp.kind_item ON kind (round_id, item);

-- What has a coding stays a row whatever the questionnaire says of it; of several choices, one.
INSERT OR IGNORE INTO answer_next (id, response_id, item, value)
SELECT answer.id, answer.response_id, answer.item, answer.value
FROM answer LEFT JOIN response ON response.id = answer.response_id
	LEFT JOIN temp.kind ON kind.round_id = response.round_id AND kind.item = answer.item
WHERE answer.value <> '' AND (kind.type = 'text' OR answer.id IN (SELECT answer_id FROM coding WHERE answer_id IS NOT NULL))
ORDER BY answer.id;

INSERT INTO response_next
	(id, uid, round_id, status, origin, source_key, submitted_at, created_at, answered, open_answers, answers)
SELECT id, uid, round_id, status, origin, source_key, submitted_at, created_at,
	(SELECT count(DISTINCT item) FROM answer WHERE answer.response_id = response.id AND answer.value <> ''),
	(SELECT count(*) FROM answer_next WHERE answer_next.response_id = response.id),
	(SELECT coalesce(json_group_object(item, json(value)), '{}') FROM (
		SELECT answer.item, CASE WHEN kind.type IN ('multiple', 'ranking') OR count(*) > 1
			THEN json_group_array(answer.value ORDER BY answer.ordinal) ELSE json_quote(max(answer.value)) END AS value
		FROM answer LEFT JOIN temp.kind ON kind.round_id = response.round_id AND kind.item = answer.item
		WHERE answer.response_id = response.id AND answer.value <> '' AND NOT EXISTS (SELECT 1 FROM answer_next WHERE answer_next.id = answer.id)
		GROUP BY answer.item))
FROM response ORDER BY id;

DELETE FROM coding WHERE answer_id IS NOT NULL AND answer_id NOT IN (SELECT id FROM answer_next);

DROP TABLE temp.kind;
DROP TABLE answer;
DROP TABLE response;
ALTER TABLE response_next RENAME TO response;
ALTER TABLE answer_next RENAME TO answer;
-- In the order they came, with all that is counted of them.
CREATE INDEX response_round ON response (round_id, id, status, answered, open_answers);
CREATE UNIQUE INDEX response_source ON response (round_id, source_key) WHERE source_key IS NOT NULL;
CREATE INDEX response_code ON response (code) WHERE code IS NOT NULL;
`,
};
