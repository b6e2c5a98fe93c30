import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { askedCalls } from '#shared/contract/asked.ts';
import type { Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { readEmail } from '#shared/domain/asked/columns.ts';
import type { Handlers, ProjectContext } from '../../core/handlers.ts';
import { followList, linkAnswer } from '../../store/asked.ts';
import { neededKeys } from '../../store/key-file.ts';
import { refuseKnownPeople } from '../../store/known-people.ts';
import { importList, previewList } from './import.ts';
import { invite, reach } from './invite.ts';
import { lettersOf } from './letters.ts';
import { linkSure, matchPeople } from './match.ts';
import { nonResponseOf, rates } from './numbers.ts';
import { type Person, peopleByUid, searchPeople, updatePerson } from './people.ts';
import { type AskedRow, askedFields, findAsked, findRound, groupsOf, keptDay } from './rows.ts';

/** The rounds of some of those asked. @throws AppError NOT_FOUND where one of them is not there */
function roundsOf(db: Database, ids: readonly number[]): number[] {
	const found = db
		.prepare('SELECT count(*) FROM asked WHERE id IN (SELECT value FROM json_each(?))')
		.pluck()
		.get(JSON.stringify(ids)) as number;
	if (found < new Set(ids).size) throw new AppError('NOT_FOUND', { what: 'asked', ref: String(ids[0]) });
	return db
		.prepare('SELECT DISTINCT round_id FROM asked WHERE id IN (SELECT value FROM json_each(?))')
		.pluck()
		.all(JSON.stringify(ids)) as number[];
}

function findGroup(db: Database, id: number): { roundId: number; name: string } {
	const group = db.prepare('SELECT round_id AS roundId, name FROM asked_group WHERE id = ?').get(id);
	if (!group) throw new AppError('NOT_FOUND', { what: 'group', ref: String(id) });
	return group as { roundId: number; name: string };
}

/** @throws AppError NOT_FOUND for a group of another round */
function addMemberships(
	db: Database,
	{ id, roundId }: { id: number; roundId: number },
	groups: NonNullable<Parsed<'asked.update'>['groups']>,
): void {
	const add = db.prepare('INSERT INTO asked_membership (asked_id, group_id, from_day, to_day) VALUES (?, ?, ?, ?)');
	for (const { groupId, from, to } of groups) {
		if (findGroup(db, groupId).roundId !== roundId)
			throw new AppError('NOT_FOUND', { what: 'group', ref: String(groupId) });
		add.run(id, groupId, from, to);
	}
}

function refuseTaken(db: Database, roundId: number, name: string, except = 0): void {
	if (db.prepare('SELECT 1 FROM asked_group WHERE round_id = ? AND name = ? AND id <> ?').get(roundId, name, except))
		throw new AppError('NAME_TAKEN', { what: 'group', name });
}

/** The SQL and values that pick rows of a list. */
function filterOf(
	{ db, keys }: ProjectContext,
	input: { roundId: number; status?: string | undefined; groupId?: number | undefined; search?: string | undefined },
) {
	const round = findRound(db, input.roundId);
	const wheres = ['round_id = @roundId'];
	const values: Record<string, string | number> = { roundId: round.id };
	if (input.status) {
		wheres.push('status = @status');
		values['status'] = input.status;
	}
	if (input.groupId !== undefined) {
		wheres.push('id IN (SELECT asked_id FROM asked_membership WHERE group_id = @groupId)');
		values['groupId'] = input.groupId;
	}
	const search = input.search?.trim() ?? '';
	if (search !== '') {
		wheres.push('(number = @number OR uid IN (SELECT value FROM json_each(@uids)))');
		values['number'] = /^\d{1,9}$/.test(search) ? Number(search) : -1;
		values['uids'] = JSON.stringify(keys ? searchPeople(keys, round.uid, search) : []);
	}
	return { where: wheres.join(' AND '), values };
}

/** A code that was taken back is still in the key file, and counts no longer. */
const withCode = (person: Person | undefined, coded: boolean): Person | null =>
	person ? { ...person, code: coded ? person.code : '' } : null;

/** The day on which the core's clock stands. */
const today = (now: string) => now.slice(0, 10);

export const askedHandlers: Handlers<typeof askedCalls> = {
	'asked.previewList': previewList,
	'asked.importList': importList,
	'asked.list': (context, { offset = 0, limit = 1000, ...input }) => {
		const { db, keys } = context;
		const { where, values } = filterOf(context, input);
		const rows = db
			.prepare(`SELECT ${askedFields} FROM asked WHERE ${where} ORDER BY number LIMIT @limit OFFSET @offset`)
			.all({ ...values, limit, offset }) as AskedRow[];
		const groups = groupsOf(
			db,
			rows.map(({ id }) => id),
		);
		const people = peopleByUid(
			keys,
			rows.map(({ uid }) => uid),
		);
		return {
			total: db.prepare(`SELECT count(*) FROM asked WHERE ${where}`).pluck().get(values) as number,
			rows: rows.map(({ roundId: _, attributes, coded, ...row }) => ({
				...row,
				attributes: JSON.parse(attributes) as Record<string, string>,
				groups: groups.get(row.id) ?? [],
				hasCode: coded === 1,
				person: withCode(people.get(row.uid), coded === 1),
			})),
		};
	},
	'asked.update': (context, { id, attributes, language, groups, person }) => {
		const { db, now } = context;
		const row = findAsked(db, id);
		if (attributes || language !== undefined)
			db.prepare('UPDATE asked SET attributes = ?, language = ? WHERE id = ?').run(
				attributes ? JSON.stringify(attributes) : row.attributes,
				language === undefined ? row.language : language,
				id,
			);
		if (groups) {
			db.prepare('DELETE FROM asked_membership WHERE asked_id = ?').run(id);
			addMemberships(db, row, groups);
		}
		// Last, because nothing takes it back.
		if (person)
			updatePerson(neededKeys(context), { uid: row.uid, roundUid: findRound(db, row.roundId).uid, now }, person);
		return {};
	},
	'asked.add': (context, { roundId, attributes = {}, language = null, groups = [], person }) => {
		const { db, now } = context;
		const round = findRound(db, roundId);
		const uid = randomUUID();
		const added = db
			.prepare(`INSERT INTO asked (uid, round_id, number, language, attributes)
				VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM asked WHERE round_id = ?), ?, ?)`)
			.run(uid, roundId, roundId, language, JSON.stringify(attributes));
		const id = Number(added.lastInsertRowid);
		addMemberships(db, { id, roundId }, groups);
		followList(db, roundId);
		// Last, because nothing takes it back.
		if (person && Object.values(person).some((text) => text.trim() !== ''))
			updatePerson(neededKeys(context), { uid, roundUid: round.uid, now }, person);
		return { id };
	},
	'asked.setStatus': ({ db, now }, { ids, status, on = today(now) }) => {
		let changed = 0;
		for (const roundId of roundsOf(db, ids)) {
			const day = keptDay(findRound(db, roundId), status, on);
			changed += db
				.prepare(`UPDATE asked SET status = @status, status_on = @day WHERE round_id = @roundId
					AND id IN (SELECT value FROM json_each(@ids)) AND (status <> @status OR status_on IS NOT @day)`)
				.run({ status, day, roundId, ids: JSON.stringify(ids) }).changes;
			followList(db, roundId);
		}
		return { changed };
	},
	'asked.remove': ({ db }, { ids }) => {
		const rounds = roundsOf(db, ids);
		const { changes } = db
			.prepare('DELETE FROM asked WHERE id IN (SELECT value FROM json_each(?))')
			.run(JSON.stringify(ids));
		for (const roundId of rounds) followList(db, roundId);
		return { removed: changes };
	},
	'asked.groups': ({ db }, { roundId }) => {
		findRound(db, roundId);
		return db
			.prepare(`SELECT id, name, (SELECT count(DISTINCT asked_id) FROM asked_membership WHERE group_id = asked_group.id) AS people
				FROM asked_group WHERE round_id = ? ORDER BY name`)
			.all(roundId) as { id: number; name: string; people: number }[];
	},
	'asked.attributes': ({ db }, { roundId }) => {
		findRound(db, roundId);
		return db
			.prepare('SELECT DISTINCT key FROM asked, json_each(asked.attributes) WHERE round_id = ? ORDER BY key LIMIT 100')
			.pluck()
			.all(roundId) as string[];
	},
	'asked.addGroup': ({ db }, { roundId, name }) => {
		findRound(db, roundId);
		refuseTaken(db, roundId, name);
		const added = db.prepare('INSERT INTO asked_group (round_id, name) VALUES (?, ?)').run(roundId, name);
		return { id: Number(added.lastInsertRowid) };
	},
	'asked.renameGroup': ({ db }, { id, name }) => {
		refuseTaken(db, findGroup(db, id).roundId, name, id);
		db.prepare('UPDATE asked_group SET name = ? WHERE id = ?').run(name, id);
		return {};
	},
	'asked.removeGroup': ({ db }, { id }) => {
		findGroup(db, id);
		db.prepare('DELETE FROM asked_group WHERE id = ?').run(id);
		return {};
	},
	'asked.link': ({ db, now }, { responseId, askedId }) => {
		const response = db
			.prepare(
				'SELECT round_id AS roundId, status, asked_id AS askedId, submitted_at AS day FROM response WHERE id = ?',
			)
			.get(responseId) as
			| { roundId: number; status: 'partial' | 'complete'; askedId: number | null; day: string | null }
			| undefined;
		if (!response) throw new AppError('NOT_FOUND', { what: 'response', ref: String(responseId) });
		const round = findRound(db, response.roundId);
		if (round.promise === 'anonymous') throw new AppError('PROMISE_GIVEN', { name: round.name });
		const free = db.prepare("UPDATE asked SET status = 'asked', status_on = NULL WHERE id = ?");
		if (response.askedId !== null && response.askedId !== askedId) free.run(response.askedId);
		if (askedId !== null) {
			if (findAsked(db, askedId).roundId !== round.id)
				throw new AppError('NOT_FOUND', { what: 'asked', ref: String(askedId) });
			db.prepare('UPDATE response SET asked_id = NULL WHERE asked_id = ? AND id <> ?').run(askedId, responseId);
			linkAnswer(db, { responseId, askedId, status: response.status, day: today(response.day ?? now) });
			refuseKnownPeople(db);
		} else db.prepare('UPDATE response SET asked_id = NULL WHERE id = ?').run(responseId);
		followList(db, round.id);
		return {};
	},
	'asked.match': matchPeople,
	'asked.linkSure': linkSure,
	'asked.rates': (context, { roundId }) => rates(context, roundId),
	'asked.nonResponse': (context, { roundId }) => nonResponseOf(context, roundId),
	'asked.letters': ({ db }, { roundId }) => {
		findRound(db, roundId);
		return lettersOf(db, roundId);
	},
	'asked.saveLetters': ({ db }, { roundId, letter, senderEmail: typed, ...change }) => {
		findRound(db, roundId);
		const before = lettersOf(db, roundId);
		const senderEmail = typed === undefined ? undefined : readEmail(typed);
		if (senderEmail === null) throw new AppError('EMAIL_INVALID', { value: typed ?? '' });
		const given = Object.fromEntries(
			Object.entries({ ...change, senderEmail }).filter(([, value]) => value !== undefined),
		);
		const next = { ...before, ...given };
		if (letter) {
			const { language, kind, subject, body } = letter;
			const text = next.texts[language][kind];
			const written = { subject: subject ?? text.subject, body: body ?? text.body };
			next.texts = { ...next.texts, [language]: { ...next.texts[language], [kind]: written } };
		}
		db.prepare(`INSERT INTO asked_letters (round_id, settings) VALUES (?, ?)
			ON CONFLICT (round_id) DO UPDATE SET settings = excluded.settings`).run(roundId, JSON.stringify(next));
		return {};
	},
	'asked.reach': reach,
	'asked.invite': invite,
};
