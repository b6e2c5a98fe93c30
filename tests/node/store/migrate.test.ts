import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStore } from '../../../electron/store/create.ts';
import { countSteps, runStep } from '../../../electron/store/history.ts';
import { fileVersion, migrations } from '../../../electron/store/migrations/all.ts';
import { openStore } from '../../../electron/store/open.ts';
import { placeWhole } from '../../../electron/store/place.ts';
import { makeTestCore } from '../test-core.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'underlag-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const next = [
	...migrations,
	{ version: fileVersion + 1, sql: "ALTER TABLE code ADD COLUMN symbol TEXT NOT NULL DEFAULT '*'" },
];
const broken = [...migrations, { version: fileVersion + 1, sql: 'DELETE FROM code; INSERT INTO nowhere VALUES (1)' }];
const row = "INSERT INTO project (id, uid, title, created_at) VALUES (1, 'project-1', 'T', '2026-01-01T00:00:00Z')";

function make(name: string, passphrase?: string): string {
	const path = join(folder, name);
	createStore(path, { passphrase, fill: (db) => db.exec(row) });
	const store = openStore(path, { passphrase });
	runStep(store.db, 'code.add', '2026-01-01T00:00:00Z', () =>
		store.db.exec("INSERT INTO code (uid, name, position, created_at) VALUES ('code-0001', 'Kod', 0, 'x')"),
	);
	store.close();
	return path;
}

test('the migrations are numbered without gaps', () => {
	expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});

for (const passphrase of [undefined, 'hemligt nog så'])
	test(`an older file${passphrase ? ', encrypted,' : ''} is copied, brought up to date, and its history cleared`, () => {
		const path = make('a.underlag', passphrase);
		const store = openStore(path, { passphrase, migrations: next });
		expect(store.db.prepare('SELECT name, symbol FROM code').get()).toEqual({ name: 'Kod', symbol: '*' });
		expect(countSteps(store.db)).toEqual({ done: 0, undone: 0 });
		runStep(store.db, 'code.update', '2026-01-01T00:00:00Z', () => store.db.exec("UPDATE code SET symbol = '+'"));
		expect(countSteps(store.db).done).toBe(1);
		store.close();
		expect(() => openStore(path, { passphrase })).toThrow('FILE_NEWER');
		const copy = openStore(join(folder, `a.before-v${fileVersion + 1}.underlag`), { passphrase });
		expect(copy.encrypted).toBe(passphrase !== undefined);
		expect(countSteps(copy.db).done).toBe(1);
		copy.close();
	});

test('a migration that fails leaves the file as it was, and an earlier copy is not replaced', () => {
	const path = make('a.underlag');
	const before = readFileSync(path);
	for (let time = 0; time < 2; time++) expect(() => openStore(path, { migrations: broken })).toThrow('nowhere');
	const store = openStore(path);
	expect(store.db.prepare('SELECT count(*) FROM code').pluck().get()).toBe(1);
	expect(countSteps(store.db).done).toBe(1);
	store.close();
	expect(readFileSync(path).length).toBe(before.length);
	expect(readdirSync(folder).filter((name) => name.includes('before'))).toHaveLength(2);
});

test('an older file with a damaged questionnaire is told to be damaged, and left as it was', () => {
	const path = join(folder, 'v1.underlag');
	copyFileSync(new URL('../../fixtures/projects/v1.underlag', import.meta.url), path);
	const db = new Database(path);
	db.exec(`UPDATE instrument SET definition = substr(definition, 1, 300)`);
	db.close();
	const before = readFileSync(path);
	expect(() => openStore(path)).toThrow('FILE_DAMAGED');
	expect(readFileSync(path)).toEqual(before);
});

test('making a file that fails midway leaves none; one that came meanwhile is not replaced', () => {
	const path = join(folder, 'a.underlag');
	expect(() =>
		createStore(path, {
			fill: () => {
				throw new Error('midway');
			},
		}),
	).toThrow('midway');
	expect(() => createStore(path, { fill: (db) => db.exec('INSERT INTO nowhere VALUES (1)') })).toThrow('nowhere');
	expect(readdirSync(folder)).toEqual([]);
	const late = () =>
		placeWhole(path, (temporary) => {
			writeFileSync(temporary, 'mine');
			writeFileSync(path, 'theirs');
		});
	expect(late).toThrow('FILE_EXISTS');
	expect(readFileSync(path, 'utf8')).toBe('theirs');
	expect(readdirSync(folder)).toEqual(['a.underlag']);
});

const fixtures = fileURLToPath(new URL('../../fixtures/projects/', import.meta.url));
/** Versions that were released, and so lie on somebody's disk. */
const released = readdirSync(fixtures).flatMap((name) => /^v(\d+)\.underlag$/.exec(name)?.slice(1).map(Number) ?? []);

test('there is a real file of the first version, and of none that is yet to come', () => {
	expect(released).toContain(1);
	expect(Math.max(...released)).toBeLessThanOrEqual(fileVersion);
});

for (const version of released)
	test(`a real file of version ${version} opens, is sound, and has what it had`, async () => {
		const { core, folder: at, end } = makeTestCore();
		const path = join(at, 'old.underlag');
		copyFileSync(join(fixtures, `v${version}.underlag`), path);
		await core.call('project.open', { path });
		expect((await core.call('project.verify', {})).problems).toEqual([]);
		expect(await core.call('round.list', {})).toMatchObject([{ name: 'Första', answered: 20 }]);
		expect((await core.call('code.list', {})).map(({ name, codings }) => [name, codings])).toEqual([
			['Ett', 30],
			['Två', 0],
		]);
		expect(await core.call('report.list', {})).toMatchObject([{ title: 'Rapport' }]);
		if (version === fileVersion) {
			const { done } = await core.call('history.get', {});
			for (let step = 0; step < done; step++) await core.call('history.undo', {});
			expect(await core.call('round.list', {})).toEqual([]);
		}
		await end();
	});
