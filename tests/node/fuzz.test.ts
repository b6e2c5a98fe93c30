import { expect, test } from 'vitest';
import { allDoors, fuzz } from './fuzz.ts';

const doors = await allDoors();

/** Shared by all of them. Longer, and with other files each time: `npm run bench -- fuzz`. */
const wholeTime = 10_000;

test('the doors are found, each with a name of its own', () => {
	const names = doors.map(({ name }) => name);
	expect(names).toContain('csv');
	expect(names).toEqual([...new Set(names)]);
});

for (const door of doors)
	test(`${door.name}: files gone wrong in any way are read, or refused in words`, async () => {
		const { runs } = await fuzz(door, { seed: 1, milliseconds: wholeTime / doors.length });
		expect(runs).toBeGreaterThan(door.seeds.length + 3);
	});
