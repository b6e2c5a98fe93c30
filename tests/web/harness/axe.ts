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
	await page.evaluate(source);
	const violations = await page.evaluate(async () => {
		const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: unknown[] }> } };
		return (await axe.run()).violations;
	});
	return (violations as Violation[]).flatMap((one) =>
		one.nodes.map((node) => `${one.id}: ${one.help} at ${node.target.join(' ')}\n${node.failureSummary ?? ''}`),
	);
}

/** Fails with what axe found. */
export async function expectAccessible(page: Page): Promise<void> {
	const violations = await findViolations(page);
	if (violations.length > 0) throw new Error(`axe found ${violations.length}:\n${violations.join('\n')}`);
}
