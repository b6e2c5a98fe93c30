import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { tellsWho } from '#shared/domain/asked/columns.ts';

interface OwnNames {
	code: string | null;
	sourceKey: string | null;
}

/** Whether a response tells whose it is by itself: by its own code, or its id at the service that it came from. */
function tellsItself({ code, sourceKey }: OwnNames): boolean {
	return tellsWho(code ?? '') || tellsWho(/^id:(.*)$/s.exec(sourceKey ?? '')?.[1] ?? '');
}

/** Whether a response of a round tells whose it is by itself. */
export function hasTelling(db: Database, roundId: number): boolean {
	const own = db
		.prepare(`SELECT code, source_key AS sourceKey FROM response
			WHERE round_id = ? AND (code IS NOT NULL OR source_key LIKE 'id:%')`)
		.all(roundId) as OwnNames[];
	return own.some(tellsItself);
}

/**
 * Held after every change of who a response is, or which responses are one person's: an answer of an anonymous round would be told by its
 * link to one whose person is known, or that tells it by itself.
 * @throws AppError LINK_KNOWN
 */
export function refuseKnownPeople(db: Database): void {
	const linked = db
		.prepare(`SELECT anonymous.name, other.name AS known, given.asked_id AS askedId, given.code, given.source_key AS sourceKey
			FROM link AS mine CROSS JOIN response AS given ON given.id = mine.response_id
				CROSS JOIN link AS theirs ON theirs.person = mine.person
				CROSS JOIN response AS hidden ON hidden.id = theirs.response_id
				CROSS JOIN round AS anonymous ON anonymous.id = hidden.round_id
				CROSS JOIN round AS other ON other.id = given.round_id
			WHERE anonymous.promise = 'anonymous'
				AND (given.asked_id IS NOT NULL OR given.code IS NOT NULL OR given.source_key LIKE 'id:%')`)
		.iterate() as Iterable<OwnNames & { name: string; known: string; askedId: number | null }>;
	for (const { name, known, askedId, ...own } of linked)
		if (askedId !== null || tellsItself(own)) throw new AppError('LINK_KNOWN', { name, known });
}
