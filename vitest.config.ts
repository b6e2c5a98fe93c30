import { defineConfig } from 'vitest/config';

/** What is built once before the tests that look at it. */
const setups: Record<string, string[]> = { web: ['tests/web/harness/build.ts'], shell: ['tests/shell/build.ts'] };

/** Electron's own module would download its runtime; the shell's tests stand it on Node and Chromium instead. */
const aliases: Record<string, Record<string, string>> = {
	shell: { electron: `${import.meta.dirname}/tests/shell/stand-in/electron.ts` },
};

/** Three kinds of tests: `node` (domain, store, features, formats, terminal), `web` (screens in real Chromium), `shell` (main and preload). */
export default defineConfig({
	test: {
		projects: ['node', 'web', 'shell', 'torture'].map((name) => ({
			extends: true as const,
			resolve: { alias: aliases[name] ?? {} },
			test: {
				name,
				include: [`tests/${name}/**/*.test.ts`],
				testTimeout: name === 'node' ? 60_000 : 120_000,
				hookTimeout: 120_000,
				// Machines differ: what is waited for may take its time, and still has to come.
				expect: { poll: { timeout: 15_000 } },
				pool: 'forks' as const,
				globalSetup: setups[name] ?? [],
			},
		})),
		maxWorkers: 2,
	},
});
