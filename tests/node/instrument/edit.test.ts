import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { checkInstrument } from '#shared/domain/instrument/check.ts';
import { applyEdit } from '#shared/domain/instrument/edit/apply.ts';
import { isNumbered, renumber } from '#shared/domain/instrument/edit/ids.ts';
import { itemTypes } from '#shared/domain/instrument/edit/item-types.ts';
import { newInstrument } from '#shared/domain/instrument/edit/new-instrument.ts';
import { referredIds, takenIds, uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { InstrumentEdit } from '#shared/domain/instrument/edit/schema.ts';
import { dropTarget, stepTarget } from '#shared/domain/instrument/edit/steps.ts';
import { type Instrument, type Item, instrument as model } from '#shared/domain/instrument/model.ts';
import { makeInstrument, soundInstrument } from './make.ts';
import { someEdit } from './make-edit.ts';

let count = 0;
const newUid = () => `uid-${++count}`;
const edit = (instrument: Instrument, ...edits: InstrumentEdit[]) =>
	edits.reduce((now, one) => applyEdit(now, one, newUid).instrument, instrument);
const options = ['Ja', 'Nej', 'Kanske'].map((sv, at) => ({ value: String(at + 1), label: { sv } }));
const text = (id: string, more: Partial<Item> = {}): Item =>
	({ type: 'text', id, text: { sv: `Fråga ${id}` }, ...more }) as Item;
const single = (id: string, more: Partial<Item> = {}): Item =>
	({ type: 'single', id, text: { sv: `Fråga ${id}` }, options, ...more }) as Item;
const section = (id: string): Item => ({ type: 'section', id, text: { sv: id } });
const ids = (instrument: Instrument) => takenIds(instrument.items).join(' ');
const kindsOf = (instrument: Instrument) => checkInstrument(instrument).map((one) => `${one.kind} ${one.at}`);

test('one of every type is made from nothing, numbered as it comes, and lacks only its words', () => {
	const empty = newInstrument({ title: 'Ny enkät', language: 'sv', taken: [] });
	expect(empty.key).toBe('ny-enkat');
	expect(newInstrument({ title: 'Ny enkät!', language: 'sv', taken: ['ny-enkat'] }).key).toBe('ny-enkat-2');
	const made = edit(empty, ...itemTypes.map((type): InstrumentEdit => ({ do: 'add', type, before: null })));
	expect(made.items.map((one) => one.type)).toEqual(itemTypes);
	expect(ids(made)).toBe('1 2 2a 2b 3 4 5 6 7 8 9 i1 s1');
	expect(new Set(checkInstrument(made).map((one) => one.kind))).toEqual(new Set(['no-text', 'no-option-text']));
	expect(made.scales).toHaveLength(1);
	const first = edit(made, { do: 'add', type: 'date', before: uidOf(made.items[0] as Item) });
	expect(ids(first)).toBe('1 2 3 3a 3b 4 5 6 7 8 9 10 i1 s1');
	expect(uidOf(first.items[1] as Item)).toBe(uidOf(made.items[0] as Item));
});

test('numbers follow the order, and conditions, rules and repeated answers follow the numbers', () => {
	const made = makeInstrument([
		single('1'),
		text('2', { text: { sv: 'Varför {{1}}?', en: 'Why {{ 1:other }}?' } }),
		text('3', {
			shownIf: { any: [{ item: '1', is: ['2'] }, { not: { item: '2', answered: true } }] },
			validation: { rule: { item: '3', answered: true }, message: { sv: '' } },
		}),
	]);
	const moved = edit(made, { do: 'move', items: ['1'], before: '3' });
	expect(moved.items.map((one) => `${one.id} ${uidOf(one)}`)).toEqual(['1 2', '2 1', '3 3']);
	expect(moved.items[0]?.text).toEqual({ sv: 'Varför {{2}}?', en: 'Why {{2:other}}?' });
	expect(moved.items[2]).toMatchObject({
		shownIf: { any: [{ item: '2', is: ['2'] }, { not: { item: '1', answered: true } }] },
		validation: { rule: { item: '3', answered: true } },
	});
	// The repeated answer comes later now: kept, and told.
	expect(kindsOf(moved)).toEqual(['unknown-pipe 1', 'unknown-pipe 1']);
	expect(edit(moved, { do: 'move', items: ['1'], before: '2' })).toEqual(edit(made, { do: 'renumber' }));
});

test('a question others refer to goes, the reference stays as a problem, and never comes to mean another', () => {
	const made = makeInstrument([single('1'), single('2'), text('3', { shownIf: { item: '1', is: ['1'] } })]);
	const removed = edit(made, { do: 'remove', items: ['1'] });
	expect(ids(removed)).toBe('1 2');
	expect(kindsOf(removed)).toEqual(['unknown-reference 2']);
	const added = edit(removed, { do: 'add', type: 'single', before: '2' }, { do: 'renumber' });
	expect(kindsOf(added)).toContain('unknown-reference 3');
	const worded = makeInstrument([single('a'), text('b', { shownIf: { item: 'a', is: ['1'] } })]);
	const gone = edit(worded, { do: 'remove', items: ['a'] }, { do: 'add', type: 'single', before: 'b' });
	expect(kindsOf(gone)).toContain('unknown-reference b');
});

test('a section goes with what stands under it, to a place between sections, and is copied whole', () => {
	const made = makeInstrument([
		text('1'),
		section('a'),
		text('2'),
		single('3'),
		section('b'),
		text('4', { shownIf: { item: '3', is: ['1'] } }),
	]);
	const order = (instrument: Instrument) => instrument.items.map(uidOf).join(' ');
	expect(order(edit(made, { do: 'move', items: ['b'], before: '3' }))).toBe('1 b 4 a 2 3');
	expect(order(edit(made, { do: 'move', items: ['a'], before: null }))).toBe('1 b 4 a 2 3');
	expect(order(edit(made, { do: 'move', items: ['b'], before: '1' }))).toBe('1 b 4 a 2 3');
	expect(order(edit(made, { do: 'remove', items: ['a'] }))).toBe('1 2 3 b 4');
	expect(order(edit(made, { do: 'remove', items: ['a'], whole: true }))).toBe('1 b 4');
	const copied = applyEdit(made, { do: 'duplicate', items: ['a', '4'] }, newUid);
	expect(copied.made).toHaveLength(4);
	const copy = copied.instrument.items.find((one) => uidOf(one) === copied.made[3]);
	expect(copied.instrument.items.find((one) => uidOf(one) === copied.made[2])?.id).toBe(
		copy?.shownIf && 'item' in copy.shownIf ? copy.shownIf.item : null,
	);
	expect(kindsOf(copied.instrument)).toEqual([]);
});

test('steps and drops: past the neighbour, a section past the section, nowhere at the ends', () => {
	const made = makeInstrument([text('1'), section('a'), text('2'), section('b'), text('3')]);
	expect(stepTarget(made, ['1'], 'up')).toBeNull();
	expect(stepTarget(made, ['1'], 'down')).toEqual({ before: '2' });
	expect(stepTarget(made, ['2'], 'up')).toEqual({ before: 'a' });
	expect(stepTarget(made, ['2'], 'down')).toEqual({ before: '3' });
	expect(stepTarget(made, ['a'], 'down')).toEqual({ before: null });
	expect(stepTarget(made, ['a'], 'up')).toBeNull();
	expect(stepTarget(made, ['b'], 'up')).toEqual({ before: 'a' });
	expect(stepTarget(made, ['3'], 'down')).toBeNull();
	expect(dropTarget(made, ['1'], 'a', 'after')).toEqual({ before: '2' });
	expect(dropTarget(made, ['a'], '3', 'after')).toEqual({ before: null });
	expect(dropTarget(made, ['a'], '2', 'before')).toBeNull();
	expect(dropTarget(made, ['1'], '3', 'after')).toEqual({ before: null });
});

test('a type is changed with what can be kept', () => {
	const made = makeInstrument([
		single('1', {
			options: [...options.slice(0, 2), { value: 'x', label: { sv: 'Inget' }, other: true }],
			required: true,
			default: '1',
		} as never),
	]);
	const to = (type: (typeof itemTypes)[number], from = made) => edit(from, { do: 'retype', item: '1', type });
	expect(to('multiple').items[0]).toMatchObject({
		type: 'multiple',
		required: true,
		default: '1',
		options: [{}, {}, { other: true }],
	});
	const scaled = to('scale');
	expect(scaled.items[0]).toMatchObject({ type: 'scale', scale: 'scale3', required: true });
	expect(scaled.scales.at(-1)?.options.map((one) => one.label.sv)).toEqual(['Ja', 'Nej', 'Inget']);
	expect(to('single', scaled).items[0]).toMatchObject({
		type: 'single',
		options: [{ value: '1' }, { value: '2' }, { value: 'x' }],
	});
	expect(to('scale', to('multiple', scaled)).scales).toHaveLength(scaled.scales.length);
	expect(to('rating', scaled).items[0]).toMatchObject({
		type: 'rating',
		min: 1,
		max: 3,
		minLabel: { sv: 'Ja' },
		maxLabel: { sv: 'Inget' },
	});
	expect(to('text').items[0]).not.toHaveProperty('default');
	expect(to('matrix', scaled).items[0]).toMatchObject({
		type: 'matrix',
		scale: 'scale3',
		rows: [{ id: '1a' }, { id: '1b' }],
	});
	const bare = to('section').items[0];
	expect(bare).toEqual({ type: 'section', id: 's1', uid: '1', text: { sv: 'Fråga 1' } });
});

test('options: values stay through moves, a scale’s numbers follow its order, and conditions follow both', () => {
	const scaled: Item = { type: 'scale', id: '1', text: { sv: 'Ett' }, scale: 's', default: '4' };
	const made = makeInstrument([
		scaled,
		single('2'),
		text('3', {
			shownIf: {
				all: [
					{ item: '1', is: ['3', '4'] },
					{ item: '2', is: ['3'] },
				],
			},
		}),
	]);
	const shown = (instrument: Instrument) => instrument.items[2]?.shownIf;
	const s = { scale: 's' };
	const fewer = edit(made, { do: 'removeOption', of: s, value: '2' });
	expect(shown(fewer)).toMatchObject({ all: [{ is: ['2', '3'] }, {}] });
	expect(fewer.items[0]).toMatchObject({ default: '3' });
	expect(fewer.scales[0]?.options.map((one) => `${one.value} ${one.label.sv}`)).toEqual([
		'1 Val 1',
		'2 Val 3',
		'3 Val 4',
	]);
	const gone = edit(made, { do: 'removeOption', of: s, value: '3' });
	expect(kindsOf(gone)).toEqual(['unknown-option 3']);
	expect(shown(gone)).toMatchObject({ all: [{ is: ['3-x', '3'] }, {}] });
	const outside = edit(made, {
		do: 'addOptions',
		of: s,
		options: [{ label: { sv: 'Vet inte' }, missing: true }],
		at: 4,
	});
	expect(outside.scales[0]?.options.at(-1)).toEqual({ value: 'na', label: { sv: 'Vet inte' }, missing: true });
	const more = edit(outside, { do: 'addOptions', of: s, options: [{ label: { sv: 'Noll' } }], at: 0 });
	expect(more.scales[0]?.options.map((one) => one.value)).toEqual(['1', '2', '3', '4', '5', 'na']);
	expect(shown(more)).toMatchObject({ all: [{ is: ['4', '5'] }, {}] });
	const item = { item: '2' };
	const moved = edit(made, { do: 'moveOption', of: item, value: '3', at: 0 });
	expect((moved.items[1] as { options: { value: string }[] }).options.map((one) => one.value)).toEqual(['3', '1', '2']);
	const renamed = edit(made, { do: 'setOption', of: item, value: '3', set: { value: 'kanske' } });
	expect(shown(renamed)).toMatchObject({ all: [{}, { is: ['kanske'] }] });
	expect(() => edit(made, { do: 'setOption', of: item, value: '3', set: { value: '1' } })).toThrow(AppError);
	const other = edit(
		made,
		{ do: 'setOption', of: item, value: '1', set: { other: true } },
		{ do: 'setOption', of: item, value: '2', set: { other: true } },
	);
	expect((other.items[1] as { options: { other?: boolean }[] }).options.map((one) => one.other)).toEqual([
		undefined,
		true,
		undefined,
	]);
});

test('new rows take the identities they are given, but never one that something has', () => {
	const row = (id: string) => ({ id, text: { sv: id } });
	const made = makeInstrument([
		{ type: 'matrix', id: '1', text: { sv: 'Så här är det' }, scale: 's', rows: [row('1a'), row('1b')] },
		text('2'),
	]);
	const given = applyEdit(
		made,
		{ do: 'addRows', item: '1', texts: [{ sv: 'c' }, { sv: 'd' }, { sv: 'e' }], at: 1, uids: ['ny', '2', 'ny'] },
		newUid,
	);
	const [first, ...rest] = given.made;
	expect(first).toBe('ny');
	for (const uid of rest) expect(uid).toMatch(/^uid-/);
	expect(given.instrument.items[0]).toMatchObject({
		rows: [
			{ uid: '1a' },
			{ id: '1b', uid: 'ny', text: { sv: 'c' } },
			{ text: { sv: 'd' } },
			{ text: { sv: 'e' } },
			{ uid: '1b' },
		],
	});
});

test('fields: texts by language, flags, bounds; a new id is followed, a taken one refused', () => {
	const made = makeInstrument([single('1'), text('2', { shownIf: { item: '1', answered: true } })]);
	const set = (set: Extract<InstrumentEdit, { do: 'set' }>['set'], item = '2') => edit(made, { do: 'set', item, set });
	expect(set({ text: { en: 'Two' }, short: { sv: 'Två' }, required: true, long: false, max: 3 }).items[1]).toEqual({
		type: 'text',
		id: '2',
		uid: '2',
		text: { sv: 'Fråga 2', en: 'Two' },
		short: { sv: 'Två' },
		required: true,
		long: false,
		shownIf: { item: '1', answered: true },
	});
	expect(
		edit(set({ required: true, help: { sv: 'Så' } }), {
			do: 'set',
			item: '2',
			set: { required: false, help: { sv: '' }, shownIf: null },
		}).items[1],
	).toEqual({
		type: 'text',
		id: '2',
		uid: '2',
		text: { sv: 'Fråga 2' },
	});
	expect(set({ id: 'ny' }, '1').items[1]?.shownIf).toEqual({ item: 'ny', answered: true });
	expect(() => set({ id: '2' }, '1')).toThrow(AppError);
	const english = edit(newInstrument({ title: 'A', language: 'en', taken: [] }), {
		do: 'add',
		type: 'text',
		before: null,
	});
	const uid = uidOf(english.items[0] as Item);
	const worded = edit(
		english,
		{ do: 'set', item: uid, set: { text: { en: 'Why?' } } },
		{ do: 'set', item: uid, set: { text: { en: 'Why so?' } } },
	);
	expect(worded.items[0]?.text).toEqual({ sv: 'Why so?', en: 'Why so?' });
});

test('items from elsewhere take ids of their own where theirs are taken, and the same scale once', () => {
	const made = makeInstrument([single('1'), text('2')]);
	const scale = { id: 's', options: options.slice(0, 2) };
	const given: InstrumentEdit = {
		do: 'insert',
		items: [
			{ type: 'scale', id: '1', text: { sv: 'Nytt' }, scale: 's' },
			text('x', { shownIf: { item: '1', is: ['1'] } }),
		],
		scales: [scale],
		before: '2',
	};
	const twice = edit(made, given, given);
	expect(twice.scales.map((one) => one.id)).toEqual(['s', 's-2']);
	expect(twice.items.map((one) => one.id)).toEqual(['1', '2', '3', '4', '5', '6']);
	expect(twice.items[2]).toMatchObject({ shownIf: { item: '2' } });
	expect(twice.items[4]).toMatchObject({ shownIf: { item: '4' } });
	expect(kindsOf(twice)).toEqual([]);
});

test('any edits in a row leave a questionnaire of the right shape with unique ids and identities, and lose no reference', () => {
	fc.assert(
		fc.property(soundInstrument, fc.gen(), fc.integer({ min: 1, max: 12 }), (start, gen, steps) => {
			let now = start;
			for (let step = 0; step < steps; step++) {
				const one = gen(someEdit, now);
				let next: Instrument;
				try {
					next = edit(now, one);
				} catch (error) {
					if (!(error instanceof AppError)) throw error;
					continue;
				}
				expect(model.safeParse(next).success).toBe(true);
				const taken = takenIds(next.items);
				expect(new Set(taken).size).toBe(taken.length);
				const uids = next.items.flatMap((each) =>
					each.type === 'matrix' ? [uidOf(each), ...each.rows.map(uidOf)] : [uidOf(each)],
				);
				expect(new Set(uids).size).toBe(uids.length);
				// What referred to something that stays still refers to the very same.
				if (['move', 'add', 'renumber', 'moveRow', 'addRows', 'addOptions', 'moveOption'].includes(one.do))
					expect(refersTo(next)).toEqual(expect.arrayContaining(refersTo(now)));
				if (one.do === 'remove') expect(referredIds(next).size).toBeLessThanOrEqual(referredIds(now).size);
				now = next;
			}
		}),
		{ numRuns: 60 },
	);
});

/** "who → whom" by identity, for every reference that leads somewhere. */
function refersTo(instrument: Instrument): string[] {
	const uids = new Map(
		instrument.items.flatMap((one) => [
			[one.id, uidOf(one)] as const,
			...(one.type === 'matrix' ? one.rows.map((row) => [row.id, uidOf(row)] as const) : []),
		]),
	);
	return instrument.items.flatMap((one) =>
		[...referredIds(one)].flatMap((id) => (uids.has(id) ? [`${uidOf(one)} → ${uids.get(id)}`] : [])),
	);
}

test('renumbering twice is renumbering once, and a sound questionnaire stays sound', () => {
	fc.assert(
		fc.property(soundInstrument, (instrument) => {
			const once = renumber(instrument);
			expect(isNumbered(once)).toBe(true);
			expect(renumber(once)).toEqual(once);
			expect(checkInstrument(once)).toEqual([]);
		}),
	);
});

test('a question from elsewhere never hangs on a stranger that has the number of the one it left behind', () => {
	const host = makeInstrument([{ type: 'single', id: '1', text: { sv: 'Vår fråga' }, options: [] }]);
	const item: Item = {
		type: 'text',
		id: '4',
		text: { sv: 'Varför {{1}}?' },
		shownIf: {
			any: [
				{ item: '1', chosenAtLeast: 2 },
				{ item: '7', answered: true },
			],
		},
	};
	const insert = (...items: Item[]) =>
		applyEdit(host, { do: 'insert', items, scales: [], before: null }, () => 'new').instrument.items;
	const [, put] = insert(item);
	expect(put?.text.sv).toBe('Varför {{1-x1}}?');
	expect(put?.shownIf).toEqual({
		any: [
			{ item: '1-x1', chosenAtLeast: 2 },
			{ item: '7', answered: true },
		],
	});
	// Together they go on referring to each other.
	const first: Item = { type: 'text', id: '1', text: { sv: 'Den de hörde till' } };
	const [, one, other] = insert(first, item);
	expect(other?.text.sv).toBe(`Varför {{${one?.id}}}?`);
	expect(one?.id).not.toBe('1');
});
