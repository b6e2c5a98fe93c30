import { AppError } from '#shared/contract/errors.ts';
import { guessColumns, splitHeading } from '#shared/domain/asked/columns.ts';
import type { ListColumn } from '#shared/domain/asked/model.ts';
import { type ReadList, readPeople } from '#shared/domain/asked/people.ts';
import { readCsv } from '../../formats/csv/read.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';

/** Rows of the file that a preview shows, and problems that are listed. */
const sampleRows = 8;
const listedProblems = 1000;
/** Columns of a file that are read: a list has no more. */
const mostColumns = 200;

interface ListFile {
	/** `.xlsx` is read as a workbook, everything else as rows of text. */
	name: string;
	bytes: Uint8Array;
	/** What a person chose for some columns. */
	choices: readonly ListColumn[];
	/** Whether the first row is a heading; guessed where undefined. */
	headed: boolean | undefined;
}

/** What a list of people comes to. */
export interface PreparedList extends ReadList {
	headed: boolean;
	columns: ListColumn[];
	sample: string[][];
}

/**
 * Reads a list of people under the roles of its columns, guessed but for those chosen. In a worker: the job `asked.readList`.
 * @throws AppError IMPORT_EMPTY, IMPORT_UNREADABLE, WORKER_LIMIT
 */
export async function readList({ name, bytes, choices, headed: wanted }: ListFile): Promise<PreparedList> {
	const all = await readRows({ name, bytes });
	const begin = all.findIndex((row) => row.some((cell) => cell.trim() !== ''));
	if (begin < 0) throw new AppError('IMPORT_EMPTY', { name });
	const cut = all.slice(begin).map((row) => row.slice(0, mostColumns));
	const { header, rows, headed } = splitHeading(cut, String, wanted);
	const columns = guessColumns(header, rows).map((one) => {
		const chosen = choices.find(({ index }) => index === one.index);
		return chosen ? { ...one, role: chosen.role } : one;
	});
	const list = readPeople(rows, columns);
	return {
		...list,
		problems: list.problems.slice(0, listedProblems),
		headed,
		columns,
		sample: rows.slice(0, sampleRows).map((row) => [...row]),
	};
}

async function readRows(file: { name: string; bytes: Uint8Array }): Promise<string[][]> {
	if (!/\.xlsx$/i.test(file.name)) {
		const { header, rows } = readCsv(file);
		return [header, ...rows];
	}
	const { sheets } = await readWorkbook(file);
	// The first sheet with anything in it: others are often notes.
	return sheets.find(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== '')))?.rows ?? [];
}
