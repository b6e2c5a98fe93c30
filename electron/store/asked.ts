import type { Database } from 'better-sqlite3';

/** The number invited follows the list as long as there is one. */
export function followList(db: Database, roundId: number): void {
	const listed = db
		.prepare(`SELECT count(*) AS people, count(*) FILTER (WHERE status <> 'notEligible') AS eligible
			FROM asked WHERE round_id = ?`)
		.get(roundId) as { people: number; eligible: number };
	if (listed.people > 0)
		db.prepare('UPDATE round SET invited = ? WHERE id = ? AND invited IS NOT ?').run(
			listed.eligible,
			roundId,
			listed.eligible,
		);
}

/** Whose answer a response of a confidential round is, from now on: they have answered, or begun to, since `day`. */
export function linkAnswer(
	db: Database,
	{
		responseId,
		askedId,
		status,
		day,
	}: { responseId: number; askedId: number; status: 'partial' | 'complete'; day: string },
): void {
	db.prepare('UPDATE asked SET status = ?, status_on = ? WHERE id = ?').run(
		status === 'complete' ? 'answered' : 'partial',
		day,
		askedId,
	);
	db.prepare('UPDATE response SET asked_id = ? WHERE id = ?').run(askedId, responseId);
}
