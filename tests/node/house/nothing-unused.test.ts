import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const rooms = ['renderer', 'shared', 'electron', 'tests'];

/** Every source file of the house by its path from the root. */
const sources = new Map(
	rooms.flatMap((room) =>
		readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
			.map((path) => join(room, path).replaceAll('\\', '/'))
			.filter((path) => /\.(tsx?|css)$/.test(path) && !path.startsWith('tests/fixtures/'))
			.map((path) => [path, readFileSync(join(root, path), 'utf8')] as const),
	),
);
const code = [...sources].filter(([path]) => !path.endsWith('.css'));

/** "FILE NAME" of all that is imported, and "FILE *" where a file is imported whole. */
function importedNames(): Set<string> {
	const found = new Set<string>();
	for (const [path, source] of code) {
		const place = (from: string) => (from.startsWith('#') ? from.slice(1) : join(dirname(path), from));
		for (const [, names = '', from = ''] of source.matchAll(
			/^(?:import|export) (?:type )?([^;']*?) from '([^']+)'/gm,
		)) {
			const listed = /\{([^}]*)\}/.exec(names)?.[1]?.split(',') ?? (names.includes('*') ? ['*'] : []);
			for (const one of listed)
				found.add(
					`${place(from)} ${
						one
							.trim()
							.replace(/^type /, '')
							.split(' as ')[0]
					}`,
				);
		}
		for (const [, from = ''] of source.matchAll(/\bimport\(\s*'([^']+)'/g)) found.add(`${place(from)} *`);
	}
	return found;
}

test('what a file exports is imported by another, but for types', () => {
	const imported = importedNames();
	const unused = code.flatMap(([path, source]) =>
		path.startsWith('tests/')
			? []
			: [...source.matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)]
					.map(([, name]) => `${path} ${name}`)
					.filter((one) => !imported.has(one) && !imported.has(`${path} *`)),
	);
	expect(imported.size).toBeGreaterThan(1000);
	expect(unused).toEqual([]);
});

test('every class of a style sheet is named by a file that imports the sheet', () => {
	const unused: string[] = [];
	let seen = 0;
	for (const [path, css] of sources) {
		if (!path.endsWith('.module.css')) continue;
		const users = code.flatMap(([user, source]) => {
			const as = new RegExp(`^import (\\w+) from '([^']*${path.split('/').at(-1)})';`, 'm').exec(source);
			return as && join(dirname(user), as[2] ?? '') === path ? [{ as: as[1], source }] : [];
		});
		const plain = css.replace(/\/\*.*?\*\//gs, '').replace(/:global\([^)]*\)/g, '');
		for (const [, name = ''] of plain.matchAll(/\.([a-z]\w*)(?![\w-])(?=[^{};]*\{)/gi)) {
			seen++;
			if (!users.some(({ as, source }) => source.includes(`${as}.${name}`) || source.includes(`${as}[`)))
				unused.push(`${path} .${name}`);
		}
	}
	expect(seen).toBeGreaterThan(500);
	expect(unused).toEqual([]);
});

test('every word is asked for by its name somewhere', () => {
	const rest = code.filter(([path]) => !/^shared\/i18n\/(sv|en)\//.test(path)).map(([, source]) => source);
	const names = new Set(rest.join('\n').match(/(?<=')[\w-]+(?=')|[A-Za-z_$][\w$]*/g));
	/** Ends of names that are put together, like "rr1" and "Note". */
	const ends = rest.flatMap((source) => [...source.matchAll(/\}([A-Z]\w+)`/g)].map(([, end]) => end ?? ''));
	const unused = code.flatMap(([path, source]) =>
		path.startsWith('shared/i18n/sv/')
			? [...source.matchAll(/^\t+(?:'([\w-]+)'|([A-Za-z_$][\w$]*))(?::|\()/gm)]
					.map(([, quoted, bare]) => quoted ?? bare ?? '')
					.filter((key) => !names.has(key) && !ends.some((end) => key.endsWith(end)))
					.map((key) => `${path} ${key}`)
			: [],
	);
	expect(unused).toEqual([]);
});
