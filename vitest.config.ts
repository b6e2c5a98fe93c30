import { defineConfig } from 'vitest/config';

/** Three kinds of tests: `node` (domain, store, features, formats, terminal), `web` (screens in real Chromium), `shell` (main and preload). */
export default defineConfig({
	test: {
		projects: ['node', 'web', 'shell', 'torture'].map((name) => ({
			extends: true as const,
			test: {
				name,
				include: [`tests/${name}/**/*.test.ts`],
				testTimeout: name === 'node' ? 20_000 : 120_000,
				hookTimeout: 120_000,
				pool: 'forks' as const,
				globalSetup: name === 'web' ? ['tests/web/harness/build.ts'] : [],
			},
		})),
		maxWorkers: 2,
	},
});
