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
