import type { Database } from 'better-sqlite3';
import type { Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { keyOf } from '#shared/domain/asked/people.ts';
import type { ProjectContext } from '../../core/handlers.ts';
import type { KeyFile } from '../../store/key-file.ts';

/** What is some people's: ids of responses and of rows of lists, as JSON arrays for SQL. */
export interface Whose {
	responses: string;
	asked: string;
}

const among = 'IN (SELECT value FROM json_each(?))';

/** @throws AppError NOT_FOUND for the first that is not there */
function checkThere(db: Database, table: 'response' | 'asked', ids: readonly number[]): void {
	const there = db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`);
	const missing = ids.find((id) => !there.get(id));
	if (missing !== undefined) throw new AppError('NOT_FOUND', { what: table, ref: String(missing) });
}

/**
 * The responses and rows that belong to those who are meant: a response's person, a person's response; with `everywhere` also what is linked by
 * code over rounds, and rows whose person the key file knows under the same id or name and address. Goes on until nothing more is found.
 * @throws AppError NOT_FOUND
 */
export function whoseIs(
	{ db, keys }: ProjectContext,
	{ responseIds = [], askedIds = [], everywhere = false }: Parsed<'erasure.erase'>,
): Whose {
	checkThere(db, 'response', responseIds);
	checkThere(db, 'asked', askedIds);
	const responses = new Set(responseIds);
	const asked = new Set(askedIds);
	const find = (sql: string, ids: ReadonlySet<number>) =>
		db
			.prepare(sql)
			.pluck()
			.all(JSON.stringify([...ids])) as number[];
	const same = everywhere && keys ? sameInKeys(db, keys) : null;
	for (let before = -1; before < responses.size + asked.size; ) {
		before = responses.size + asked.size;
		for (const id of find(`SELECT asked_id FROM response WHERE asked_id IS NOT NULL AND id ${among}`, responses))
			asked.add(id);
		for (const id of find(`SELECT id FROM response WHERE asked_id ${among}`, asked)) responses.add(id);
		if (!everywhere) continue;
		const linked = `SELECT response_id FROM link WHERE person IN (SELECT person FROM link WHERE response_id ${among})`;
		for (const id of find(linked, responses)) responses.add(id);
		for (const id of [...asked]) for (const other of same?.(id) ?? []) asked.add(other);
	}
	return { responses: JSON.stringify([...responses]), asked: JSON.stringify([...asked]) };
}

/** Finds the rows of all lists that are the same person's as one, by what the key file knows of them. */
function sameInKeys(db: Database, keys: KeyFile): (askedId: number) => readonly number[] {
	const ids = new Map(db.prepare('SELECT uid, id FROM asked').raw().all() as [string, number][]);
	const people = keys.db.prepare('SELECT uid, name, email, own_id AS ownId FROM person').all() as {
		uid: string;
		name: string;
		email: string;
		ownId: string;
	}[];
	const rows = people.flatMap((person) => {
		const [id, key] = [ids.get(person.uid), keyOf(person)];
		return id === undefined || key === null ? [] : [{ id, key }];
	});
	const byKey = Map.groupBy(rows, ({ key }) => key);
	const keyById = new Map(rows.map(({ id, key }) => [id, key]));
	return (askedId) => (byKey.get(keyById.get(askedId) ?? '') ?? []).map(({ id }) => id);
}

/** By round what is theirs in all rounds beyond what `own` takes, in the order of rounds. */
export function elsewhere(
	db: Database,
	own: Whose,
	all: Whose,
): { round: string; responses: number; people: number }[] {
	return db
		.prepare(`SELECT round.name AS round,
			(SELECT count(*) FROM response WHERE round_id = round.id AND id IN (SELECT value FROM json_each(@all))
				AND id NOT IN (SELECT value FROM json_each(@own))) AS responses,
			(SELECT count(*) FROM asked WHERE round_id = round.id AND id IN (SELECT value FROM json_each(@allAsked))
				AND id NOT IN (SELECT value FROM json_each(@ownAsked))) AS people
			FROM round WHERE responses + people > 0 ORDER BY round.date IS NULL, round.date, round.id`)
		.all({ all: all.responses, own: own.responses, allAsked: all.asked, ownAsked: own.asked }) as {
		round: string;
		responses: number;
		people: number;
	}[];
}

/**
 * The key file's uids of those whose rows go, and of those whose rows only the history still holds: what was removed, or whose coming was undone.
 */
export function uidsOf(db: Database, { asked }: Whose): string[] {
	const going = db.prepare(`SELECT uid FROM asked WHERE id ${among}`).pluck().all(asked) as string[];
	// A row of notes is an array of its columns' values in the table's order.
	const at = (db.pragma('table_info(asked)') as { name: string }[]).findIndex(({ name }) => name === 'uid');
	const gone = db
		.prepare(`SELECT DISTINCT json_extract(row.value, '$[${at}]') FROM history_change, json_each(history_change.before) AS row
			WHERE history_change.tbl = 'asked' AND history_change.op = 'd'`)
		.pluck()
		.all() as string[];
	const there = db.prepare('SELECT 1 FROM asked WHERE uid = ?');
	return [...new Set([...going, ...gone.filter((uid) => !there.get(uid))])];
}
