import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '#shared/contract/calls.ts';
import { isSameSending, latestSending } from '#shared/domain/asked/sendings.ts';
import { insertRows } from '../../store/insert-rows.ts';

type Sending = Output<'asked.rates'>['sendings'][number];

/** A round's sendings in the order in which they were made. */
export function sendingsOf(db: Database, roundId: number): (Sending & { id: number })[] {
	const rows = db
		.prepare(`SELECT id, day, kind, people,
				(SELECT json_group_array(form ORDER BY id) FROM asked_sending_form WHERE sending_id = asked_sending.id) AS forms
			FROM asked_sending WHERE round_id = ? ORDER BY id`)
		.all(roundId) as (Omit<Sending, 'forms'> & { id: number; forms: string })[];
	return rows.map((row) => ({ ...row, forms: JSON.parse(row.forms) as Sending['forms'] }));
}

/** Notes letters to some of those asked. Those who are in the sending already, by another of its files, do not count again. */
export function noteSending(
	db: Database,
	{ roundId, kind, form, as }: Parsed<'asked.invite'>,
	askedIds: readonly number[],
	today: string,
): void {
	const latest = latestSending(sendingsOf(db, roundId), kind);
	const isSame = as ? as === 'same' : isSameSending(latest, today);
	const id = latest && isSame ? latest.id : begin(db, { roundId, kind, today });
	db.prepare('INSERT INTO asked_sending_form (sending_id, form) VALUES (?, ?) ON CONFLICT DO NOTHING').run(id, form);
	// Somebody may have been removed while the letters were made.
	const added = db
		.prepare(`SELECT id FROM asked WHERE id IN (SELECT value FROM json_each(?))
			AND id NOT IN (SELECT asked_id FROM asked_sent WHERE sending_id = ?) ORDER BY id`)
		.pluck()
		.all(JSON.stringify(askedIds), id) as number[];
	insertRows(
		db,
		'asked_sent',
		['sending_id', 'asked_id'],
		added.map((one) => [id, one]),
	);
	db.prepare('UPDATE asked_sending SET people = people + ? WHERE id = ?').run(added.length, id);
	if (kind === 'reminder')
		db.prepare('UPDATE asked SET reminders = reminders + 1 WHERE id IN (SELECT value FROM json_each(?))').run(
			JSON.stringify(added),
		);
}

/** A sending of its own. Who was in the one before it, nobody needs to know any more. */
function begin(
	db: Database,
	{ roundId, kind, today }: { roundId: number; kind: Sending['kind']; today: string },
): number {
	db.prepare(`DELETE FROM asked_sent
		WHERE sending_id IN (SELECT id FROM asked_sending WHERE round_id = ? AND kind = ?)`).run(roundId, kind);
	const made = db
		.prepare('INSERT INTO asked_sending (round_id, day, kind, people) VALUES (?, ?, ?, 0)')
		.run(roundId, today, kind);
	return Number(made.lastInsertRowid);
}
