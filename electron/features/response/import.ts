import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import type { ColumnMatch } from '#shared/domain/responses/columns.ts';
import type { CsvTable } from '#shared/domain/responses/csv.ts';
import { applyChoices, matchColumns, unmatchedItems } from '#shared/domain/responses/match.ts';
import { answerPacker } from '#shared/domain/responses/packed.ts';
import { readRows } from '#shared/domain/responses/rows.ts';
import type { ProjectContext, TaskContext } from '../../core/handlers.ts';
import { insertResponses } from '../../store/responses.ts';

/** Problems that are kept with an import in the project; a file full of them is the wrong file. */
const keptProblems = 1000;
/** Rows of the file that a preview shows. */
const sampleRows = 8;
/** Headings named in a refusal. */
const namedColumns = 12;

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

interface Prepared {
	table: CsvTable;
	columns: ColumnMatch[];
	instrument: Instrument;
	reading: ReturnType<typeof readRows>;
}

/** Reads the file in a process of its own, and its rows under the match of columns. Nothing is stored. */
async function prepare(
	{ ports, signal, onProgress, read }: TaskContext,
	{ roundId, name, bytes, columns: choices }: Parsed<'response.import'>,
): Promise<Prepared> {
	const instrument = read((context) => instrumentOf(context, roundId));
	onProgress({ done: 0, total: 3, step: 'reading' });
	const table = await ports.runJob('csv.read', { name, bytes }, { signal, onProgress });
	onProgress({ done: 1, total: 3, step: 'matching' });
	const proposed = matchColumns(table.header, instrument);
	const columns = choices ? applyChoices(proposed, choices, instrument) : proposed;
	const reading = readRows(table, columns, instrument, sha256);
	onProgress({ done: 2, total: 3, step: 'storing' });
	// Lets the message out before the one long step, which nothing can interrupt.
	await new Promise((resolve) => setImmediate(resolve));
	return { table, columns, instrument, reading };
}

/** The questionnaire of a round. @throws AppError NOT_FOUND */
export function instrumentOf({ query }: ProjectContext, roundId: number): Instrument {
	return query('instrument.get', { id: query('round.instrument', { id: roundId }).instrumentId }).definition;
}

function knownKeys(db: Database, roundId: number): Set<string> {
	const keys = db.prepare('SELECT source_key FROM response WHERE round_id = ? AND source_key IS NOT NULL').pluck();
	return new Set(keys.all(roundId) as string[]);
}

/** What a file would bring: `response.previewImport`. */
export async function previewImport(
	context: TaskContext,
	input: Parsed<'response.previewImport'>,
): Promise<Output<'response.previewImport'>> {
	const { table, columns, instrument, reading } = await prepare(context, input);
	const known = context.read(({ db }) => knownKeys(db, input.roundId));
	const fresh = reading.rows.filter((row) => !known.has(row.key)).length;
	return {
		delimiter: table.delimiter,
		encoding: table.encoding,
		rows: reading.read,
		columns,
		sample: table.rows.filter((row) => row.some((cell) => cell.trim() !== '')).slice(0, sampleRows),
		new: fresh,
		known: reading.rows.length - fresh,
		problems: reading.problems.slice(0, keptProblems),
		unmatchedItems: unmatchedItems(columns, instrument),
	};
}

/** Stores the rows of a file that can be read and are not there yet: `response.import`. */
export async function importResponses(
	context: TaskContext,
	input: Parsed<'response.import'>,
): Promise<Output<'response.import'>> {
	const { table, columns, instrument, reading } = await prepare(context, input);
	if (!columns.some((column) => column.target.kind === 'item')) {
		const named = table.header.slice(0, namedColumns).join(', ');
		const more = table.header.length > namedColumns ? ' …' : '';
		throw new AppError('IMPORT_NO_MATCH', { name: input.name, columns: `${named}${more}` });
	}
	return context.apply(({ db, now, query }) => {
		query('round.instrument', { id: input.roundId });
		const known = knownKeys(db, input.roundId);
		const pack = answerPacker(instrument);
		const fresh = reading.rows
			.filter((row) => !known.has(row.key))
			.map(({ key, submittedAt, answers }) => ({ ...pack(answers), sourceKey: key, code: null, submittedAt }));
		insertResponses(db, fresh, { roundId: input.roundId, status: 'complete', origin: 'import', now });
		const result = {
			read: reading.read,
			stored: fresh.length,
			skipped: reading.rows.length - fresh.length,
			problems: reading.problems,
		};
		db.prepare(
			'INSERT INTO import (round_id, name, at, rows_read, stored, skipped, problems) VALUES (?, ?, ?, ?, ?, ?, ?)',
		).run(
			input.roundId,
			input.name,
			now,
			result.read,
			result.stored,
			result.skipped,
			JSON.stringify(reading.problems.slice(0, keptProblems)),
		);
		return result;
	});
}
