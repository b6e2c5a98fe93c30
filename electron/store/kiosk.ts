import type { Database } from 'better-sqlite3';

/** Whether the project stands in the kiosk. */
export function isKioskOn(db: Database): boolean {
	return db.prepare('SELECT 1 FROM kiosk').get() !== undefined;
}

/** Ends the kiosk, if it stands. */
export function endKiosk(db: Database): void {
	if (isKioskOn(db)) db.prepare('DELETE FROM kiosk').run();
}
