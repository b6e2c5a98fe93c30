import type { Database } from 'better-sqlite3';
import type { CodeSource } from '#shared/contract/link.ts';
import type { Coded } from '#shared/domain/asked/codes.ts';
import { readItems } from './responses.ts';

/** A round and where its code is. */
export interface RoundCode {
	roundId: number;
	source: CodeSource;
}

/** Every response of a round with its code; an empty text where it has none. */
export function codesOf(db: Database, { roundId, source }: RoundCode): Coded[] {
	if (source.kind === 'code')
		return db
			.prepare(
				"SELECT id AS responseId, round_id AS roundId, coalesce(code, '') AS code FROM response WHERE round_id = ? ORDER BY id",
			)
			.all(roundId) as Coded[];
	return [...readItems(db, roundId, source.items)].map(([responseId, values]) => ({
		responseId,
		roundId,
		// A code in several parts is one only when all of them are there.
		code: values.length < source.items.length ? '' : values.join(' '),
	}));
}
