import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';

/**
 * Held after every change of who a response is, or which responses are one person's: an answer of an anonymous round would be told by its
 * link to one whose person is known.
 * @throws AppError LINK_KNOWN
 */
export function refuseKnownPeople(db: Database): void {
	const found = db
		.prepare(`SELECT anonymous.name, other.name AS known
			FROM response AS given CROSS JOIN link AS mine ON mine.response_id = given.id
				CROSS JOIN link AS theirs ON theirs.person = mine.person
				CROSS JOIN response AS hidden ON hidden.id = theirs.response_id
				CROSS JOIN round AS anonymous ON anonymous.id = hidden.round_id
				CROSS JOIN round AS other ON other.id = given.round_id
			WHERE given.asked_id IS NOT NULL AND anonymous.promise = 'anonymous' LIMIT 1`)
		.get();
	if (found) throw new AppError('LINK_KNOWN', found as { name: string; known: string });
}
