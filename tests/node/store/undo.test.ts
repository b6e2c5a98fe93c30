import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChangingName, changingNames } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { handlers } from '../../../electron/core/registry.ts';
import { runHere } from '../../../electron/workers/run-here.ts';
import { makeTestProject } from '../test-core.ts';
import { contentOf } from './content-of.ts';
import { type Draw, inputFor } from './every-command.ts';

const names = changingNames.filter((name) => handlers[name] !== undefined);
/** What makes something comes more often than what takes away, else there is never much to take. */
const weighted = names.flatMap((name) => (/add|save/i.test(name) ? [name, name, name] : [name]));

/** What comes first in a turn, so that there is something to change before it is taken away. */
const ranks: [RegExp, number][] = [
	[/^(?:instrument|keys)\.(?:add|create)$/, 0],
	[/^round\.add$/, 1],
	[/^form\.import$|settle/, 5],
	[/add|save|import|create/i, 2],
	[/setNumber|makeKey/, 3],
	[/remove|erase/i, 6],
];
const order = (name: ChangingName) => ranks.find(([words]) => words.test(name))?.[1] ?? 4;
/** What most calls need to have something to act on. */
const opening: readonly ChangingName[] = [
	...(['instrument.add', 'round.add', 'round.add', 'keys.create', 'form.makeKey', 'form.makeKey'] as const),
	...(['handover.receive', 'form.makeCodes', 'form.import'] as const),
	...(['code.add', 'document.import', 'asked.importList', 'form.giveCodes', 'response.save', 'response.save'] as const),
	...(['link.storeSure', 'link.settle', 'asked.link', 'asked.saveLetters', 'asked.invite', 'link.clear'] as const),
];
const everyName = fc
	.shuffledSubarray(names, { minLength: names.length })
	.map((all) => all.toSorted((a, b) => order(a) - order(b)));

/**
 * A random walk over every changing call through a real core on a real file. After each: undone, the content is what it was before; redone,
 * what it was after. At the end everything is undone and redone one by one, with the file closed and opened in between.
 */
async function walk(
	draw: Draw,
	steps: readonly ChangingName[],
	turn: readonly ChangingName[],
): Promise<ChangingName[]> {
	let clock = Date.UTC(2026, 0, 1);
	const project = await makeTestProject({ runJob: runHere, now: () => new Date(clock) });
	const { core, path } = project;
	const states = [contentOf(path)];
	const done: ChangingName[] = [];
	try {
		/** Makes a call; true when it changed something. */
		const step = async (name: ChangingName): Promise<boolean> => {
			clock += 3_600_000;
			const before = states.at(-1);
			const input = await inputFor(core, name, draw);
			if (!input) return false;
			const refused = await core.call(name, input).then(
				() => null,
				(error: unknown) => error,
			);
			if (refused && (!(refused instanceof AppError) || refused.code === 'INTERNAL')) throw refused;
			const after = contentOf(path);
			if (after === before) return false;
			expect(refused, name).toBeNull();
			done.push(name);
			expect((await core.call('history.undo', {})).call).toBe(name);
			if (contentOf(path) !== before) expect(contentOf(path), `${name} undone`).toBe(before);
			await core.call('history.redo', {});
			if (contentOf(path) !== after) expect(contentOf(path), `${name} redone`).toBe(after);
			states.push(after);
			return true;
		};
		for (const name of [...opening, ...steps]) await step(name);
		// What chance has not reached is drawn for until it changes something.
		for (const name of turn) for (let tries = 0; !done.includes(name) && tries < 12; tries++) await step(name);
		await core.call('project.close', {});
		await core.call('project.open', { path });
		expect((await core.call('history.get', {})).done).toBe(done.length);
		for (const state of states.slice(0, -1).reverse()) {
			await core.call('history.undo', {});
			expect(contentOf(path) === state).toBe(true);
		}
		await core.call('project.close', {});
		await core.call('project.open', { path });
		for (const state of states.slice(1)) {
			await core.call('history.redo', {});
			expect(contentOf(path) === state).toBe(true);
		}
		return done;
	} finally {
		await project.end();
	}
}

test('every changing call can be undone and redone to the very same content, also after reopening', async () => {
	const reached = new Set<ChangingName>();
	await fc.assert(
		fc.asyncProperty(
			fc.gen(),
			fc.array(fc.constantFrom(...weighted), { minLength: 14, maxLength: 14, size: 'max' }),
			everyName,
			async (gen, steps, turn) => {
				const draw: Draw = (arbitrary) => gen(arbitrary);
				for (const name of await walk(draw, steps, turn)) reached.add(name);
			},
		),
		{ numRuns: 2, endOnFailure: true, seed: 20 },
	);
	expect([...reached].sort()).toEqual([...names].sort());
}, 60_000);
