import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Fork, forkNode } from '../../electron/workers/fork.ts';
import { bigCsv, bigInstrument } from './big-round.ts';
import { benchCore } from './core.ts';

/**
 * Imports so many rows in a process of its own and tells the most memory that it and its worker took, in MB, above what it took before,
 * when the bytes of the file were in it already. Linux alone tells of peaks.
 */
const rows = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'underlag-memory-'));

/** Megabytes of a line of the process's status: VmHWM is the most so far, VmRSS now. */
function status(pid: number | 'self', name: 'VmHWM' | 'VmRSS'): number {
	try {
		return (
			Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
		);
	} catch {
		return 0;
	}
}

let worker = 0;
const watched: Fork = (entry, options) => {
	const child = forkNode(entry, options);
	const look = setInterval(() => {
		worker = Math.max(worker, status(child.pid ?? 0, 'VmHWM'));
	}, 10);
	child.onExit(() => clearInterval(look));
	return child;
};

const core = benchCore(folder, watched);
try {
	await core.call('project.create', { path: join(folder, 'a.underlag'), title: 'Minne' });
	const definition = bigInstrument();
	const { id: instrumentId } = await core.call('instrument.add', { definition, name: 'big.json' });
	const { id: roundId } = await core.call('round.add', { name: 'Stor', instrumentId });
	const bytes = bigCsv(definition, rows);
	globalThis.gc?.();
	await wait(200);
	// Begins the count of the peak anew.
	writeFileSync('/proc/self/clear_refs', '5');
	const before = status('self', 'VmRSS');
	const { stored } = await core.call('response.import', { roundId, name: 'stor.csv', bytes });
	const own = status('self', 'VmHWM') - before;
	process.send?.({ file: bytes.length / 2 ** 20, own, worker, above: own + worker, stored });
} finally {
	await core.close();
	rmSync(folder, { recursive: true, force: true });
}
