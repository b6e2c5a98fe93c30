import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { countSteps, moveInHistory, runStep } from '../../../electron/store/history.ts';
import { insertRows } from '../../../electron/store/insert-rows.ts';
import { migrations } from '../../../electron/store/migrations/all.ts';
import { watchChanges } from '../../../electron/store/watch.ts';
import { makeTestProject } from '../test-core.ts';

let close = () => {};
afterEach(() => close());

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();

/** A file's tables and one more, of every type of column, with history laid on. */
function makeStore() {
	const db = new Database(':memory:');
	close = () => db.close();
	db.pragma('foreign_keys = ON');
	db.pragma('recursive_triggers = ON');
	for (const { sql } of migrations) db.exec(sql);
	db.exec(`CREATE TABLE kind (id INTEGER PRIMARY KEY, i INTEGER, t TEXT UNIQUE, r REAL, b BLOB) STRICT;
		CREATE TABLE part (id INTEGER PRIMARY KEY, kind_id INTEGER REFERENCES kind (id) ON DELETE CASCADE,
			next_id INTEGER REFERENCES part (id) ON DELETE SET NULL) STRICT;`);
	watchChanges(db);
	const content = () =>
		JSON.stringify([db.prepare('SELECT * FROM kind').all(), db.prepare('SELECT * FROM part').all()]);
	const notes = () => db.prepare('SELECT tbl, op, first, last FROM history_change ORDER BY id').all();
	return { db, content, notes };
}

test('a change of the project is undone and done again, and is in the history by its call', async () => {
	const project = await makeTestProject();
	const { core } = project;
	close = () => void project.end();
	await core.call('project.update', { title: 'Ny titel', smallestGroup: 3 });
	expect((await core.call('history.get', {})).undo?.call).toBe('project.update');
	await core.call('history.undo', {});
	expect(await core.call('project.get', {})).toMatchObject({ title: 'Test', smallestGroup: 6 });
	await core.call('history.redo', {});
	expect(await core.call('project.get', {})).toMatchObject({ title: 'Ny titel', smallestGroup: 3 });
	await expect(core.call('history.redo', {})).rejects.toMatchObject({ code: 'NOTHING_TO_REDO' });
});

test('values of every type come back as they were: none, no bytes, bytes, large and broken numbers, any character', () => {
	const { db, content } = makeStore();
	const insert = db.prepare('INSERT INTO kind (i, t, r, b) VALUES (?, ?, ?, ?)');
	runStep(db, 'a', at(0), () => {
		insert.run(9007199254740991, 'a\u0000b\u0001\u{1f468}\u200d"\\', 0.1 + 0.2, null);
		insert.run(null, '', 5e-324, Buffer.alloc(0));
		insert.run(-1, null, Number.POSITIVE_INFINITY, Buffer.from([0, 255, 10]));
		insert.run(0, '{"a":[1]}', 1.7976931348623157e308, null);
	});
	const before = content();
	runStep(db, 'b', at(1), () =>
		db.exec("UPDATE kind SET b = x'01', r = 1, i = 1, t = 'x' || id; DELETE FROM kind WHERE id > 1"),
	);
	const after = content();
	moveInHistory(db, 'undo');
	expect(content()).toBe(before);
	moveInHistory(db, 'redo');
	expect(content()).toBe(after);
});

test('swaps, replacements, rows removed by reference and rows made under a used number come back', () => {
	const { db, content } = makeStore();
	runStep(db, 'a', at(0), () => {
		db.exec("INSERT INTO kind (id, t) VALUES (1, 'a'), (2, 'b'), (7, 'c')");
		db.exec('INSERT INTO part VALUES (1, 1, NULL), (2, 1, 1), (3, 2, 2)');
	});
	const before = content();
	runStep(db, 'b', at(1), () => {
		db.exec(
			"UPDATE kind SET t = '-' WHERE id = 1; UPDATE kind SET t = 'a' WHERE id = 2; UPDATE kind SET t = 'b' WHERE id = 1",
		);
		db.exec("INSERT OR REPLACE INTO kind (id, t) VALUES (9, 'b')");
		db.exec("DELETE FROM kind WHERE id = 9; INSERT INTO kind (id, t) VALUES (9, 'again'); UPDATE part SET kind_id = 9");
		db.exec('DELETE FROM kind WHERE id = 9');
	});
	const after = content();
	expect(after).toContain('[]');
	for (let turn = 0; turn < 3; turn++) {
		moveInHistory(db, 'undo');
		expect(content()).toBe(before);
		moveInHistory(db, 'redo');
		expect(content()).toBe(after);
	}
});

test('rows inserted in bulk are one note, through triggers and through insertRows; undone and redone in ranges', () => {
	const { db, content, notes } = makeStore();
	runStep(db, 'a', at(0), () => {
		const insert = db.prepare('INSERT INTO kind (t) VALUES (?)');
		for (let i = 0; i < 1500; i++) insert.run(`one ${i}`);
		const range = insertRows(
			db,
			'kind',
			['t'],
			(function* () {
				for (let i = 0; i < 1500; i++) yield [`two ${i}`];
			})(),
		);
		expect(range).toEqual({ first: 1501, last: 3000 });
		expect(insertRows(db, 'kind', ['t'], [])).toBeNull();
		insert.run('three');
	});
	expect(notes()).toEqual([
		{ tbl: 'kind', op: 'i', first: 1, last: 1500 },
		{ tbl: 'kind', op: 'i', first: 1501, last: 3001 },
	]);
	const after = content();
	moveInHistory(db, 'undo');
	expect(content()).toBe('[[],[]]');
	moveInHistory(db, 'redo');
	expect(content()).toBe(after);
	expect(notes()).toEqual([{ tbl: 'kind', op: 'i', first: 1, last: 3001 }]);
	expect(() => insertRows(db, 'kind', ['t'], [['outside']])).toThrow('outside a step');
});

test('rows removed by reference come back in groups: of two tables in turn, with broken numbers, and more than one page of notes', () => {
	const { db, content } = makeStore();
	runStep(db, 'a', at(0), () => {
		for (let kind = 1; kind <= 5; kind++) {
			db.prepare('INSERT INTO kind (id, t, r, b) VALUES (?, ?, ?, ?)').run(
				kind,
				`[${kind}],"`,
				1 / kind,
				Buffer.from([kind]),
			);
			for (let part = 1; part <= 40; part++) db.prepare('INSERT INTO part (kind_id) VALUES (?)').run(kind);
		}
	});
	const before = content();
	runStep(db, 'b', at(1), () => db.exec('DELETE FROM kind'));
	for (let turn = 0; turn < 2; turn++) {
		moveInHistory(db, 'undo');
		expect(content()).toBe(before);
		moveInHistory(db, 'redo');
		expect(content()).toBe('[[],[]]');
	}
});

test('a call that changes nothing, or fails, leaves no step, and what could be redone still can', () => {
	const { db } = makeStore();
	runStep(db, 'a', at(0), () => db.exec("INSERT INTO kind (t) VALUES ('a')"));
	moveInHistory(db, 'undo');
	runStep(db, 'b', at(1), () => db.exec("UPDATE kind SET t = 'a'"));
	runStep(db, 'b', at(1), () => db.exec('DELETE FROM kind'));
	expect(() =>
		runStep(db, 'b', at(1), () => {
			db.exec("INSERT INTO kind (t) VALUES ('b')");
			throw new Error('no');
		}),
	).toThrow('no');
	expect(() => runStep(db, 'b', at(1), () => Promise.resolve())).toThrow('cannot wait');
	expect(countSteps(db)).toEqual({ done: 0, undone: 1 });
	moveInHistory(db, 'redo');
	runStep(db, 'b', at(2), () => db.exec("UPDATE kind SET t = 'a', i = i"));
	expect(countSteps(db)).toEqual({ done: 1, undone: 0 });
	expect(db.prepare('SELECT count(*) FROM temp.history_open').pluck().get()).toBe(0);
});

test('typing is one step while it goes on: same thing, pauses of at most ten seconds, a minute in all', () => {
	const { db, content, notes } = makeStore();
	runStep(db, 'add', at(0), () => db.exec("INSERT INTO kind (t) VALUES ('a'), ('b')"));
	const before = content();
	const type = (second: number, text: string, merge = '1', row = 1) =>
		runStep(db, 'type', at(second), () => db.prepare('UPDATE kind SET t = ? WHERE id = ?').run(text, row), { merge });
	type(1, 'x');
	const size = notes().length;
	type(10, 'xy');
	type(20, 'xyz');
	expect([countSteps(db).done, notes().length]).toEqual([2, size]);
	const first = content();
	type(31, 'pause');
	expect(countSteps(db).done).toBe(3);
	type(32, 'other', '2', 2);
	type(33, 'back');
	expect(countSteps(db).done).toBe(5);
	for (let second = 34; second < 95; second++) type(second, `long ${second}`);
	expect(countSteps(db).done).toBe(6);
	type(90, 'a clock set back');
	expect(countSteps(db).done).toBe(7);
	for (let step = 0; step < 5; step++) moveInHistory(db, 'undo');
	expect(content()).toBe(first);
	type(94, 'after an undo');
	expect(countSteps(db)).toEqual({ done: 3, undone: 0 });
	moveInHistory(db, 'undo');
	moveInHistory(db, 'redo');
	type(95, 'after a redo');
	expect(countSteps(db).done).toBe(4);
	for (let step = 0; step < 3; step++) moveInHistory(db, 'undo');
	expect(content()).toBe(before);
});

test('a step that goes on with other changes between keeps every note that matters', () => {
	const { db, content } = makeStore();
	runStep(db, 'add', at(0), () => {
		db.exec("INSERT INTO kind (id, t) VALUES (1, 'a'), (2, 'b')");
		db.exec('INSERT INTO part VALUES (1, 1, NULL)');
	});
	const before = content();
	const go = (sql: string) => runStep(db, 'go', at(1), () => db.exec(sql), { merge: 'x' });
	go("UPDATE part SET kind_id = 2; UPDATE kind SET t = '-' WHERE id = 1");
	go("UPDATE kind SET t = 'a' WHERE id = 2; UPDATE kind SET t = 'b' WHERE id = 1");
	go('INSERT INTO kind (id) VALUES (3); UPDATE part SET kind_id = 3');
	go('UPDATE part SET kind_id = 1; DELETE FROM kind WHERE id = 3; INSERT INTO kind (id) VALUES (3)');
	go('UPDATE part SET kind_id = 3');
	const after = content();
	expect(countSteps(db).done).toBe(2);
	moveInHistory(db, 'undo');
	expect(content()).toBe(before);
	moveInHistory(db, 'redo');
	expect(content()).toBe(after);
});

test('the oldest steps go by number and by size, the newest never', () => {
	const { db } = makeStore();
	const add = (text: string, bounds: { steps: number; size: number }) =>
		runStep(db, 'a', at(0), () => db.prepare('INSERT INTO kind (t) VALUES (?)').run(text), { bounds });
	for (let i = 0; i < 30; i++) add(`${i}`, { steps: 10, size: 1e9 });
	expect(countSteps(db).done).toBe(10);
	// Numbers that undo and redo use up do not count.
	for (let i = 0; i < 40; i++) moveInHistory(db, i % 2 ? 'redo' : 'undo');
	add('30', { steps: 11, size: 1e9 });
	expect(countSteps(db).done).toBe(11);
	runStep(db, 'b', at(0), () => db.exec("UPDATE kind SET t = printf('%.*c', 1000, 'x') || id"), {
		bounds: { steps: 100, size: 100 },
	});
	expect(countSteps(db).done).toBe(1);
	moveInHistory(db, 'undo');
	expect(db.prepare('SELECT t FROM kind WHERE id = 31').pluck().get()).toBe('30');
	expect(moveInHistory(db, 'undo')).toBeNull();
	moveInHistory(db, 'redo');
	expect(countSteps(db)).toEqual({ done: 1, undone: 0 });
});

test('a history that does not fit the content is refused whole', () => {
	const { db, content } = makeStore();
	runStep(db, 'a', at(0), () =>
		db.exec("INSERT INTO kind (t) VALUES ('a'), ('b'); INSERT INTO part VALUES (1, 1, NULL)"),
	);
	db.exec('DELETE FROM kind WHERE id = 2');
	const before = content();
	expect(() => moveInHistory(db, 'undo')).toThrow('does not fit');
	expect(content()).toBe(before);
	expect(countSteps(db)).toEqual({ done: 1, undone: 0 });
});
