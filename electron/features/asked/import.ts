import { randomUUID } from 'node:crypto';
import type { Output, Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type ListColumn, type ListedPerson, secretRoles } from '#shared/domain/asked/model.ts';
import { keyOf } from '#shared/domain/asked/people.ts';
import type { ProjectContext, TaskContext } from '../../core/handlers.ts';
import { followList } from '../../store/asked.ts';
import { insertRows } from '../../store/insert-rows.ts';
import { neededKeys } from '../../store/key-file.ts';
import { addPeople, dropPeople, peopleOfRound } from './people.ts';
import type { PreparedList } from './read-list.ts';
import { findRound } from './rows.ts';

/** Reads the file in a process of its own. Nothing is stored. */
async function prepare(
	{ ports, signal, onProgress, read }: TaskContext,
	{ roundId, name, bytes, columns = [], headed }: Parsed<'asked.importList'>,
): Promise<PreparedList> {
	read(({ db }) => findRound(db, roundId));
	onProgress({ done: 0, total: 2, step: 'reading' });
	const list = await ports.runJob('asked.readList', { name, bytes, choices: columns, headed }, { signal, onProgress });
	onProgress({ done: 1, total: 2, step: 'storing' });
	// Lets the message out before the one long step, which nothing can interrupt.
	await new Promise((resolve) => setImmediate(resolve));
	return list;
}

/** Those of a list who stand in the round already, as far as the open key file knows them. */
function withoutKnown({ db, keys }: ProjectContext, roundId: number, people: readonly ListedPerson[]) {
	const round = findRound(db, roundId);
	const there = new Set(db.prepare('SELECT uid FROM asked WHERE round_id = ?').pluck().all(roundId));
	const keysThere = new Set(
		[...peopleOfRound(keys, round.uid)].flatMap(([uid, person]) => (there.has(uid) ? [keyOf(person)] : [])),
	);
	const fresh = people.filter((person) => {
		const key = keyOf(person);
		return key === null || !keysThere.has(key);
	});
	return { round, fresh, known: people.length - fresh.length };
}

const isSecret = (columns: readonly ListColumn[]) => columns.some(({ role }) => secretRoles.has(role));

/** What a list would bring: `asked.previewList`. */
export async function previewList(
	context: TaskContext,
	input: Parsed<'asked.previewList'>,
): Promise<Output<'asked.previewList'>> {
	const list = await prepare(context, input);
	const { headed, columns, sample, problems } = list;
	const { fresh, known } = context.read((at) => withoutKnown(at, input.roundId, list.people));
	return {
		headed,
		columns,
		sample,
		rows: list.rows,
		people: fresh.length,
		known,
		merged: list.merged,
		groups: [...new Set(list.people.flatMap(({ groups }) => groups.map(({ name }) => name)))].toSorted(),
		inSeveral: list.people.filter(({ groups }) => new Set(groups.map(({ name }) => name)).size > 1).length,
		problems,
		needsKeys: isSecret(columns),
	};
}

/** Stores a list: `asked.importList`. */
export async function importList(
	context: TaskContext,
	input: Parsed<'asked.importList'>,
): Promise<Output<'asked.importList'>> {
	// Asked before the file is read: nobody should wait for a refusal.
	if (input.columns && isSecret(input.columns)) context.read((at) => neededKeys(at));
	const list = await prepare(context, input);
	const { columns, problems, merged } = list;
	if (list.people.length === 0) {
		const named = columns.slice(0, 12).map(({ header }) => header);
		throw new AppError('IMPORT_NO_MATCH', { name: input.name, columns: named.join(', ') });
	}
	const secret = isSecret(columns);
	let written: string[] = [];
	try {
		return context.apply((at) => {
			const { round, fresh, known } = withoutKnown(at, input.roundId, list.people);
			const people = fresh.map((person) => ({ uid: randomUUID(), person }));
			if (secret) {
				written = people.map(({ uid }) => uid);
				addPeople(neededKeys(at), round.uid, people, at.now);
			}
			insertPeople(at, round.id, people);
			followList(at.db, round.id);
			return { stored: fresh.length, known, merged, problems };
		});
	} catch (error) {
		// Names without a row in the project would be names that nobody knows of.
		if (written.length > 0) context.read(({ keys }) => keys && dropPeople(keys, written));
		throw error;
	}
}

/** All people, then all memberships, so that undo notes each as one range. */
function insertPeople(
	{ db }: ProjectContext,
	roundId: number,
	people: readonly { uid: string; person: ListedPerson }[],
) {
	const last = db
		.prepare('SELECT coalesce(max(number), 0) FROM asked WHERE round_id = ?')
		.pluck()
		.get(roundId) as number;
	const groups = groupIds();
	const range = insertRows(db, 'asked', ['uid', 'round_id', 'number', 'language', 'attributes'], rows());
	if (range)
		insertRows(db, 'asked_membership', ['asked_id', 'group_id', 'from_day', 'to_day'], memberships(range.first));

	function groupIds() {
		const find = db.prepare('SELECT id FROM asked_group WHERE round_id = ? AND name = ?').pluck();
		const add = db.prepare('INSERT INTO asked_group (round_id, name) VALUES (?, ?)');
		const ids = new Map<string, number>();
		for (const { person } of people) {
			for (const { name } of person.groups) {
				if (ids.has(name)) continue;
				const found = find.get(roundId, name) as number | undefined;
				ids.set(name, found ?? Number(add.run(roundId, name).lastInsertRowid));
			}
		}
		return ids;
	}
	function* rows() {
		for (const [at, { uid, person }] of people.entries())
			yield [uid, roundId, last + at + 1, person.language, JSON.stringify(person.attributes)];
	}
	function* memberships(first: number) {
		for (const [at, { person }] of people.entries())
			for (const { name, from, to } of person.groups) yield [first + at, groups.get(name) ?? 0, from, to];
	}
}
