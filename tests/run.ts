import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Every check of the project, in one go: types, lint and format, then the tests. `--only types,node` runs some; `--screenshots` takes
 * the screens' pictures too. Ends with the one line `N passed, N failed`, in which types and lint count as one each.
 */
const steps = ['types', 'lint', 'node', 'shell', 'web'] as const;
type Step = (typeof steps)[number] | 'torture';

if (!process.argv.includes('--screenshots')) process.env.UNDERLAG_SCREENSHOTS = 'no';
const only = process.argv.indexOf('--only');
const chosen = only < 0 ? [...steps] : ((process.argv[only + 1] ?? '').split(',') as Step[]);
const bin = (name: string) => join('node_modules', '.bin', name);
let passed = 0;
let failed = 0;

for (const step of chosen) {
	const started = performance.now();
	const [ok, bad] = await runStep(step);
	passed += ok;
	failed += bad;
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	process.stdout.write(`${bad ? 'FAILED' : 'ok'} ${step} (${seconds} s)\n\n`);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed ? 1 : 0;

async function runStep(step: Step): Promise<[passed: number, failed: number]> {
	if (step === 'types') return count(await run(bin('tsc'), ['-b']));
	if (step === 'lint') return count(await run(bin('biome'), ['ci', '--error-on-warnings', '.']));
	return runVitest(step);
}

function count(status: number): [number, number] {
	return status === 0 ? [1, 0] : [0, 1];
}

async function runVitest(project: string): Promise<[number, number]> {
	const folder = mkdtempSync(join(tmpdir(), 'underlag-tests-'));
	const file = join(folder, 'result.json');
	try {
		const status = await run(bin('vitest'), [
			'run',
			'--project',
			project,
			'--passWithNoTests',
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${file}`,
		]);
		const result = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
		// A suite that could not even be loaded has no failed test, but a status.
		return [result.numPassedTests, Math.max(result.numFailedTests, status === 0 ? 0 : 1)];
	} catch {
		return [0, 1];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function run(command: string, args: string[]): Promise<number> {
	return new Promise((resolve) => {
		spawn(command, args, { stdio: 'inherit' }).on('close', (status) => resolve(status ?? 1));
	});
}
