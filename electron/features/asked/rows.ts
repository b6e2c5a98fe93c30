import type { Database } from 'better-sqlite3';
import type { Output } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { AskedStatus } from '#shared/domain/asked/model.ts';

/** A round as its list needs it. */
export interface ListedRound {
	id: number;
	uid: string;
	name: string;
	date: string | null;
	promise: 'anonymous' | 'confidential';
}

/** @throws AppError NOT_FOUND */
export function findRound(db: Database, id: number): ListedRound {
	const round = db.prepare('SELECT id, uid, name, date, promise FROM round WHERE id = ?').get(id);
	if (!round) throw new AppError('NOT_FOUND', { what: 'round', ref: String(id) });
	return round as ListedRound;
}

export interface AskedRow {
	id: number;
	uid: string;
	roundId: number;
	number: number;
	status: AskedStatus;
	statusOn: string | null;
	reminders: number;
	language: 'sv' | 'en' | null;
	/** Whether the code that the key file has for them is one that counts. */
	coded: 0 | 1;
	/** JSON object of texts. */
	attributes: string;
}

export const askedFields = `asked.id, asked.uid, asked.round_id AS roundId, asked.number, asked.status,
	asked.status_on AS statusOn, asked.reminders, asked.language, asked.attributes,
	EXISTS (SELECT 1 FROM form_code WHERE asked_id = asked.id) AS coded`;

/** @throws AppError NOT_FOUND */
export function findAsked(db: Database, id: number): AskedRow {
	const row = db.prepare(`SELECT ${askedFields} FROM asked WHERE id = ?`).get(id);
	if (!row) throw new AppError('NOT_FOUND', { what: 'asked', ref: String(id) });
	return row as AskedRow;
}

type Group = Output<'asked.list'>['rows'][number]['groups'][number];

/** The groups of some of those asked, by their numbers. */
export function groupsOf(db: Database, ids: readonly number[]): Map<number, Group[]> {
	const rows = db
		.prepare(`SELECT asked_id AS askedId, group_id AS groupId, name, from_day AS "from", to_day AS "to"
			FROM asked_membership JOIN asked_group ON asked_group.id = group_id
			WHERE asked_id IN (SELECT value FROM json_each(?)) ORDER BY asked_id, name, from_day`)
		.all(JSON.stringify(ids)) as (Group & { askedId: number })[];
	const groups = new Map<number, Group[]>();
	for (const { askedId, ...group } of rows) {
		const found = groups.get(askedId);
		if (found) found.push(group);
		else groups.set(askedId, [group]);
	}
	return groups;
}

/** The day that may be kept with a status: none of an answer in an anonymous round, which could be told by its day. */
export function keptDay(round: ListedRound, status: AskedStatus, day: string): string | null {
	if (status === 'asked') return null;
	return round.promise === 'anonymous' && (status === 'answered' || status === 'partial') ? null : day;
}
