import { AppError } from '#shared/contract/errors.ts';
import type { Scale } from '#shared/domain/instrument/model.ts';
import type { ColumnMatch } from '#shared/domain/responses/columns.ts';
import type { Service } from '#shared/domain/responses/layout.ts';
import { makeInstrument, type ProposedInstrument } from '#shared/domain/responses/make-instrument.ts';
import type { JobSignals } from '../../core/signals.ts';
import { openTable, readCodebook } from './open-table.ts';
import type { ImportFile } from './prepare.ts';

/** What a file of responses makes of a questionnaire. */
export type ProposedFile = ProposedInstrument & {
	service: Service;
	columns: ColumnMatch[];
	sheets: string[];
	sheet: string | null;
};

/**
 * Makes a questionnaire of a file of responses. In a worker: the job `responses.propose`.
 * @throws AppError IMPORT_EMPTY, IMPORT_UNREADABLE, IMPORT_NO_VALUES, WORKER_LIMIT
 */
export async function proposeInstrument(
	{ title, key, scales, values, ...file }: ImportFile & { title: string; key: string; scales: readonly Scale[] },
	{ onProgress }: JobSignals<never>,
): Promise<ProposedFile> {
	onProgress({ done: 0, total: file.bytes.length, step: 'reading', unit: 'bytes' });
	const { layout, beginning, sheets, sheet, codebook } = await openTable(file);
	// Lines of a text that some sign parts anyhow, each in another number of pieces.
	if (beginning.length === 0)
		throw new AppError('IMPORT_UNREADABLE', { name: file.name, format: 'CSV / xlsx', is: 'prose' });
	const list = values ? await readCodebook(values) : codebook;
	const made = makeInstrument({ layout, rows: beginning }, { title, key, scales, codebook: list });
	return { ...made, service: layout.service, sheets, sheet };
}
