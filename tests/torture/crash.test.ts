import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changingNames } from '#shared/contract/calls.ts';
import { killDuring } from '../node/core/crash.ts';
import { makeFilledProject } from '../node/core/filled-project.ts';

let project: Awaited<ReturnType<typeof makeFilledProject>>;
beforeAll(async () => {
	project = await makeFilledProject();
});
afterAll(() => project.end());

/** From before the command begins to after it has ended, on a slow machine as well. */
const delays = [0, 0.5, 1, 2, 3, 5, 8, 13, 40];

for (const name of changingNames) {
	test(`a kill -9 at any moment of ${name}`, async () => {
		let cut = 0;
		for (const [index, delay] of delays.entries()) {
			const late = /import/.test(name) ? delay * 40 : delay;
			if (!(await killDuring(project.path, join(project.folder, `${name}-${index}`), name, late, index))) cut++;
		}
		expect(cut).toBeGreaterThan(0);
	}, 180_000);
}
