import type Database from 'better-sqlite3';

/**
 * Readies a new connection: the key, then the pragmas, each measured or documented (CONTRIBUTING). Takes the file for this process until it
 * closes or dies; a second program is refused there.
 * @param scratch a file that nobody has yet, made whole and then handed over: no waiting for the disk at each change
 */
export function readyConnection(
	db: Database.Database,
	passphrase: string | undefined,
	{ scratch = false }: { scratch?: boolean } = {},
): void {
	if (passphrase !== undefined) {
		db.pragma("cipher = 'sqlcipher'");
		db.pragma(`hexkey = '${keyOf(passphrase)}'`);
	}
	db.pragma('locking_mode = EXCLUSIVE');
	db.pragma('journal_mode = DELETE');
	db.pragma(`synchronous = ${scratch ? 'OFF' : 'EXTRA'}`);
	db.pragma('foreign_keys = ON');
	db.pragma('trusted_schema = OFF');
	db.pragma('recursive_triggers = ON');
	db.pragma('temp_store = MEMORY');
	db.pragma('cell_size_check = ON');
	db.pragma('secure_delete = ON');
	db.pragma('mmap_size = 0');
	db.exec('BEGIN EXCLUSIVE; COMMIT;');
}

/** A passphrase as the database takes it, in hexadecimal digits. The same word typed on another system may come in other code points. */
export function keyOf(passphrase: string): string {
	return Buffer.from(passphrase.normalize('NFC'), 'utf8').toString('hex');
}
