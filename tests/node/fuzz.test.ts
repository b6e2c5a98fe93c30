import { expect, test } from 'vitest';
import { allDoors, fuzz } from './fuzz.ts';

const doors = await allDoors();

/** Shared by all of them. Longer, and with other files each time: `npm run bench -- fuzz`. */
const wholeTime = 10_000;

test('the doors are found', () => {
	expect(doors.map(({ name }) => name)).toContain('csv');
});

for (const door of doors)
	test(`${door.name}: files gone wrong in any way are read, or refused in words`, async () => {
		const { runs, read } = await fuzz(door, { seed: 1, milliseconds: wholeTime / doors.length });
		expect(runs).toBeGreaterThan(3);
		expect(read).toBeGreaterThan(0);
	});
