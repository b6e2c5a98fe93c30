import { fork } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import Papa from 'papaparse';
import { readyConnection } from '../../electron/store/connect.ts';
import { bigCsv, bigInstrument } from './big-round.ts';
import { benchCore } from './core.ts';
import { type BenchRow, measureInTurn, timed } from './table.ts';

type Stored = [id: number, key: string, at: string, answered: number, answers: string];
type StoredText = [id: number, response: number, item: string, value: string];

/** A large round: imported from a file, taken back, made again, counted, listed, removed. */
export async function benchRound(folder: string, responses: number, times: number): Promise<BenchRow[]> {
	const rows: BenchRow[] = [];
	const path = join(folder, 'round.underlag');
	const core = benchCore(folder);
	await core.call('project.create', { path, title: 'Bench' });
	const definition = bigInstrument();
	const { id: instrumentId } = await core.call('instrument.add', { definition, name: 'big.json' });
	const { id: roundId } = await core.call('round.add', { name: 'Stor', instrumentId });
	const bytes = bigCsv(definition, responses);
	const size = `${responses.toLocaleString('en')} × 60, ${(bytes.length / 2 ** 20).toFixed(0)} MB`;

	const load = () => core.call('response.import', { roundId, name: 'stor.csv', bytes });
	const undo = () => core.call('history.undo', {});
	const first = await load();
	if (first.stored !== responses) throw new Error(`stored ${first.stored} of ${responses}`);
	const same = await sameRows(core, path);
	await undo();

	const bare = join(folder, 'bare.db');
	const parseBare = () =>
		timed(() => Papa.parse(new TextDecoder().decode(bytes), { delimiter: ';', newline: '\r\n' }).data);
	let inserted = 0;
	const insertBare = async () => {
		inserted = await timed(() => insertPlain(bare, same));
		return inserted;
	};
	const undone: number[] = [];
	const redone: number[] = [];
	const undoFloors: number[] = [];
	const imported = await measureInTurn(
		times,
		async () => (await parseBare()) + (await insertBare()),
		async () => {
			const took = await timed(load);
			undone.push(await timed(undo));
			redone.push(await timed(() => core.call('history.redo', {})));
			undoFloors.push(inserted);
			await undo();
			return took;
		},
	);
	rows.push(
		{
			what: `import of a CSV (${size})`,
			floor: 'bare papaparse + bare inserts of the same rows',
			budget: 2.5,
			...imported,
		},
		{ what: '  undo of it', floor: 'those inserts', budget: 5, measured: undone, floors: undoFloors },
		{ what: '  redo of it', floor: 'those inserts', budget: 5, measured: redone, floors: undoFloors },
	);

	await load();
	const readBare = () =>
		timed(() => {
			const db = new Database(bare, { readonly: true });
			let length = 0;
			for (const answers of db.prepare('SELECT answers FROM plain').pluck().iterate())
				length += Object.keys(JSON.parse(answers as string)).length;
			db.close();
			return length;
		});
	rows.push({
		what: '  analyse of it',
		floor: 'bare read of the rows, each parsed',
		budget: 4,
		...(await measureInTurn(times, readBare, () => timed(() => core.call('results.analyse', { roundId })))),
	});
	rows.push({
		what: '  rounds read again (after every change)',
		floor: 'the same',
		budget: 0.1,
		...(await measureInTurn(times, readBare, () => timed(() => core.call('round.list', {})))),
	});
	rows.push({
		what: '  the last thousand responses listed',
		floor: 'the same',
		budget: 0.1,
		...(await measureInTurn(times, readBare, () =>
			timed(() => core.call('response.list', { roundId, newest: true, limit: 1000 })),
		)),
	});
	await core.call('project.close', {});
	rows.push({
		what: `  open of a project of ${(statSync(path).size / 2 ** 20).toFixed(0)} MB`,
		floor: 'the same',
		budget: 0.5,
		...(await measureInTurn(times, readBare, async () => {
			const took = await timed(() => core.call('project.open', { path }));
			await core.call('project.close', {});
			return took;
		})),
	});
	await core.call('project.open', { path });
	const backed: number[] = [];
	const removed = await measureInTurn(Math.min(times, 3), insertBare, async () => {
		const took = await timed(() => core.call('round.remove', { id: roundId }));
		backed.push(await timed(undo));
		return took;
	});
	rows.push(
		{ what: '  removal of the round', floor: 'those inserts', budget: 8, ...removed },
		{ what: '  undo of that', floor: 'those inserts', budget: 8, measured: backed, floors: removed.floors },
	);
	await core.close();
	return rows;
}

/** The rows that the import stored, as they were stored. */
async function sameRows(
	core: ReturnType<typeof benchCore>,
	path: string,
): Promise<{ plain: Stored[]; texts: StoredText[] }> {
	await core.call('project.close', {});
	const db = new Database(path, { readonly: true });
	const plain = db
		.prepare('SELECT id, source_key, submitted_at, answered, answers FROM response')
		.raw()
		.all() as Stored[];
	const texts = db.prepare('SELECT id, response_id, item, value FROM answer').raw().all() as StoredText[];
	db.close();
	await core.call('project.open', { path });
	return { plain, texts };
}

/** Stores the same rows with nothing around: two plain tables in a file as safe as a project. */
function insertPlain(path: string, { plain, texts }: { plain: Stored[]; texts: StoredText[] }): void {
	const db = new Database(path);
	readyConnection(db, undefined);
	db.exec(`DROP TABLE IF EXISTS plain; DROP TABLE IF EXISTS word;
		CREATE TABLE plain (id INTEGER PRIMARY KEY, key TEXT, at TEXT, answered INTEGER, answers TEXT) STRICT;
		CREATE TABLE word (id INTEGER PRIMARY KEY, response INTEGER, item TEXT, value TEXT) STRICT;`);
	db.transaction(() => {
		const one = db.prepare('INSERT INTO plain VALUES (?, ?, ?, ?, ?)');
		for (const row of plain) one.run(...row);
		const word = db.prepare('INSERT INTO word VALUES (?, ?, ?, ?)');
		for (const row of texts) word.run(...row);
	})();
	db.close();
}

/** The most memory that the import takes. Told by Linux alone; no row elsewhere. */
export async function benchMemory(responses: number, times: number): Promise<BenchRow[]> {
	if (process.platform !== 'linux') return [];
	const entry = fileURLToPath(new URL('memory-child.ts', import.meta.url));
	const measured: number[] = [];
	for (let time = 0; time < times; time++) {
		const told = await new Promise<{ above: number }>((resolve, reject) => {
			const child = fork(entry, [String(responses)], { execArgv: ['--expose-gc'] });
			child.once('message', (message) => resolve(message as { above: number }));
			child.once('exit', (code) => reject(new Error(`memory: ${code}`)));
		});
		measured.push(told.above);
	}
	return [
		{
			what: `  memory of it, above the file's own size`,
			floor: 'core and worker together, above the core with the bytes in it',
			budget: 300,
			absolute: 'MB',
			measured,
			floors: [],
		},
	];
}
