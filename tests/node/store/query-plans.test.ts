import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../../../electron/store/migrations/all.ts';

let db: Database.Database;
beforeAll(() => {
	db = new Database(':memory:');
	for (const { sql } of migrations) db.exec(sql);
});
afterAll(() => db.close());

const plan = (sql: string) =>
	(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail).join('; ');

/** What is asked for one thing at a time, in the shape the features ask it. */
const single = [
	'SELECT item, value FROM answer WHERE response_id = 1 ORDER BY item',
	'SELECT answer.id FROM response CROSS JOIN answer ON answer.response_id = response.id WHERE response.round_id = 1 ORDER BY response.id',
	"SELECT id FROM response WHERE code = 'x'",
	"SELECT 1 FROM response WHERE round_id = 1 AND source_key = 'x'",
	'SELECT id, start, end FROM coding WHERE document_id = 1 ORDER BY start',
	'SELECT id, start, end FROM coding WHERE answer_id = 1 ORDER BY start',
	'SELECT count(*) FROM coding WHERE code_id = 1',
	'SELECT id FROM coding WHERE code_id = 1 AND coalesce(document_id, 0) = 1 AND coalesce(answer_id, 0) = 0 AND start = 0 AND end = 5',
	'SELECT * FROM turn WHERE document_id = 1 ORDER BY start',
	'SELECT * FROM speaker WHERE document_id = 1',
	"SELECT id FROM document WHERE hash = 'x'",
	"SELECT id FROM instrument WHERE key = 'board' AND version = 1",
	'SELECT settings FROM form WHERE round_id = 1',
	"SELECT used FROM form_code WHERE round_id = 1 AND hash = 'x'",
	'SELECT * FROM import WHERE round_id = 1 ORDER BY id DESC',
	'SELECT * FROM history_change WHERE step_id = 1 AND id < 9 ORDER BY id DESC LIMIT 64',
	'SELECT max(id) FROM history_change',
	'SELECT id FROM history_step ORDER BY id DESC LIMIT 1',
];
for (const sql of single)
	test(`reads no whole table: ${sql}`, () => {
		expect(plan(sql)).toMatch(/SEARCH|history_step/);
		expect(plan(sql)).not.toMatch(/SCAN (answer|coding|response|turn|speaker|document|history_change)/);
	});

/** What is read after every change, of rounds of any size: from an index, without the answers themselves. */
const counts = [
	"SELECT count(*), count(*) FILTER (WHERE status = 'partial'), sum(open_answers) FROM response WHERE round_id = 1",
	'SELECT count(*) FROM response WHERE round_id = 1 AND id <= 7',
	"SELECT count(*) FROM response WHERE round_id = 1 AND (status = 'complete' OR answered > 0)",
	"SELECT id FROM response WHERE round_id = 1 AND status = 'partial' ORDER BY id DESC LIMIT 9 OFFSET 0",
];
for (const sql of counts)
	test(`counts without reading answers: ${sql}`, () => {
		expect(plan(sql)).toMatch(/SEARCH response USING COVERING INDEX/);
		expect(plan(sql)).not.toMatch(/TEMP B-TREE/);
	});

test('codings of open answers are counted from the codings on, however many answers there are', () => {
	const sql = `SELECT response.round_id, count(*) FROM coding CROSS JOIN answer ON answer.id = coding.answer_id
		CROSS JOIN response ON response.id = answer.response_id WHERE coding.answer_id IS NOT NULL GROUP BY response.round_id`;
	expect(plan(sql)).toMatch(/(SCAN|SEARCH) coding USING COVERING INDEX.*SEARCH answer.*SEARCH response/);
});

test('what ends with another is found by an index: no reference makes a deletion read whole tables', () => {
	const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
	for (const table of tables) {
		for (const { from } of db.pragma(`foreign_key_list(${table})`) as { from: string }[]) {
			// SQLite looks for the children of a removed row by this very question.
			const sql = `SELECT rowid FROM ${table} WHERE ${from} = 1`;
			expect(plan(sql), `${table}.${from}`).toMatch(/SEARCH/);
		}
	}
});

test('the check can fail', () => {
	expect(plan("SELECT * FROM answer WHERE value = 'x'")).toMatch(/SCAN answer/);
});
