import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readyConnection } from '../../electron/store/connect.ts';
import { moveInHistory, runStep } from '../../electron/store/history.ts';
import { insertRows } from '../../electron/store/insert-rows.ts';
import { migrations } from '../../electron/store/migrations/all.ts';
import { watchChanges } from '../../electron/store/watch.ts';
import { benchCore } from './core.ts';
import { type BenchRow, measureInTurn, timed } from './table.ts';

const now = '2026-01-01T00:00:00Z';
const columns = ['uid', 'parent_id', 'name', 'color', 'position', 'created_at'];
function* codeRows(many: number): Generator<[string, null, string, number, number, string]> {
	for (let i = 0; i < many; i++) yield [`uid-${i}`, null, `kod ${i}`, i % 8, i, now];
}

/** What undo costs a change, small or large. */
export async function benchStore(folder: string, many: number, times: number): Promise<BenchRow[]> {
	let turn = 0;
	const sizes: Record<'raw' | 'watched', number> = { raw: 1, watched: 1 };
	const open = (kind: 'raw' | 'watched') => {
		const path = join(folder, `${kind}-${turn++}.db`);
		const db = new Database(path);
		readyConnection(db, undefined);
		db.pragma('foreign_keys = OFF');
		for (const { sql } of migrations) db.exec(sql);
		db.pragma('foreign_keys = ON');
		if (kind === 'watched') watchChanges(db);
		return {
			db,
			close: () => {
				db.close();
				sizes[kind] = statSync(path).size;
			},
		};
	};
	const undone: number[] = [];
	const inserted = await measureInTurn(
		times,
		async () => {
			const { db, close } = open('raw');
			const insert = db.prepare(`INSERT INTO code (${columns.join()}) VALUES (?, ?, ?, ?, ?, ?)`);
			const took = await timed(() =>
				db.transaction(() => {
					for (const row of codeRows(many)) insert.run(...row);
				})(),
			);
			close();
			return took;
		},
		async () => {
			const { db, close } = open('watched');
			const took = await timed(() => runStep(db, 'bench', now, () => insertRows(db, 'code', columns, codeRows(many))));
			close();
			const again = open('watched');
			runStep(again.db, 'bench', now, () => insertRows(again.db, 'code', columns, codeRows(many)));
			undone.push(await timed(() => moveInHistory(again.db, 'undo')));
			again.close();
			return took;
		},
	);
	return [
		{
			what: `${many.toLocaleString('en')} rows inserted as one undo step`,
			floor: 'bare inserts',
			budget: 1.3,
			...inserted,
		},
		{ what: '  undo of it', floor: 'bare inserts', budget: 3, measured: undone, floors: inserted.floors },
		{
			what: '  the file with its history',
			floor: 'the file without (bytes)',
			budget: 1.05,
			measured: [sizes.watched],
			floors: [sizes.raw],
		},
	];
}

/** What one waits for at each touch, and with an evaluation of ordinary size at hand. */
export async function benchDaily(folder: string, times: number): Promise<BenchRow[]> {
	const core = benchCore(folder);
	await core.call('project.create', { path: join(folder, 'daily.underlag'), title: 'Bench' });
	const db = new Database(join(folder, 'commit.db'));
	readyConnection(db, undefined);
	db.exec('CREATE TABLE one (id INTEGER PRIMARY KEY, name TEXT)');
	const insert = db.prepare('INSERT INTO one (name) VALUES (?)');
	const each = 100;
	const rows: BenchRow[] = [];
	rows.push({
		what: `a command, committed (${each} in a row)`,
		floor: 'bare commits of one row',
		budget: 3,
		...(await measureInTurn(
			times,
			() =>
				timed(() => {
					for (let i = 0; i < each; i++) insert.run(`kod ${i}`);
				}),
			() =>
				timed(async () => {
					for (let i = 0; i < each; i++)
						await core.call('code.add', { name: `kod ${rows.length} ${Math.random()} ${i}` });
				}),
		)),
	});
	db.close();
	const made = await timed(() => core.call('project.openSample', { path: join(folder, 'sample.underlag') }));
	const waits = (what: string, budget: number, measured: readonly number[]): BenchRow => ({
		what,
		floor: '–',
		budget,
		absolute: 'ms',
		measured,
		floors: [],
	});
	rows.push(waits('the sample project, made and opened', 3000, [made]));
	const preview = () => core.call('report.preview', { id: 1 });
	await preview();
	const previews: number[] = [];
	for (let time = 0; time < times; time++) previews.push(await timed(preview));
	rows.push(waits('preview of its report of 35 pages', 150, previews));
	rows.push(
		waits('its report as html', 8000, [await timed(() => core.call('report.export', { id: 1, format: 'html' }))]),
	);
	await core.close();
	return rows;
}
