import { hash } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';
import type { ImportProblem } from '#shared/contract/response.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import type { ColumnMatch } from '#shared/domain/responses/columns.ts';
import { applyChoices, matchColumns, unmatchedItems } from '#shared/domain/responses/match.ts';
import { rowReader } from '#shared/domain/responses/rows.ts';
import type { RowSource } from '#shared/domain/responses/table.ts';
import type { JobSignals } from '../../core/ports.ts';
import { openCsv } from '../../formats/csv/read.ts';
import type { NewResponse } from '../../store/responses.ts';
import { packPart } from './parts.ts';

/** Problems that are told; a file full of them is the wrong file. */
const toldProblems = 1000;
/** Rows of the file that a preview shows. */
const sampleRows = 8;
/** Headings named in a refusal. */
const namedColumns = 12;
/** Rows that are handed over at a time. */
const inPart = 1000;

interface PrepareInput {
	name: string;
	bytes: Uint8Array;
	instrument: Instrument;
	/** What a person chose for some columns. */
	choices: readonly ColumnMatch[];
	/** What the round's responses are known by. */
	known: readonly string[];
	/** Hand over what can be stored; else it is only counted. */
	store: boolean;
}

/** What a file of responses comes to. */
export interface PreparedImport {
	delimiter: RowSource['delimiter'];
	encoding: RowSource['encoding'];
	columns: ColumnMatch[];
	unmatchedItems: string[];
	sample: string[][];
	read: number;
	/** Rows that can be stored: not in the round yet, and there already. */
	fresh: number;
	known: number;
	/** The first thousand. */
	problems: ImportProblem[];
}

/**
 * Reads a file of responses row by row under the match of columns, and hands over what can be stored in the shape it is stored in. In a
 * worker: the job `responses.prepare`.
 * @throws AppError IMPORT_EMPTY, IMPORT_UNREADABLE, and IMPORT_NO_MATCH where nothing could be stored
 */
export async function prepareResponses(
	{ name, bytes, instrument, choices, known, store }: PrepareInput,
	{ onProgress, onPart }: JobSignals<Uint8Array>,
): Promise<PreparedImport> {
	const source = openCsv({ name, bytes });
	const columns = applyChoices(matchColumns(source.header, instrument), choices, instrument);
	if (store && !columns.some(({ target }) => target.kind === 'item')) throw noMatch(name, source.header);
	const problems: ImportProblem[] = [];
	const readRow = rowReader(
		columns,
		instrument,
		(text) => hash('sha256', text, 'base64url'),
		(problem) => problems.length < toldProblems && problems.push(problem),
	);
	const isKnown = new Set(known);
	const counts = { read: 0, fresh: 0, known: 0 };
	const sample: string[][] = [];
	let part: NewResponse[] = [];
	for (const row of source.rows) {
		if (sample.length < sampleRows) sample.push(row.cells);
		if (counts.read++ % inPart === 0) {
			onProgress({ done: source.done(), total: source.total, step: 'reading', unit: 'bytes' });
			if (part.length > 0) await onPart(packPart(part));
			part = [];
		}
		const read = readRow(row);
		if (!read) continue;
		if (isKnown.has(read.key)) counts.known++;
		else {
			counts.fresh++;
			const { key, submittedAt, closed, texts, answered } = read;
			if (store) part.push({ sourceKey: key, code: null, submittedAt, closed, texts, answered });
		}
	}
	if (part.length > 0) await onPart(packPart(part));
	const { delimiter, encoding } = source;
	return {
		delimiter,
		encoding,
		columns,
		unmatchedItems: unmatchedItems(columns, instrument),
		sample,
		...counts,
		problems,
	};
}

function noMatch(name: string, header: readonly string[]): AppError {
	const more = header.length > namedColumns ? ' …' : '';
	return new AppError('IMPORT_NO_MATCH', { name, columns: `${header.slice(0, namedColumns).join(', ')}${more}` });
}
