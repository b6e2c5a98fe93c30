import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '#shared/contract/calls.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import type { ProjectContext, TaskContext } from '../../core/handlers.ts';
import { insertResponses, type NewResponse } from '../../store/responses.ts';
import { unpackPart } from './parts.ts';
import type { PreparedImport } from './prepare.ts';

/** The questionnaire of a round. @throws AppError NOT_FOUND */
export function instrumentOf({ query }: ProjectContext, roundId: number): Instrument {
	return query('instrument.get', { id: query('round.instrument', { id: roundId }).instrumentId }).definition;
}

function knownKeys(db: Database, roundId: number): string[] {
	const keys = db.prepare('SELECT source_key FROM response WHERE round_id = ? AND source_key IS NOT NULL').pluck();
	return keys.all(roundId) as string[];
}

/** Reads the file in a process of its own. Nothing is stored. */
function prepare(
	{ ports, signal, onProgress, read }: TaskContext,
	{ roundId, name, bytes, columns: choices = [] }: Parsed<'response.import'>,
	onPart?: (part: Uint8Array) => void,
): Promise<PreparedImport> {
	const { instrument, known } = read((context) => ({
		instrument: instrumentOf(context, roundId),
		known: knownKeys(context.db, roundId),
	}));
	const input = { name, bytes, instrument, choices, known, store: onPart !== undefined };
	return ports.runJob('responses.prepare', input, { signal, onProgress, ...(onPart && { onPart }) });
}

/** What a file would bring: `response.previewImport`. */
export async function previewImport(
	context: TaskContext,
	input: Parsed<'response.previewImport'>,
): Promise<Output<'response.previewImport'>> {
	const { read, fresh, ...prepared } = await prepare(context, input);
	return { ...prepared, rows: read, new: fresh };
}

/** Stores the rows of a file that can be read and are not there yet: `response.import`. */
export async function importResponses(
	context: TaskContext,
	input: Parsed<'response.import'>,
): Promise<Output<'response.import'>> {
	const parts: Uint8Array[] = [];
	const { read, fresh, known, problems } = await prepare(context, input, (part) => parts.push(part));
	context.onProgress({ done: 0, total: 0, step: 'storing' });
	// Lets the message out before the one step that nothing can interrupt.
	await nextTurn();
	return context.apply(({ db, now, query }) => {
		const { roundId, name } = input;
		query('round.instrument', { id: roundId });
		// Others may have been stored since the file was read.
		const there = new Set(knownKeys(db, roundId));
		const range = insertResponses(db, unknownOf(parts, there), { roundId, status: 'complete', origin: 'import', now });
		const stored = range ? range.last - range.first + 1 : 0;
		const result = { read, stored, skipped: known + fresh - stored, problems };
		db.prepare(
			'INSERT INTO import (round_id, name, at, rows_read, stored, skipped, problems) VALUES (?, ?, ?, ?, ?, ?, ?)',
		).run(roundId, name, now, read, result.stored, result.skipped, JSON.stringify(problems));
		return result;
	});
}

function* unknownOf(parts: readonly Uint8Array[], known: ReadonlySet<string>): Generator<NewResponse> {
	for (const part of parts) {
		for (const one of unpackPart(part)) if (one.sourceKey === null || !known.has(one.sourceKey)) yield one;
	}
}
