import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '#shared/contract/calls.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import type { ProjectContext, TaskContext } from '../../core/handlers.ts';
import { insertResponses, keptTimes } from '../../store/responses.ts';
import { savedMaps } from './maps.ts';
import { type Part, type PreparedResponse, unpackParts } from './parts.ts';
import type { PreparedImport } from './prepare.ts';

/** The questionnaire of a round. @throws AppError NOT_FOUND */
export function instrumentOf({ query }: ProjectContext, roundId: number): Instrument {
	return query('instrument.get', { id: query('round.instrument', { id: roundId }).instrumentId }).definition;
}

const isAnonymous = ({ query }: ProjectContext, roundId: number) =>
	query('round.get', { id: roundId }).promise === 'anonymous';

function knownKeys(db: Database, roundId: number): string[] {
	const keys = db.prepare('SELECT source_key FROM response WHERE round_id = ? AND source_key IS NOT NULL').pluck();
	return keys.all(roundId) as string[];
}

/** Reads the file in a process of its own. Nothing is stored. */
function prepare(
	{ ports, signal, onProgress, read }: TaskContext,
	{ roundId, columns: choices = [], map, ...file }: Parsed<'response.import'>,
	onPart?: (part: Part) => void,
): Promise<PreparedImport> {
	const known = read((context) => ({
		instrument: instrumentOf(context, roundId),
		anonymous: isAnonymous(context, roundId),
		known: knownKeys(context.db, roundId),
		maps: savedMaps(context.db, map),
	}));
	const input = { ...file, ...known, choices, store: onPart !== undefined };
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
	const parts: Part[] = [];
	const wasAnonymous = context.read((at) => isAnonymous(at, input.roundId));
	const { read, fresh, partial, known, problems, breaches, ...prepared } = await prepare(context, input, (part) =>
		parts.push(part),
	);
	const missing = missingRead(prepared);
	context.onProgress({ done: 0, total: 0, step: 'storing' });
	// Lets the message out before the one step that nothing can interrupt.
	await nextTurn();
	// Promised since: then the file is read again, without what tells who gave an answer.
	if (!wasAnonymous && context.read((at) => isAnonymous(at, input.roundId))) return importResponses(context, input);
	return context.apply(({ db, now, query }) => {
		const { roundId, name } = input;
		query('round.instrument', { id: roundId });
		// Others may have been stored since the file was read.
		const there = new Set(knownKeys(db, roundId));
		let stored = 0;
		for (const status of ['complete', 'partial'] as const) {
			if (status === 'partial' && partial === 0) continue;
			const range = insertResponses(db, unknownOf(parts, there, status), { roundId, status, origin: 'import', now });
			if (range) stored += range.last - range.first + 1;
		}
		const result = { read, stored, skipped: known + fresh - stored, problems, breaches, missing };
		db.prepare(
			`INSERT INTO import (round_id, name, at, rows_read, stored, skipped, problems, breaches)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		).run(
			roundId,
			name,
			keptTimes(db, roundId).made(now),
			read,
			result.stored,
			result.skipped,
			JSON.stringify(problems),
			JSON.stringify(breaches),
		);
		return result;
	});
}

/** The codes that were read as no answer, by the heading of their column. */
function missingRead({
	notes,
	columns,
}: Pick<PreparedImport, 'notes' | 'columns'>): Output<'response.import'>['missing'] {
	return notes
		.filter(({ kind }) => kind === 'missing')
		.map(({ index, detail = '' }) => ({
			column: columns.find((one) => one.index === index)?.header ?? '',
			codes: detail,
		}));
}

function* unknownOf(
	parts: readonly Part[],
	known: ReadonlySet<string>,
	status: PreparedResponse['status'],
): Generator<PreparedResponse> {
	for (const one of unpackParts(parts))
		if (one.status === status && (one.sourceKey === null || !known.has(one.sourceKey))) yield one;
}
