import { hash } from 'node:crypto';
import type { ImportProblem } from '#shared/contract/response.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import type { ColumnMatch } from '#shared/domain/responses/columns.ts';
import { answerUnpacker } from '#shared/domain/responses/packed.ts';
import { rowReader } from '#shared/domain/responses/rows.ts';
import { isBlank } from '#shared/domain/responses/table.ts';

/** All rows of a small table as an import reads them, with their answers unpacked. */
export function readRows(rows: readonly string[][], columns: readonly ColumnMatch[], instrument: Instrument) {
	const problems: ImportProblem[] = [];
	const unpack = answerUnpacker(instrument);
	const read = rowReader(
		columns,
		instrument,
		(text) => hash('sha256', text, 'base64url'),
		(problem) => problems.push(problem),
	);
	const filled = rows.map((cells, index) => ({ row: index + 1, cells })).filter(({ cells }) => !isBlank(cells));
	const found = filled.map(read).filter((row) => row !== null);
	return {
		read: filled.length,
		rows: found.map(({ row, key, ...packed }) => ({
			row,
			key,
			answers: unpack({ ...packed, closed: `{${packed.closed.map((one) => one.packed).join()}}` }),
		})),
		problems,
	};
}
