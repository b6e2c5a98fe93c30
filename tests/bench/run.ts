import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { type Core, createCore } from '../../electron/core/create-core.ts';
import { readyConnection } from '../../electron/store/connect.ts';
import { moveInHistory, runStep } from '../../electron/store/history.ts';
import { insertRows } from '../../electron/store/insert-rows.ts';
import { first } from '../../electron/store/migrations/0001-first.ts';
import { watchChanges } from '../../electron/store/watch.ts';
import { forkNode } from '../../electron/workers/fork.ts';
import { createRunJob } from '../../electron/workers/run-job.ts';

/**
 * What the program takes, beside what it may take. Absolute times depend on the machine; the ratios hold better. Nothing fails here.
 * `npm run bench -- 10000` takes so many responses instead of 100,000.
 */
const responses = Number(process.argv[2] ?? 100_000);
const questions = 30;
const folder = mkdtempSync(join(tmpdir(), 'underlag-bench-'));
const now = '2026-01-01T00:00:00Z';

function line(what: string, measured: number, budget: number, unit: string): void {
	const mark = measured <= budget ? 'within' : 'OVER';
	process.stdout.write(
		`${what.padEnd(64)} ${measured.toFixed(2).padStart(10)} ${unit.padEnd(6)} budget ${budget} ${mark}\n`,
	);
}

async function timed(work: () => unknown): Promise<number> {
	const started = performance.now();
	await work();
	return performance.now() - started;
}

function emptyStore(name: string, watched: boolean): Database.Database {
	const db = new Database(join(folder, name));
	readyConnection(db, undefined);
	db.exec(first.sql);
	db.exec(
		`INSERT INTO instrument VALUES (1, 'u', 'k', 1, '{}', '', ''); INSERT INTO round VALUES (1, 'u', 1, 'n', NULL, NULL, '')`,
	);
	if (watched) watchChanges(db);
	return db;
}

function* responseRows() {
	for (let i = 0; i < responses; i++) yield [`uid-${i}`, 1, 'complete', 'import', `key-${i}`, now, now];
}
function* answerRows() {
	for (let i = 0; i < responses; i++)
		for (let q = 0; q < questions; q++) yield [i + 1, String(q), 0, String((i * 7 + q) % 5)];
}
const responseColumns = ['uid', 'round_id', 'status', 'origin', 'source_key', 'submitted_at', 'created_at'];
const answerColumns = ['response_id', 'item', 'ordinal', 'value'];

const insertRaw = (db: Database.Database) =>
	db.transaction(() => {
		const response = db.prepare(`INSERT INTO response (${responseColumns.join()}) VALUES (?, ?, ?, ?, ?, ?, ?)`);
		for (const row of responseRows()) response.run(...row);
		const answer = db.prepare(`INSERT INTO answer (${answerColumns.join()}) VALUES (?, ?, ?, ?)`);
		for (const row of answerRows()) answer.run(...row);
	})();

async function benchStore(): Promise<void> {
	const raw = emptyStore('raw', false);
	const plain = await timed(() => insertRaw(raw));
	raw.close();
	const db = emptyStore('watched', true);
	const import_ = await timed(() =>
		runStep(db, 'import', now, () => {
			insertRows(db, 'response', responseColumns, responseRows());
			insertRows(db, 'answer', answerColumns, answerRows());
		}),
	);
	const cells = responses * questions;
	line(`insert of ${responses} × ${questions} without history`, plain / 1000, cells / 200_000, 's');
	line('  the same as one undo step: ratio', import_ / plain, 1.15, 'times');
	const before = statSync(join(folder, 'watched')).size;
	line('  file: ratio', before / statSync(join(folder, 'raw')).size, 1.05, 'times');
	line('  undo of it: ratio to the insert', (await timed(() => moveInHistory(db, 'undo'))) / plain, 3, 'times');
	line('  redo of it: ratio to the insert', (await timed(() => moveInHistory(db, 'redo'))) / plain, 3, 'times');
	db.close();
}

async function benchCore(): Promise<void> {
	const core = createCore({
		print: () => Promise.reject(new Error('no printer')),
		runJob: createRunJob(forkNode, fileURLToPath(new URL('../../electron/workers/child.ts', import.meta.url))),
		log: () => undefined,
		now: () => new Date(),
		dataFolder: join(folder, 'data'),
		resourcesFolder: fileURLToPath(new URL('../../resources', import.meta.url)),
		documentsFolder: folder,
		version: 'bench',
	});
	const path = join(folder, 'bench.underlag');
	await core.call('project.create', { path, title: 'Bench' });
	const singles = 200;
	const commands = await timed(async () => {
		for (let i = 0; i < singles; i++) await core.call('code.add', { name: `kod ${i}` });
	});
	line('a single command, committed', commands / singles, 5, 'ms');
	await core.call('instrument.add', { key: 'board' });
	await core.call('round.add', { name: 'Stor', instrumentId: 1 });
	const scale = ['Stämmer inte alls', 'Stämmer inte så bra', 'Varken ja eller nej', 'Stämmer delvis', 'Stämmer helt'];
	const csv = [
		'Nr;1;2;3;4',
		...Array.from(
			{ length: responses },
			(_, i) => `${i};${[1, 3, 5, 7].map((step) => scale[(i * step) % 5]).join(';')}`,
		),
	];
	const bytes = new TextEncoder().encode(csv.join('\r\n'));
	const imported = await timed(() => core.call('response.import', { roundId: 1, name: 'stor.csv', bytes }));
	line(`import of a CSV with ${responses} rows, from bytes to commit`, imported / 1000, responses / 10_000, 's');
	line(
		'analyse of it',
		(await timed(() => core.call('results.analyse', { roundId: 1 }))) / 1000,
		responses / 50_000,
		's',
	);
	line('undo of the import', (await timed(() => core.call('history.undo', {}))) / 1000, responses / 10_000, 's');
	line('redo of the import', (await timed(() => core.call('history.redo', {}))) / 1000, responses / 10_000, 's');
	await core.call('project.close', {});
	line(
		`open of a project of ${(statSync(path).size / 2 ** 20).toFixed(0)} MB`,
		await timed(() => core.call('project.open', { path })),
		100,
		'ms',
	);
	line(
		'removal of the round with all its answers',
		(await timed(() => core.call('round.remove', { id: 1 }))) / 1000,
		responses / 5_000,
		's',
	);
	line('  its undo', (await timed(() => core.call('history.undo', {}))) / 1000, responses / 5_000, 's');
	await benchSample(core);
	await core.close();
}

/** What one waits for with an evaluation of ordinary size at hand. */
async function benchSample(core: Core): Promise<void> {
	const path = join(folder, 'sample.underlag');
	line(
		'the sample project, made and opened',
		(await timed(() => core.call('project.openSample', { path }))) / 1000,
		3,
		's',
	);
	const preview = () => core.call('report.preview', { id: 1 });
	await preview();
	line('preview of its report of 35 pages', await timed(preview), 150, 'ms');
	line('its report as html', (await timed(() => core.call('report.export', { id: 1, format: 'html' }))) / 1000, 8, 's');
}

try {
	await benchStore();
	await benchCore();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
