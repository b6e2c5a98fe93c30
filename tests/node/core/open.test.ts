import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	copyFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileVersion } from '../../../electron/store/migrations/all.ts';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
beforeEach(async () => {
	project = await makeTestProject();
});
afterEach(() => project.end());

const at = (name: string) => join(project.folder, name);
const open = (path: string, passphrase?: string) =>
	project.core.call('project.open', { path, ...(passphrase === undefined ? {} : { passphrase }) });
const refused = (path: string, code: string, passphrase?: string) =>
	expect(open(path, passphrase)).rejects.toMatchObject({ code });
/** The open project's bytes, closed first. */
async function closed(): Promise<Buffer> {
	await project.core.call('project.close', {});
	return readFileSync(project.path);
}

test('files that are no projects are refused by kind, and what was open stays open', async () => {
	writeFileSync(at('empty.underlag'), '');
	writeFileSync(at('text.underlag'), 'Bara text. '.repeat(2000));
	writeFileSync(at('short.underlag'), 'x');
	writeFileSync(
		at('picture.bin'),
		Buffer.from([0xff, 0xd8, ...Array.from({ length: 9000 }, (_, i) => (i * i * 31) & 255)]),
	);
	const other = new Database(at('other.underlag'));
	other.exec('CREATE TABLE project (id INTEGER PRIMARY KEY)');
	other.close();
	mkdirSync(at('folder.underlag'));
	for (const name of ['empty', 'text', 'short', 'other']) await refused(at(`${name}.underlag`), 'FILE_NOT_PROJECT');
	await refused(at('picture.bin'), 'FILE_NOT_PROJECT');
	await refused(at('folder.underlag'), 'FILE_NOT_FOUND');
	await refused(at('missing.underlag'), 'FILE_NOT_FOUND');
	await refused(join(at('missing'), 'x.underlag'), 'FILE_NOT_FOUND');
	await refused(join(at('text.underlag'), 'x.underlag'), 'FILE_NOT_FOUND');
	expect(await project.core.call('project.get', {})).toMatchObject({ path: project.path });
	expect((await project.core.call('app.status', {})).recent).toHaveLength(1);
});

test('a project from a newer version is refused by name and left as it was', async () => {
	await closed();
	const db = new Database(project.path);
	db.pragma('user_version = 99');
	db.close();
	const before = readFileSync(project.path);
	await expect(open(project.path)).rejects.toMatchObject({
		code: 'FILE_NEWER',
		params: { fileVersion: 99, programVersion: fileVersion },
	});
	expect(readFileSync(project.path).equals(before)).toBe(true);
});

test('a project without its row, or with a table less, is damaged', async () => {
	const bytes = await closed();
	for (const sql of [
		'DELETE FROM project',
		'DROP TABLE report',
		'DROP INDEX response_round',
		'ALTER TABLE code DROP COLUMN memo',
	]) {
		writeFileSync(at('less.underlag'), bytes);
		const db = new Database(at('less.underlag'));
		db.exec(sql);
		db.close();
		await refused(at('less.underlag'), 'FILE_DAMAGED');
	}
});

test('a project cut off anywhere never opens', async () => {
	await project.core.call('report.add', { title: 'Rapport', markdown: 'Text. '.repeat(9000) }).catch(() => undefined);
	const bytes = await closed();
	await fc.assert(
		fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
			writeFileSync(at('cut.underlag'), bytes.subarray(0, length));
			await expect(open(at('cut.underlag'))).rejects.toMatchObject({
				code: expect.stringMatching(length < 1 ? /NOT_PROJECT/ : /DAMAGED/),
			});
		}),
		{ numRuns: 60, examples: [[0], [1], [15], [16], [99], [100], [4096], [bytes.length - 4096], [bytes.length - 1]] },
	);
});

test('an encrypted project opens with its passphrase only, holds no plain text, and a copy is as encrypted', async () => {
	const secret = 'Hemligheten Ängsblomma';
	const path = at('secret.underlag');
	const passphrase = "lösen'ord, \u00e5tta";
	const temporary = new Set(readdirSync(tmpdir()));
	await project.core.call('project.create', { path, title: secret, passphrase });
	await project.core.call('code.add', { name: `${secret} kod`, definition: secret.repeat(5000) });
	await project.core.call('history.undo', {});
	const copy = at('copy.underlag');
	await project.core.call('project.saveCopy', { path: copy });
	await project.core.call('project.close', {});
	await refused(path, 'PASSPHRASE_NEEDED');
	await expect(open(path, 'fel')).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED', params: { wrong: true } });
	await refused(path, 'PASSPHRASE_NEEDED', '');
	// The same word in other code points.
	for (const one of [path, copy]) expect((await open(one, passphrase.normalize('NFD'))).title).toBe(secret);
	expect((await project.core.call('app.status', {})).project?.encrypted).toBe(true);
	await project.core.call('history.redo', {});
	await project.core.call('project.close', {});
	for (const name of readdirSync(project.folder).filter((one) => /^\.|secret|copy/.test(one))) {
		const bytes = readFileSync(at(name));
		expect(bytes.includes('Ängsblomma') || bytes.includes('CREATE TABLE'), name).toBe(false);
	}
	for (const name of readdirSync(tmpdir()).filter((one) => !temporary.has(one) && /etilqs|sqlite/.test(one)))
		expect(readFileSync(join(tmpdir(), name)).includes('Ängsblomma')).toBe(false);
	const size = statSync(path).size;
	for (const length of [size - 4096, size - 100, 8192]) {
		copyFileSync(path, at('cut.underlag'));
		truncateSync(at('cut.underlag'), length);
		await refused(at('cut.underlag'), 'FILE_DAMAGED', passphrase);
		await refused(at('cut.underlag'), 'PASSPHRASE_NEEDED');
	}
	expect((await open(project.path, 'not needed')).title).toBe('Test');
});

test('the same file by another name stays open; a new file never takes the place of one', async () => {
	symlinkSync(project.path, at('link.underlag'));
	await project.core.call('project.update', { title: 'Samma' });
	for (const path of [at('link.underlag'), join(project.folder, '.', 'test.underlag')])
		expect((await open(path)).title).toBe('Samma');
	expect((await project.core.call('history.get', {})).done).toBe(1);
	await expect(project.core.call('project.create', { path: project.path, title: 'Ny' })).rejects.toMatchObject({
		code: 'FILE_EXISTS',
	});
	await expect(project.core.call('project.saveCopy', { path: project.path })).rejects.toMatchObject({
		code: 'FILE_EXISTS',
	});
	for (const call of ['project.create', 'project.saveCopy'] as const)
		await expect(
			project.core.call(call, { path: join(at('no such'), 'x.underlag'), title: 'Ny' }),
		).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE' });
	expect((await project.core.call('project.get', {})).title).toBe('Samma');
	expect(readdirSync(project.folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a copy is whole, opens, and has the history', async () => {
	await project.core.call('project.update', { title: 'Kopierad' });
	const { size } = await project.core.call('project.saveCopy', { path: at('copy.underlag') });
	expect(size).toBe(statSync(at('copy.underlag')).size);
	expect((await open(at('copy.underlag'))).title).toBe('Kopierad');
	await project.core.call('history.undo', {});
	expect((await project.core.call('project.get', {})).title).toBe('Test');
	await project.core.call('project.close', {});
	expect(readdirSync(project.folder).filter((name) => /journal|^\./.test(name))).toEqual([]);
});

test('a second program is refused, and let in once the first was killed', async () => {
	await project.core.call('project.close', {});
	const holder = fork(fileURLToPath(new URL('hold-open.ts', import.meta.url)), [project.path], { stdio: 'inherit' });
	try {
		await once(holder, 'message');
		await refused(project.path, 'FILE_IN_USE');
		// What another looks at does not free it.
		await refused(project.path, 'FILE_IN_USE');
	} finally {
		holder.kill('SIGKILL');
	}
	await once(holder, 'exit');
	expect((await open(project.path)).title).toBe('Test');
});

test('a folder or a file that may not be written is refused at once', async () => {
	await project.core.call('project.close', {});
	const folder = at('read-only');
	mkdirSync(folder);
	copyFileSync(project.path, join(folder, 'x.underlag'));
	const tryAll = () =>
		asNobody(join(folder, 'x.underlag')).then((codes) =>
			expect(codes).toEqual(['FILE_NOT_WRITABLE', 'FILE_NOT_WRITABLE']),
		);
	chmodSync(project.folder, 0o755);
	try {
		for (const mode of [0o666, 0o444, 0o000]) {
			chmodSync(folder, 0o755);
			chmodSync(join(folder, 'x.underlag'), mode);
			chmodSync(folder, 0o555);
			await tryAll();
		}
	} finally {
		// So that who is not root can remove it.
		chmodSync(folder, 0o755);
	}
});

/** Opens and creates in the place of a file, by a person without special rights; for root no folder is read-only. */
async function asNobody(path: string): Promise<unknown> {
	const entry = fileURLToPath(new URL('open-as-nobody.ts', import.meta.url));
	const child = fork(entry, [path], { stdio: 'inherit' });
	const [codes] = await once(child, 'message');
	return codes;
}
