import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { migrate } from './migrate.ts';
import { fileVersion } from './migrations/all.ts';
import { watchChanges } from './watch.ts';

/** "UNDL": in the header of every project file, so that it is known for what it is. */
export const applicationId = 0x55_4e_44_4c;

/** An open project file. */
export interface Store {
	readonly path: string;
	readonly encrypted: boolean;
	readonly db: Database.Database;
	close(): void;
}

interface OpenOptions {
	passphrase?: string | undefined;
	/** Make the file; refused if there is one. */
	create?: boolean;
	/** A file that nobody has yet, made whole and then handed over: no waiting for the disk at each change. */
	scratch?: boolean;
}

/**
 * Opens a project file, brings it to today's shape (after a copy), and keeps it for this process alone.
 * @throws AppError FILE_NOT_FOUND, FILE_EXISTS, FILE_NOT_WRITABLE, FILE_NOT_PROJECT, FILE_DAMAGED, FILE_NEWER, FILE_IN_USE, PASSPHRASE_NEEDED
 */
export function openStore(path: string, options: OpenOptions = {}): Store {
	if (options.create && existsSync(path)) throw new AppError('FILE_EXISTS', { path });
	if (!options.create) checkFile(path, options.passphrase !== undefined);
	let db: Database.Database;
	try {
		db = new Database(path, { fileMustExist: !options.create, timeout: 500 });
	} catch (error) {
		throw new AppError(options.create ? 'FILE_NOT_WRITABLE' : 'FILE_NOT_FOUND', { path }, error);
	}
	try {
		prepare(db, path, options);
	} catch (error) {
		db.close();
		throw asFileError(error, path, options);
	}
	return { path, encrypted: options.passphrase !== undefined, db, close: () => db.close() };
}

/** The header as it lies on disk, without SQLite: told apart before a driver guesses. */
function checkFile(path: string, withPassphrase: boolean): void {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (!stat?.isFile()) throw new AppError('FILE_NOT_FOUND', { path });
	const head = Buffer.alloc(100);
	const file = openSync(path, 'r');
	const read = readSync(file, head, 0, 100, 0);
	closeSync(file);
	const magic = head.toString('latin1', 0, 16) === 'SQLite format 3\0';
	if (read < 100) throw new AppError(magic ? 'FILE_DAMAGED' : 'FILE_NOT_PROJECT', { path });
	if (!magic) {
		// An encrypted project has no readable head. Whether it is one shows only with the passphrase.
		if (!withPassphrase && stat.size % 4096 === 0) throw new AppError('PASSPHRASE_NEEDED', { path, wrong: false });
		if (!withPassphrase) throw new AppError('FILE_NOT_PROJECT', { path });
		return;
	}
	if (head.readUInt32BE(68) !== applicationId) throw new AppError('FILE_NOT_PROJECT', { path });
	const version = head.readUInt32BE(60);
	if (version > fileVersion)
		throw new AppError('FILE_NEWER', { path, fileVersion: version, programVersion: fileVersion });
}

function prepare(db: Database.Database, path: string, options: OpenOptions): void {
	if (options.passphrase !== undefined) {
		db.pragma("cipher = 'sqlcipher'");
		db.pragma(`key = '${options.passphrase.replaceAll("'", "''")}'`);
	}
	db.pragma('locking_mode = EXCLUSIVE');
	db.pragma('journal_mode = DELETE');
	db.pragma(`synchronous = ${options.scratch ? 'OFF' : 'EXTRA'}`);
	db.pragma('foreign_keys = ON');
	db.pragma('trusted_schema = OFF');
	db.pragma('recursive_triggers = ON');
	db.pragma('temp_store = MEMORY');
	db.pragma('cell_size_check = ON');
	db.pragma('secure_delete = ON');
	db.pragma('mmap_size = 0');
	// Takes the file for this process until it closes or dies; a second program is refused here.
	db.exec('BEGIN EXCLUSIVE; COMMIT;');
	if (options.create) db.pragma(`application_id = ${applicationId}`);
	else checkContent(db, path);
	migrate(db, path);
	watchChanges(db);
}

function checkContent(db: Database.Database, path: string): void {
	if (db.pragma('application_id', { simple: true }) !== applicationId) throw new AppError('FILE_NOT_PROJECT', { path });
	const version = db.pragma('user_version', { simple: true }) as number;
	if (version > fileVersion)
		throw new AppError('FILE_NEWER', { path, fileVersion: version, programVersion: fileVersion });
	const pages = db.pragma('page_count', { simple: true }) as number;
	const size = db.pragma('page_size', { simple: true }) as number;
	if (statSync(path).size < pages * size) throw new AppError('FILE_DAMAGED', { path });
}

function asFileError(error: unknown, path: string, options: OpenOptions): unknown {
	if (error instanceof AppError) return error;
	const code = (error as { code?: string }).code ?? '';
	if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
		return new AppError('FILE_IN_USE', { path }, error);
	if (code.startsWith('SQLITE_NOTADB')) {
		return options.passphrase === undefined
			? new AppError('FILE_NOT_PROJECT', { path }, error)
			: new AppError('PASSPHRASE_NEEDED', { path, wrong: true }, error);
	}
	if (code.startsWith('SQLITE_CORRUPT')) return new AppError('FILE_DAMAGED', { path }, error);
	if (/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR|FULL)/.test(code))
		return new AppError('FILE_NOT_WRITABLE', { path }, error);
	return error;
}
