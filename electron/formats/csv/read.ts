import type { CsvTable } from '#shared/domain/responses/csv.ts';

// Being built.
export function readCsv(_input: { name: string; bytes: Uint8Array }): CsvTable {
	throw new Error('being built');
}
