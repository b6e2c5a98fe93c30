import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchForm } from './form.ts';
import { runFuzz } from './fuzz.ts';
import { benchMemory, benchRound } from './round.ts';
import { benchDaily, benchStore } from './store.ts';
import { type BenchRow, printTable } from './table.ts';

/**
 * What the program takes beside what it may take: one table, each row a ratio against a floor that is measured in the same run. Nothing
 * fails here. `npm run bench -- quick` measures with a tenth of the rows, `-- all round memory` those parts alone, and `npm run bench -- fuzz [SECONDS] [SEED]` tries broken files.
 */
const [mode = '', ...args] = process.argv.slice(2);
if (mode === 'fuzz') {
	const [seconds, seed] = args.map(Number);
	process.exitCode = (await runFuzz(seconds, seed)) ? 0 : 1;
} else {
	const isQuick = mode === 'quick';
	const responses = isQuick ? 10_000 : 100_000;
	const times = isQuick ? 3 : 5;
	const folder = mkdtempSync(join(tmpdir(), 'underlag-bench-'));
	const rows: BenchRow[] = [];
	const parts: [string, () => Promise<BenchRow[]>][] = [
		['round', () => benchRound(folder, responses, times)],
		['memory', () => benchMemory(responses, isQuick ? 1 : 3)],
		['forms', () => benchForm(folder, isQuick ? 1000 : 10_000, times)],
		['undo', () => benchStore(folder, isQuick ? 30_000 : 300_000, times)],
		['daily', () => benchDaily(folder, times)],
	];
	try {
		const wanted = args.length > 0 ? parts.filter(([name]) => args.includes(name)) : parts;
		for (const [name, part] of wanted) {
			process.stderr.write(`${name} …\n`);
			rows.push(...(await part()));
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	process.stdout.write(printTable(rows).text);
}
