import { migrations } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';

/** What tells one kind of file of ours from another. Each is one database, made and opened in the same way. */
export interface FileKind {
	/** Four letters in the header of a plain file, and inside an encrypted one. */
	readonly applicationId: number;
	readonly ending: '.underlag' | '.nyckel';
	/** Whose passphrase a refusal is about. */
	readonly of: 'project' | 'keys';
	/** What a file of any other kind is refused as. */
	readonly foreign: 'FILE_NOT_PROJECT' | 'FILE_NOT_KEYS';
	/** The table that has exactly one row. */
	readonly soleRow: string;
	/** The shapes of files, up to today's. */
	readonly migrations: readonly Migration[];
	/** Whether its changes are noted, so that they can be undone. */
	readonly undo: boolean;
}

/** A project: "UNDL". */
export const projectFile: FileKind = {
	applicationId: 0x55_4e_44_4c,
	ending: '.underlag',
	of: 'project',
	foreign: 'FILE_NOT_PROJECT',
	soleRow: 'project',
	migrations,
	undo: true,
};
