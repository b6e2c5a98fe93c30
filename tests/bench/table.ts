/** One line of the table: what was measured over what it is measured against, in the same run. */
export interface BenchRow {
	what: string;
	/** What it is measured against. */
	floor: string;
	/** Each measuring, and each of its floor, one after the other in turn: milliseconds, or whatever both are in. */
	measured: readonly number[];
	floors: readonly number[];
	/** What the ratio may be; of `absolute` rows what the measured may be. */
	budget: number;
	/** A row without a floor, in this unit. */
	absolute?: 'MB' | 'ms';
}

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}

/** How long a piece of work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
	const started = performance.now();
	await work();
	return performance.now() - started;
}

/** Does both in turn so many times, so that what else the machine does at the time weighs on both alike. */
export async function measureInTurn(
	times: number,
	floor: () => Promise<number>,
	measured: () => Promise<number>,
): Promise<Pick<BenchRow, 'measured' | 'floors'>> {
	const found = { measured: [] as number[], floors: [] as number[] };
	for (let time = 0; time < times; time++) {
		found.floors.push(await floor());
		found.measured.push(await measured());
	}
	return found;
}

const short = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2));

/** The table as text, and whether every row is within its budget. */
export function printTable(rows: readonly BenchRow[]): { text: string; within: boolean } {
	const lines = rows.map((row) => {
		const measured = median(row.measured);
		const ratio = row.absolute ? measured : measured / median(row.floors);
		const unit = row.absolute ?? 'ms';
		return {
			isWithin: ratio <= row.budget,
			cells: [
				row.what,
				row.absolute ? `${short(ratio)} ${unit}` : `${short(ratio)} ×`,
				`≤ ${row.budget}`,
				ratio <= row.budget ? 'within' : 'OVER',
				`${short(measured)} ${unit}`,
				row.absolute ? '–' : `${short(median(row.floors))} ms`,
				String(row.measured.length),
				row.floor,
			],
		};
	});
	const heads = ['what', 'ratio', 'budget', '', 'median', 'floor', 'of', 'floor is'];
	const all = [heads, ...lines.map(({ cells }) => cells)];
	const widths = heads.map((_, at) => Math.max(...all.map((cells) => cells[at]?.length ?? 0)));
	const text = all
		.map((cells) =>
			cells
				.map((cell, at) => (at === 0 || at > 6 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
	return { text: `${text}\n`, within: lines.every(({ isWithin }) => isWithin) };
}
