import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { readyConnection } from './connect.ts';
import { asFileError } from './file-errors.ts';
import { type FileKind, projectFile } from './file-kind.ts';
import { readHead } from './head.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { hasShape } from './shape.ts';
import { watchChanges } from './watch.ts';

/** An open file of ours: a project, or its key file. */
export interface Store {
	readonly path: string;
	/** The path without links: the same for every way to name the file. */
	readonly realPath: string;
	readonly encrypted: boolean;
	readonly db: Database.Database;
	close(): void;
}

export interface OpenOptions {
	passphrase?: string | undefined;
	/** A file that nobody has yet, made whole and then handed over: no waiting for the disk at each change. */
	scratch?: boolean;
	/** The shapes of files, up to today's. Others in tests alone. */
	migrations?: readonly Migration[];
}

/**
 * Opens a project file, brings it to today's shape (after a copy), and keeps it for this process alone. A passphrase for a file that has
 * none is passed over.
 * @throws AppError FILE_NOT_FOUND, FILE_NOT_WRITABLE, FILE_NOT_PROJECT, FILE_DAMAGED, FILE_NEWER, FILE_IN_USE, PASSPHRASE_NEEDED
 */
export function openStore(path: string, options: OpenOptions = {}): Store {
	const { migrations = projectFile.migrations, ...rest } = options;
	return openFile(path, { ...projectFile, migrations }, rest);
}

/** The same for a file of any kind. @throws AppError as `openStore`, with the kind's own refusal of files of other kinds */
export function openFile(path: string, kind: FileKind, options: Omit<OpenOptions, 'migrations'>): Store {
	const { scratch = false } = options;
	let db: Database.Database | null = null;
	let keyed = false;
	try {
		const encrypted = readHead(path, kind) === 'encrypted';
		const passphrase = encrypted ? options.passphrase : undefined;
		if (encrypted && !passphrase) throw new AppError('PASSPHRASE_NEEDED', { path, of: kind.of, wrong: false });
		// Where its folder cannot be written, the journal cannot, and the first change would be refused.
		accessSync(path, constants.W_OK);
		accessSync(dirname(path), constants.W_OK);
		const opened = new Database(path, { fileMustExist: true, timeout: 500 });
		db = opened;
		keyed = encrypted;
		readyConnection(opened, passphrase, { scratch });
		keyed = false;
		checkWhole(opened, path, kind);
		migrate(opened, path, kind);
		checkContent(opened, path, kind);
		if (kind.undo) watchChanges(opened);
		return { path, realPath: realpathSync(path), encrypted, db: opened, close: () => opened.close() };
	} catch (error) {
		db?.close();
		if (keyed && String((error as { code?: unknown }).code).startsWith('SQLITE_NOTADB'))
			throw new AppError('PASSPHRASE_NEEDED', { path, of: kind.of, wrong: true }, error);
		throw asFileError(error, path) ?? asDamage(error, path);
	}
}

/** What our own statements stumble over in a file that the database can read is damage too: no JSON where it must be, a value that may not stand there. */
function asDamage(error: unknown, path: string): unknown {
	const isDamage =
		error instanceof Database.SqliteError &&
		(/^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(error.code) || error.message === 'malformed JSON');
	return isDamage ? new AppError('FILE_DAMAGED', { path }, error) : error;
}

/** What the header claims, with the file's own size; for an encrypted file known only now. */
function checkWhole(db: Database.Database, path: string, kind: FileKind): void {
	if (db.pragma('application_id', { simple: true }) !== kind.applicationId) throw new AppError(kind.foreign, { path });
	const known = kind.migrations.length;
	const version = db.pragma('user_version', { simple: true }) as number;
	if (version > known) throw new AppError('FILE_NEWER', { path, fileVersion: version, programVersion: known });
	const pages = db.pragma('page_count', { simple: true }) as number;
	const size = db.pragma('page_size', { simple: true }) as number;
	if (version < 1 || statSync(path).size < pages * size) throw new AppError('FILE_DAMAGED', { path });
}

function checkContent(db: Database.Database, path: string, { migrations, soleRow }: FileKind): void {
	const whole = hasShape(db, migrations) && db.prepare(`SELECT count(*) FROM ${soleRow}`).pluck().get() === 1;
	if (!whole) throw new AppError('FILE_DAMAGED', { path });
}
