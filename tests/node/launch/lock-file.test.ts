import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
	version?: string;
	dependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
const exact = /^\d+\.\d+\.\d+$/;

/** The nearest entry of a package, as Node would find it from the folder that asks. */
function nearest(packages: Record<string, Locked>, from: string, name: string): Locked | undefined {
	const found = packages[`${from ? `${from}/` : ''}node_modules/${name}`];
	if (found || !from) return found;
	return nearest(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

/** npm 11 refuses `npm ci` when a platform's package is not in the lock file; npm 10 does not notice. */
test('the lock file has every package for every system, in the version that is asked for', () => {
	const packages: Record<string, Locked> = read('package-lock.json').packages;
	const missing = Object.entries(packages).flatMap(([from, { dependencies, optionalDependencies }]) =>
		Object.entries({ ...dependencies, ...optionalDependencies }).flatMap(([name, wanted]) => {
			const found = nearest(packages, from, name);
			if (found && (!exact.test(wanted) || found.version === wanted)) return [];
			return [`${from} wants ${name}@${wanted}, the lock file has ${found?.version ?? 'none'}`];
		}),
	);
	expect(missing).toEqual([]);
});
