import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { ChangingName } from '#shared/contract/calls.ts';
import { contentOf } from '../store/content-of.ts';
import { inputFor } from '../store/every-command.ts';
import { superviseForTest } from './supervised.ts';

/**
 * Calls one command of a core in its own process and kills that process after `delay` milliseconds. The project that is opened again
 * holds all of the change or none of it, all of it if it was acknowledged; it is sound, and the change can be undone.
 * @returns whether it was acknowledged
 */
export async function killDuring(filled: string, folder: string, name: ChangingName, delay: number, seed: number) {
	mkdirSync(folder);
	const path = join(folder, 'crash.underlag');
	copyFileSync(filled, path);
	const at = superviseForTest(folder);
	try {
		await at.core.call('project.open', { path });
		const random = fc.sample(fc.gen(), { numRuns: 1, seed })[0];
		if (!random) throw new Error('no values');
		const input = await inputFor(at.core, name, (arbitrary) => random(arbitrary));
		if (!input) return false;
		const before = contentOf(path);
		const steps = (await at.core.call('history.get', {})).done;
		const restarted = at.next('restarted');
		let acknowledged = false;
		const running = at.core.call(name, input).then(
			() => {
				acknowledged = true;
			},
			(error: { code: string }) => expect(error.code).not.toBe('INTERNAL'),
		);
		await wait(delay);
		at.kill();
		await running;
		expect(await restarted).toEqual({ type: 'restarted', reopened: true });
		const after = contentOf(path);
		const history = await at.core.call('history.get', {});
		if (history.done > steps) {
			await at.core.call('history.undo', {});
			expect(contentOf(path) === before, `${name}: whole, and can be undone`).toBe(true);
		} else {
			expect(after === before, `${name}: nothing of it`).toBe(true);
			if (acknowledged) {
				// It changed nothing; then it changes nothing now either.
				await at.core.call(name, input).catch(() => undefined);
				expect(contentOf(path) === before || /add|import|save/i.test(name), `${name}: acknowledged, not lost`).toBe(
					true,
				);
			}
		}
		expect((await at.core.call('project.verify', {})).problems).toEqual([]);
		expect(existsSync(path)).toBe(true);
		return acknowledged;
	} finally {
		await at.core.close();
		rmSync(folder, { recursive: true, force: true });
	}
}
