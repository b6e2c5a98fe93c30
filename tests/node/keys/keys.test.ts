import { copyFileSync, existsSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStore } from '../../../electron/store/create.ts';
import { changePassphrase, createKeyFile, keyFile, openKeyFile } from '../../../electron/store/key-file.ts';
import { keyMigrations } from '../../../electron/store/key-migrations/all.ts';
import { openFile } from '../../../electron/store/open.ts';
import { makeTestProject } from '../test-core.ts';

const passphrase = 'tre små ord till';
let project: Awaited<ReturnType<typeof makeTestProject>>;
beforeEach(async () => {
	project = await makeTestProject();
});
afterEach(() => project.end());

const at = (name: string) => join(project.folder, name);
const status = () => project.core.call('keys.status', {});
const create = (path = at('test.nyckel'), more: { replace?: boolean } = {}) =>
	project.core.call('keys.create', { path, passphrase, ...more });
const open = (input: { path?: string; passphrase: string }) => project.core.call('keys.open', input);
const refused = (work: Promise<unknown>, code: string, params: object = {}) =>
	expect(work).rejects.toMatchObject({ code, params });
const made = { projectUid: 'project-1', now: '2026-01-01T00:00:00Z' };

test('a project has no key file, makes one, and opens and closes it', async () => {
	expect(await status()).toEqual({ state: 'none', path: at('test.nyckel'), exists: false });
	await create(at('elsewhere.nyckel'));
	expect(await status()).toEqual({ state: 'open', path: at('elsewhere.nyckel'), exists: true });
	await project.core.call('keys.close', {});
	expect(await status()).toEqual({ state: 'closed', path: at('elsewhere.nyckel'), exists: true });
	await refused(open({ passphrase: 'Tre små ord till' }), 'PASSPHRASE_NEEDED', { wrong: true });
	await refused(create(at('another.nyckel')), 'KEYS_MADE');
	expect(existsSync(at('another.nyckel'))).toBe(false);
	expect(await open({ passphrase })).toEqual({ path: at('elsewhere.nyckel') });
	expect((await status()).state).toBe('open');
	await create(at('another.nyckel'), { replace: true });
	await project.core.call('keys.close', {});
	await refused(open({ path: at('elsewhere.nyckel'), passphrase }), 'KEYS_WRONG');
});

test('it closes with the project, is remembered, and can be chosen where it was moved', async () => {
	await create();
	await project.core.call('project.close', {});
	renameSync(at('test.nyckel'), at('moved.nyckel'));
	await project.core.call('project.open', { path: project.path });
	expect(await status()).toEqual({ state: 'closed', path: at('test.nyckel'), exists: false });
	await refused(open({ passphrase }), 'FILE_NOT_FOUND');
	await open({ path: at('moved.nyckel'), passphrase });
	await project.core.call('keys.close', {});
	expect(await status()).toMatchObject({ path: at('moved.nyckel'), exists: true });
});

test('the same passphrase in other code points opens it; another one after it was changed', async () => {
	await create();
	await project.core.call('keys.changePassphrase', { passphrase: 'fyra nya små ord' });
	const tooShort = project.core.call('keys.changePassphrase', { passphrase: 'elva tecken' });
	await refused(tooShort, 'PASSPHRASE_SHORT', { of: 'keys', least: 12 });
	await project.core.call('keys.close', {});
	await refused(open({ passphrase }), 'PASSPHRASE_NEEDED', { of: 'keys', wrong: true });
	await open({ passphrase: 'fyra nya små ord'.normalize('NFD') });
	await project.core.call('keys.close', {});
	await refused(project.core.call('keys.changePassphrase', { passphrase: 'x' }), 'KEYS_NEEDED', { made: true });
});

test('undone, its making leaves the file and closes it; redone, it is open again', async () => {
	await create();
	await project.core.call('history.undo', {});
	expect(await status()).toMatchObject({ state: 'none' });
	expect(existsSync(at('test.nyckel'))).toBe(true);
	await refused(project.core.call('keys.changePassphrase', { passphrase: 'x' }), 'KEYS_NEEDED', { made: false });
	await refused(open({ path: at('test.nyckel'), passphrase }), 'KEYS_WRONG');
	await project.core.call('history.redo', {});
	expect((await status()).state).toBe('closed');
	await open({ path: at('test.nyckel'), passphrase });
});

test('files that are no key files are refused by kind, and what was open stays open', async () => {
	await create();
	createKeyFile(at('other.nyckel'), passphrase, made).close();
	createStore(at('plain.nyckel'), { fill: (db) => db.exec("INSERT INTO key_file VALUES (1, 'k', 'p', '')") }, keyFile);
	createStore(at('secret.underlag'), {
		passphrase,
		fill: (db) => db.exec("INSERT INTO project (id, uid, title, created_at) VALUES (1, 'p', 'T', '')"),
	});
	writeFileSync(at('text.nyckel'), 'Bara text. '.repeat(2000));
	copyFileSync(at('other.nyckel'), at('cut.nyckel'));
	truncateSync(at('cut.nyckel'), readFileSync(at('cut.nyckel')).length - 4096);
	const wanted = {
		'other.nyckel': 'KEYS_WRONG',
		'plain.nyckel': 'FILE_NOT_KEYS',
		'secret.underlag': 'FILE_NOT_KEYS',
		'text.nyckel': 'FILE_NOT_KEYS',
		'cut.nyckel': 'FILE_DAMAGED',
		'missing.nyckel': 'FILE_NOT_FOUND',
	};
	for (const [name, code] of Object.entries(wanted)) await refused(open({ path: at(name), passphrase }), code);
	await refused(open({ path: project.path, passphrase }), 'FILE_NOT_KEYS');
	expect(await status()).toMatchObject({ state: 'open', path: at('test.nyckel') });
	expect(await project.core.call('project.get', {})).toMatchObject({ title: 'Test' });
});

test('one from a newer version is refused by name; an older one is copied and brought up to date', () => {
	const path = at('a.nyckel');
	createKeyFile(path, passphrase, made).close();
	const next = [
		...keyMigrations,
		{ version: keyMigrations.length + 1, sql: 'ALTER TABLE person ADD COLUMN born TEXT' },
	];
	openFile(path, { ...keyFile, migrations: next }, { passphrase }).close();
	expect(() => openKeyFile(path, passphrase)).toThrow('FILE_NEWER');
	openKeyFile(at(`a.before-v${next.length}.nyckel`), passphrase).close();
});

test('nothing of it can be read without its passphrase, also after another was given', () => {
	const path = at('a.nyckel');
	const file = createKeyFile(path, passphrase, made);
	file.db.exec("INSERT INTO person (uid, name, created_at) VALUES ('p1', 'Ann-Charlotte Bergendahl', '')");
	changePassphrase(file, 'ett annat, och långt');
	file.close();
	const bytes = readFileSync(path);
	for (const word of ['SQLite format', 'Bergendahl', 'project-1', 'CREATE TABLE'])
		expect(bytes.includes(word)).toBe(false);
	expect(() => createKeyFile(at('b.nyckel'), '', made)).toThrow('PASSPHRASE_SHORT');
	expect(existsSync(at('b.nyckel'))).toBe(false);
});
