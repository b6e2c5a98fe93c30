import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
	id: string;
	help: string;
	nodes: { target: unknown[]; failureSummary?: string }[];
}

/** What axe finds wrong with the page as it stands, a line each; empty when clean. Colour contrast is among what it measures. */
export async function findViolations(page: Page): Promise<string[]> {
	let violations = await runAxe(page);
	if (!violations) {
		await page.evaluate(source);
		violations = await runAxe(page);
	}
	if (!violations) throw new Error('axe could not be put into the page');
	return violations.flatMap((one) =>
		one.nodes.map((node) => `${one.id}: ${one.help} at ${node.target.join(' ')}\n${node.failureSummary ?? ''}`),
	);
}

/** Null in a document that has not got axe yet: its half a megabyte is sent once, not at each look. */
function runAxe(page: Page): Promise<Violation[] | null> {
	return page.evaluate(async () => {
		const { axe } = window as unknown as { axe?: { run: (options: object) => Promise<{ violations: Violation[] }> } };
		// Halfway from one theme to another no colour is anybody's.
		for (const one of document.getAnimations())
			if (Number.isFinite(one.effect?.getComputedTiming().endTime)) one.finish();
		return axe ? (await axe.run({ resultTypes: ['violations'] })).violations : null;
	});
}

/** Fails with what axe found. */
export async function expectAccessible(page: Page): Promise<void> {
	const violations = await findViolations(page);
	if (violations.length > 0) throw new Error(`axe found ${violations.length}:\n${violations.join('\n')}`);
}
