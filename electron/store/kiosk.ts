import type { Database } from 'better-sqlite3';

/** The round that is answered in the kiosk; null where the project does not stand in it. */
export function kioskRound(db: Database): number | null {
	return (db.prepare('SELECT round_id FROM kiosk').pluck().get() as number | undefined) ?? null;
}

/** Ends the kiosk, if it stands. */
export function endKiosk(db: Database): void {
	if (kioskRound(db) !== null) db.prepare('DELETE FROM kiosk').run();
}
