/**
 * What a piece of work costs, as a multiple of a fixed piece of work done right before it (sorting 100,000 words). Both in processor time,
 * so that neither the machine's speed nor what else it does decides a test. For the absolute times see `npm run bench`.
 */
export async function costOf(work: () => unknown): Promise<number> {
	const floor = await processorTime(sortWords);
	return (await processorTime(work)) / floor;
}

async function processorTime(work: () => unknown): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return user + system;
}

function sortWords(): string[] {
	return Array.from({ length: 100_000 }, (_, n) => `${(n * 7919) % 100_003} ord`).sort();
}
