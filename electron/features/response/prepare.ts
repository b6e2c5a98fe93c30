import { hash } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';
import type { ImportProblem } from '#shared/contract/response.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { patternTester } from '#shared/domain/instrument/pattern.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { breachCounter, type HoldText, type RuleBreach } from '#shared/domain/responses/breaches.ts';
import { type ColumnMatch, itemOf } from '#shared/domain/responses/columns.ts';
import { type ColumnReading, columnReader } from '#shared/domain/responses/fields.ts';
import type { ColumnNote } from '#shared/domain/responses/habits.ts';
import type { Service } from '#shared/domain/responses/layout.ts';
import { unmatchedItems } from '#shared/domain/responses/match.ts';
import { proposeColumns, type SavedMap } from '#shared/domain/responses/propose.ts';
import { rowReader } from '#shared/domain/responses/rows.ts';
import type { RowSource } from '#shared/domain/responses/table.ts';
import type { JobSignals } from '../../core/signals.ts';
import { openTable, readCodebook } from './open-table.ts';
import { type Part, partPacker } from './parts.ts';

/** Problems that are told; a file full of them is the wrong file. */
const toldProblems = 1000;
/** Rows of the file that a preview shows, and columns of them; the longest cell. */
const shown = { rows: 10, columns: 400, cell: 300 };
/** Different cells of a column that could not be read, to be told what they mean. */
const unreadCells = 30;
/** Headings named in a refusal. */
const namedColumns = 12;
/** Milliseconds that holding a file's texts against patterns may take in all; what is left after that is told as not held. */
const patternTime = 20_000;
/** Rows that are handed over at a time: few, so that they are forgotten soon. */
const inPart = 250;

/** A file as it is handed in. */
export interface ImportFile {
	name: string;
	bytes: Uint8Array;
	sheet?: string | undefined;
	/** A value list in a file of its own. */
	values?: { name: string; bytes: Uint8Array } | undefined;
}

interface PrepareInput extends ImportFile {
	instrument: Instrument;
	/** Whether the round is: then nothing that tells who is stored. */
	anonymous: boolean;
	/** What a person chose for some columns. */
	choices: readonly ColumnMatch[];
	/** Saved matches, of which one may fit. */
	maps: readonly SavedMap[];
	/** What the round's responses are known by. */
	known: readonly string[];
	/** Hand over what can be stored; else it is only counted. */
	store: boolean;
}

/** What a file of responses comes to. */
export interface PreparedImport {
	service: Service;
	/** How sure that is, 0-1. */
	sure: number;
	/** Null for a workbook. */
	delimiter: RowSource['delimiter'] | null;
	encoding: RowSource['encoding'] | null;
	sheets: string[];
	sheet: string | null;
	columns: ColumnMatch[];
	notes: ColumnNote[];
	/** The saved match that was proposed. */
	map: string | null;
	unmatchedItems: string[];
	/** The first rows, and what each cell of them becomes; null for a column that is no answer. */
	sample: { cells: string[]; readings: (ColumnReading | null)[] }[];
	/** By column: cells that cannot be read, with how many rows have them; the commonest first. */
	unread: { index: number; cells: { cell: string; count: number }[] }[];
	read: number;
	/** Rows that can be stored: not in the round yet, and there already. */
	fresh: number;
	known: number;
	/** Of those not in the round yet. */
	partial: number;
	/** The first thousand. */
	problems: ImportProblem[];
	/** Of those not in the round yet. */
	breaches: RuleBreach[];
}

/**
 * Reads a file of responses row by row under the match of columns, and hands over what can be stored in the shape it is stored in. In a
 * worker: the job `responses.prepare`.
 * @throws AppError IMPORT_EMPTY, IMPORT_UNREADABLE, WORKER_LIMIT, and IMPORT_NO_MATCH where nothing could be stored
 */
export async function prepareResponses(
	{ instrument, anonymous, choices, maps, known, store, values, ...file }: PrepareInput,
	{ onProgress, onPart }: JobSignals<Part>,
): Promise<PreparedImport> {
	onProgress({ done: 0, total: file.bytes.length, step: 'reading', unit: 'bytes' });
	const source = await openTable(file);
	const codebook = values ? await readCodebook(values) : source.codebook;
	const { layout } = source;
	const { columns, notes, map } = proposeColumns({ layout, rows: source.beginning }, instrument, {
		codebook,
		maps,
		choices,
	});
	if (store && !columns.some(({ target }) => itemOf(target) !== null)) throw noMatch(file.name, layout.header);
	const problems: ImportProblem[] = [];
	const unread = unreadCounter(columns);
	const readRow = rowReader(
		columns,
		instrument,
		(text) => hash('sha256', text, 'base64url'),
		(problem) => {
			unread.add(problem);
			if (problems.length < toldProblems) problems.push(problem);
		},
		{ service: layout.service, anonymous, hold: holdInTime() },
	);
	const isKnown = new Set(known);
	const counts = { read: 0, fresh: 0, known: 0, partial: 0 };
	const sample: string[][] = [];
	const breaches = breachCounter(instrument);
	const packer = partPacker();
	for (const row of source.rows) {
		if (sample.length < shown.rows) sample.push(row.cells.slice(0, shown.columns));
		if (counts.read++ % inPart === 0) {
			onProgress({ done: source.done(), total: source.total, step: 'reading', unit: 'bytes' });
			if (packer.waiting > 0) await onPart(packer.take());
		}
		const read = readRow(row);
		if (!read) continue;
		if (isKnown.has(read.key)) counts.known++;
		else {
			counts.fresh++;
			if (read.status === 'partial') counts.partial++;
			if (read.broken.length > 0) breaches.add(read.row, read.broken);
			if (store) packer.add(read);
		}
	}
	if (packer.waiting > 0) await onPart(packer.take());
	return {
		service: layout.service,
		sure: layout.sure,
		delimiter: source.text?.delimiter ?? null,
		encoding: source.text?.encoding ?? null,
		sheets: source.sheets,
		sheet: source.sheet,
		columns,
		notes,
		map,
		unmatchedItems: unmatchedItems(columns, instrument),
		sample: readSample(sample, columns, instrument, layout.service),
		unread: unread.all(),
		...counts,
		problems,
		breaches: breaches.all(),
	};
}

/** Holds texts against patterns until the time for it is up. */
function holdInTime(): HoldText {
	const testers = new Map<string, ReturnType<typeof patternTester>>();
	let left = patternTime;
	return (pattern, text) => {
		if (left <= 0) return null;
		const tester = testers.get(pattern) ?? patternTester(pattern);
		testers.set(pattern, tester);
		const from = performance.now();
		const matches = tester(text);
		left -= performance.now() - from;
		return matches;
	};
}

/** What each cell of some rows becomes. */
function readSample(
	rows: readonly string[][],
	columns: readonly ColumnMatch[],
	instrument: Instrument,
	service: Service,
): PreparedImport['sample'] {
	const questions = new Map(questionsOf(instrument).map((one) => [one.id, one]));
	const readers = columns
		.slice(0, shown.columns)
		.map((column) => columnReader(column, questions.get(itemOf(column.target) ?? ''), service));
	return rows.map((cells) => ({
		cells: cells.map((cell) => cell.slice(0, shown.cell)),
		readings: readers.map((read, index) => (read ? read(cells[index] ?? '') : null)),
	}));
}

/** Counts the cells that are none of the alternatives. */
function unreadCounter(columns: readonly ColumnMatch[]) {
	const byHeader = new Map(columns.map(({ header, index }) => [header, index]));
	const counts = new Map<number, Map<string, number>>();
	return {
		add: ({ column, value, reason }: ImportProblem) => {
			const index = byHeader.get(column);
			if (index === undefined || value === '' || reason === 'duplicate-id') return;
			const cells = counts.get(index) ?? new Map<string, number>();
			counts.set(index, cells);
			if (cells.has(value) || cells.size < 10 * unreadCells) cells.set(value, (cells.get(value) ?? 0) + 1);
		},
		all: (): PreparedImport['unread'] =>
			[...counts].map(([index, cells]) => ({
				index,
				cells: [...cells]
					.map(([cell, count]) => ({ cell, count }))
					.sort((a, b) => b.count - a.count)
					.slice(0, unreadCells),
			})),
	};
}

function noMatch(name: string, header: readonly string[]): AppError {
	const more = header.length > namedColumns ? ' …' : '';
	return new AppError('IMPORT_NO_MATCH', { name, columns: `${header.slice(0, namedColumns).join(', ')}${more}` });
}
