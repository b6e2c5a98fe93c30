import { allDoors, fuzz } from '../node/fuzz.ts';

/**
 * Tries every door that foreign files come in by, each for its share of five minutes: `npm run bench -- fuzz`. `npm run bench -- fuzz
 * SECONDS SEED` takes another time, and the seed of an earlier run makes its files again.
 */
export async function runFuzz(seconds = 300, seed = Date.now() % 2 ** 31): Promise<boolean> {
	const doors = await allDoors();
	process.stdout.write(`fuzz: ${doors.length} doors, ${seconds} s, seed ${seed}\n`);
	let sound = true;
	for (const door of doors) {
		try {
			const { runs, read, refused } = await fuzz(door, { seed, milliseconds: (seconds * 1000) / doors.length });
			const codes = Object.entries(refused).map(([code, times]) => `${code} ${times}`);
			process.stdout.write(`${door.name.padEnd(24)} ${runs} files: ${[`read ${read}`, ...codes].join(', ')}\n`);
		} catch (error) {
			sound = false;
			process.stdout.write(`${door.name.padEnd(24)} FOUND: ${(error as Error).message}\n`);
		}
	}
	return sound;
}
