import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { superviseCore } from '../../electron/core/supervisor.ts';
import { inRepository } from '../../electron/launch/folders.ts';
import { forkNode } from '../../electron/workers/fork.ts';
import { createRunJob } from '../../electron/workers/run-job.ts';

const folder = mkdtempSync(join(tmpdir(), 'underlag-bundle-'));
const built = (file: string) => inRepository(`dist/electron/${file}`);
const log: string[] = [];
const core = superviseCore({
	fork: forkNode,
	entry: built('core-child.mjs'),
	values: {
		dataFolder: join(folder, 'data'),
		resourcesFolder: inRepository('resources'),
		documentsFolder: folder,
		version: '0.0.0-test',
		checkOutput: true,
	},
	print: () => Promise.reject(new Error('no printer here')),
	runJob: createRunJob(forkNode, built('worker-child.mjs')),
	log: (line) => log.push(line),
});
afterAll(async () => {
	await core.close();
	rmSync(folder, { recursive: true, force: true });
});

test('the bundled core and worker, which a package runs, do a whole piece of work', async () => {
	await core.call('project.create', { path: join(folder, 'a.underlag'), title: 'A' });
	const bytes = new TextEncoder().encode('LG: Hur började det?\nSK1: Med ett möte.\n');
	const { id } = await core.call('document.import', { name: 'samtal.txt', bytes });
	expect(await core.call('document.list', {})).toMatchObject([{ id }]);
	expect((await core.call('instrument.list', {})).length).toBeGreaterThanOrEqual(0);
	expect(log.filter((line) => line.includes('INTERNAL'))).toEqual([]);
});

test('what the bundles leave outside is what package.json lists, and nothing of the terminal or of development', () => {
	const { dependencies } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as {
		dependencies: Record<string, string>;
	};
	const files = readdirSync(inRepository('dist/electron'), { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.mjs'),
	);
	const outside = files.flatMap((name) =>
		[
			...readFileSync(built(name), 'utf8').matchAll(
				/^(?:import|export)\b[^'"]*["']([^.'"][^'"]*)["'];?$|\bimport\(["']([^.'"][^'"]*)["']\)/gm,
			),
		].map((match) => match[1] ?? match[2] ?? ''),
	);
	const packages = new Set(
		outside.map((name) =>
			name
				.split('/')
				.slice(0, name.startsWith('@') ? 2 : 1)
				.join('/'),
		),
	);
	expect(packages).toContain('electron');
	for (const name of packages) {
		if (name.startsWith('node:') || name === 'electron') continue;
		expect(Object.keys(dependencies)).toContain(name);
		expect(name).not.toBe('playwright-core');
	}
	expect(readFileSync(built('preload.cjs'), 'utf8').match(/require\("([^"]+)"\)/g)).toEqual(['require("electron")']);
});
