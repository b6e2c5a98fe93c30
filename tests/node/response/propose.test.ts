import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runHere } from '../../../electron/workers/run-here.ts';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
const call: typeof project.core.call = (name, input) => project.core.call(name, input);
const board = () => new Uint8Array(readFileSync(new URL('../../fixtures/seed/board-2016.csv', import.meta.url)));

beforeEach(async () => {
	project = await makeTestProject({ runJob: runHere });
});
afterEach(() => project.end());

test('a file of responses makes a questionnaire with the scales of the program, and the file is read into a round of it whole', async () => {
	const file = { name: 'styrelsen.csv', bytes: board() };
	const made = await call('response.proposeInstrument', { ...file, title: 'Styrelsen' });
	expect(made.instrument).toMatchObject({ key: 'styrelsen', title: { sv: 'Styrelsen' } });
	expect(made.instrument.scales[0]?.title?.sv).toBeTruthy();
	expect(made.guesses.map((one) => one.itemId)).toEqual(made.instrument.items.map((one) => one.id));
	const { id: instrumentId } = await call('instrument.takeIn', { definition: made.instrument, name: file.name });
	const { id: roundId } = await call('round.add', { name: 'Våren', instrumentId });
	expect(await call('response.import', { ...file, roundId })).toMatchObject({ read: 14, stored: 14, problems: [] });
	// Nothing was stored by proposing, and another of the same title gets a key of its own.
	const again = await call('response.proposeInstrument', { ...file, title: 'Styrelsen' });
	expect(again.instrument.key).toBe('styrelsen-2');
});

test('what holds no responses is refused, and nothing is stored', async () => {
	const propose = (name: string, text: string | Uint8Array<ArrayBuffer>) =>
		call('response.proposeInstrument', {
			name,
			bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
			title: 'x',
		});
	await expect(propose('tom.csv', '')).rejects.toMatchObject({ code: 'IMPORT_EMPTY' });
	await expect(propose('bild.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))).rejects.toMatchObject({
		code: 'IMPORT_UNREADABLE',
	});
	expect((await call('instrument.list', {})).filter((one) => one.id !== null)).toEqual([]);
});
