import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import { messages } from '#shared/i18n/messages.ts';
import { makeTestProject } from '../test-core.ts';

let project: Awaited<ReturnType<typeof makeTestProject>>;
beforeEach(async () => {
	project = await makeTestProject();
});
afterEach(() => project.end());
const call: (typeof project)['core']['call'] = (name, input) => project.core.call(name, input);
const board = () =>
	JSON.parse(readFileSync(new URL('../../../resources/instruments/board.json', import.meta.url), 'utf8'));

test('bundled instruments are offered, and one taken in stands once, as the project’s own', async () => {
	const library = await call('instrument.library', {});
	expect(library.map((one) => one.key)).toEqual(expect.arrayContaining(['board', 'lokus', 'self-rating', 'outcome']));
	expect(library.find((one) => one.key === 'board')).toMatchObject({ id: null, version: 1, questions: 17, rounds: 0 });
	const { id } = await call('instrument.add', { key: 'board' });
	const listed = await call('instrument.list', {});
	expect(listed.filter((one) => one.key === 'board')).toMatchObject([{ id, questions: 17 }]);
	expect(listed[0]?.key).toBe('board');
	expect(listed).toHaveLength(library.length);
	expect((await call('instrument.get', { key: 'board' })).id).toBe(id);
	expect((await call('instrument.get', { key: 'lokus' })).id).toBeNull();
	expect((await call('instrument.get', { id })).definition).toEqual(
		(await call('instrument.get', { key: 'board' })).definition,
	);
});

test('the same instrument again is the same row, by key or as a file; other content under its name is refused', async () => {
	const { id } = await call('instrument.add', { key: 'board' });
	expect(await call('instrument.add', { key: 'board' })).toEqual({ id });
	expect(await call('instrument.add', { definition: board(), name: 'board.json' })).toEqual({ id });
	const other = { ...board(), title: { sv: 'En annan' } };
	await expect(call('instrument.add', { definition: other, name: 'x.json' })).rejects.toMatchObject({
		code: 'NAME_TAKEN',
	});
	const next = await call('instrument.add', { definition: { ...other, version: 2 }, name: 'x.json' });
	expect(next.id).not.toBe(id);
});

test('a file that is no sound questionnaire is refused with what is wrong, in both languages', async () => {
	const broken = { ...board(), scales: [] };
	const refusal = await call('instrument.add', { definition: broken, name: 'trasig.json' }).catch((error) => error);
	expect(refusal).toMatchObject({ code: 'INSTRUMENT_INVALID', params: { name: 'trasig.json' } });
	const params = (refusal as AppError<'INSTRUMENT_INVALID'>).params;
	expect(messages.sv.errors.INSTRUMENT_INVALID(params).happened).toContain('1: skalan ”agree5” finns inte');
	expect(messages.en.errors.INSTRUMENT_INVALID(params).happened).toContain('1: there is no scale “agree5”');
	for (const definition of [null, 'text', [], { items: [] }]) {
		await expect(call('instrument.add', { definition, name: 'x' })).rejects.toBeInstanceOf(AppError);
	}
	expect((await call('instrument.list', {})).every((one) => one.id === null)).toBe(true);
});

test('one that is used stays, one that is not goes, and undo brings it back', async () => {
	const { id } = await call('instrument.add', { key: 'board' });
	const { id: roundId } = await call('round.add', { name: 'Styrelsen', instrumentId: id });
	await expect(call('instrument.remove', { id })).rejects.toMatchObject({
		code: 'INSTRUMENT_IN_USE',
		params: { rounds: 1 },
	});
	await call('round.remove', { id: roundId });
	await call('instrument.remove', { id });
	await expect(call('instrument.get', { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
	await call('history.undo', {});
	expect((await call('instrument.get', { id })).id).toBe(id);
	await expect(call('instrument.add', { key: 'no-such' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
	await expect(call('instrument.get', { key: '../board' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('one is made from nothing, edited step by step with undo, and taken into use when it is sound', async () => {
	const { id } = await call('instrument.create', { title: 'Medlemsenkät', language: 'sv' });
	expect((await call('instrument.get', { id })).definition).toMatchObject({
		key: 'medlemsenkat',
		version: 1,
		items: [],
	});
	const edit = async (change: Input<'instrument.edit'>['edit']) =>
		(await call('instrument.edit', { id, edit: change })).made;
	const [uid = ''] = await edit({ do: 'add', type: 'text', before: null });
	await expect(call('round.add', { name: 'För tidigt', instrumentId: id })).rejects.toMatchObject({
		code: 'INSTRUMENT_UNSOUND',
		params: { problems: [{ kind: 'no-text', at: '1' }] },
	});
	await edit({ do: 'set', item: uid, set: { text: { sv: 'Vad' } } });
	await edit({ do: 'set', item: uid, set: { text: { sv: 'Vad tycker du?' } } });
	// Typing that goes on is one step.
	await call('history.undo', {});
	expect((await call('instrument.get', { id })).definition.items[0]?.text).toEqual({ sv: '' });
	await call('history.redo', {});
	await expect(edit({ do: 'set', item: 'no-such', set: { required: true } })).rejects.toMatchObject({
		code: 'NOT_FOUND',
	});
	await expect(edit({ do: 'details', title: { sv: 'x'.repeat(30_000) } })).rejects.toMatchObject({ code: 'BAD_INPUT' });
	const { id: roundId } = await call('round.add', { name: 'Nu', instrumentId: id });
	await edit({ do: 'set', item: uid, set: { required: true } });
	await call('response.save', { roundId, answers: { 1: 'Mycket' }, status: 'complete' });
	await expect(edit({ do: 'renumber' })).rejects.toMatchObject({
		code: 'INSTRUMENT_ANSWERED',
		params: { title: 'Medlemsenkät', version: 1 },
	});
	const next = await call('instrument.newVersion', { id });
	expect(next.version).toBe(2);
	await call('instrument.edit', {
		id: next.id,
		edit: { do: 'set', item: uid, set: { text: { sv: 'Vad tycker ni?' } } },
	});
	await call('instrument.edit', { id: next.id, edit: { do: 'add', type: 'number', before: uid } });
	expect(await call('instrument.compare', { before: id, after: next.id })).toMatchObject([
		{ kinds: ['added'], comparable: 'none' },
		{ uid, before: { id: '1' }, after: { id: '2' }, kinds: ['wording', 'number'], comparable: 'care' },
	]);
	expect((await call('instrument.get', { id })).definition.items).toHaveLength(1);
	expect((await call('instrument.list', {})).filter((one) => one.key === 'medlemsenkat')).toMatchObject([
		{ version: 1, responses: 1 },
		{ version: 2, responses: 0 },
	]);
});

test('a copy has a key of its own and the stored hash is that of what is stored', async () => {
	const { id } = await call('instrument.create', { title: 'Vår styrelse', language: 'sv', from: { key: 'board' } });
	const { definition } = await call('instrument.get', { id });
	expect(definition).toMatchObject({ key: 'var-styrelse', version: 1, title: { sv: 'Vår styrelse' } });
	expect(definition.items).toHaveLength((await call('instrument.get', { key: 'board' })).definition.items.length);
	await call('instrument.edit', { id, edit: { do: 'details', intro: { sv: 'Hej' } } });
	const again = await call('instrument.get', { id });
	// The very same definition is the same row, which holds only if text and hash go together.
	expect(await call('instrument.add', { definition: again.definition, name: 'x' })).toEqual({ id });
	await expect(
		call('instrument.create', { title: 'x', language: 'sv', from: { key: 'no-such' } }),
	).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('one from outside is taken in as a draft, the very same once, and beside another of its name', async () => {
	const draft = {
		format: 'underlag-instrument/1',
		key: 'inklistrad',
		version: 1,
		title: { sv: 'Inklistrad' },
		scales: [],
		items: [{ type: 'single', id: '1', text: { sv: 'Är du med?' }, options: [{ value: '1', label: { sv: 'Ja' } }] }],
	};
	const first = await call('instrument.takeIn', { definition: draft, name: 'enkat.txt' });
	expect(first.renamed).toBe(false);
	expect(await call('instrument.takeIn', { definition: draft, name: 'enkat.txt' })).toEqual(first);
	const other = await call('instrument.takeIn', {
		definition: { ...draft, title: { sv: 'Annan' } },
		name: 'enkat.txt',
	});
	expect(other.renamed).toBe(true);
	expect((await call('instrument.get', { id: other.id })).definition).toMatchObject({
		key: 'inklistrad-2',
		version: 1,
	});
	// A ready-made one that someone changed never hides the one that comes with the program.
	const board = { ...(await call('instrument.get', { key: 'board' })).definition, title: { sv: 'Vår' } };
	const own = await call('instrument.takeIn', { definition: board, name: 'board.json' });
	expect(own.renamed).toBe(true);
	// Another version of what is here goes beside it.
	const second = { ...draft, version: 2, items: [...draft.items, { type: 'text', id: '2', text: { sv: 'Varför?' } }] };
	expect((await call('instrument.takeIn', { definition: second, name: 'enkat.json' })).renamed).toBe(false);
	await expect(call('instrument.takeIn', { definition: { ...draft, items: [{}] }, name: 'x' })).rejects.toMatchObject({
		code: 'INSTRUMENT_INVALID',
		params: { name: 'x' },
	});
	await expect(call('instrument.takeIn', { definition: null, name: 'x' })).rejects.toMatchObject({
		code: 'INSTRUMENT_INVALID',
	});
	await call('history.undo', {});
	expect((await call('instrument.list', {})).filter((one) => one.key === 'inklistrad')).toHaveLength(1);
});

test('what has gone out in a round is changed as a new version only, until it is said that it was a try', async () => {
	const { id } = await call('instrument.add', { key: 'board' });
	const { id: roundId } = await call('round.add', { name: 'Styrelsen', instrumentId: id });
	const edit = (title: string) => call('instrument.edit', { id, edit: { do: 'details', title: { sv: title } } });
	await edit('Före');
	await call('round.setOut', { id: roundId, out: true });
	expect((await call('round.get', { id: roundId })).outOn).toMatch(/^\d{4}-\d\d-\d\d$/);
	await expect(edit('Efter')).rejects.toMatchObject({ code: 'INSTRUMENT_OUT', params: { round: 'Styrelsen' } });
	expect((await call('instrument.get', { id })).out).toBe('Styrelsen');
	const next = await call('instrument.newVersion', { id });
	expect((await call('instrument.get', { id: next.id })).out).toBeNull();
	await call('instrument.edit', { id: next.id, edit: { do: 'details', title: { sv: 'Nästa' } } });
	await call('round.setOut', { id: roundId, out: false });
	await edit('Efter');
	await call('history.undo', {});
	await call('history.undo', {});
	await expect(edit('Efter')).rejects.toMatchObject({ code: 'INSTRUMENT_OUT' });
});
