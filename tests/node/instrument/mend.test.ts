import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit } from '#shared/domain/instrument/edit/apply.ts';
import { joinsOf, splitsOf } from '#shared/domain/instrument/edit/mend.ts';
import { joinWays, splitWays } from '#shared/domain/instrument/edit/mend-ways.ts';
import { takenIds, uidOf } from '#shared/domain/instrument/edit/references.ts';
import type { InstrumentEdit } from '#shared/domain/instrument/edit/schema.ts';
import type { Instrument, Item } from '#shared/domain/instrument/model.ts';
import { makeInstrument, soundInstrument } from './make.ts';

let count = 0;
const newUid = () => `uid-${++count}`;
const edit = (instrument: Instrument, ...edits: InstrumentEdit[]) =>
	edits.reduce((now, one) => applyEdit(now, one, newUid).instrument, instrument);
const brief = ({ items }: Instrument) =>
	items.map((one) =>
		[
			`${one.id} ${one.type} ${one.text.sv}`,
			...('options' in one ? one.options.map((option) => `${option.value}=${option.label.sv}`) : []),
			...(one.type === 'matrix' ? one.rows.map((row) => `${row.id}: ${row.text.sv}`) : []),
			...(one.help ? [`(${one.help.sv})`] : []),
		].join(' | '),
	);
const text = (id: string, sv: string): Item => ({ type: 'text', id, text: { sv } });
const info = (id: string, sv: string): Item => ({ type: 'info', id, text: { sv } });
const scale = (id: string, sv: string): Item => ({ type: 'scale', id, text: { sv }, scale: 's' });
const single = (id: string, sv: string, ...labels: string[]): Item => ({
	type: 'single',
	id,
	text: { sv },
	options: labels.map((label, at) => ({ value: String(at + 1), label: { sv: label } })),
});

test('what was read as a question of its own becomes more of the one above, its help, an alternative or a statement', () => {
	const made = makeInstrument([
		info('i1', 'Tänk på det senaste året.'),
		single('1', 'Hur ofta kom du?', 'Ofta', 'Ibland'),
		text('2', 'Aldrig'),
		text('3', 'Räkna bara träffarna.'),
		{ ...text('4', 'Varför?'), shownIf: { item: '1', is: ['1'] } },
	]);
	expect(joinsOf(made, 'i1')).toEqual([]);
	expect(joinsOf(made, '1')).toEqual(['text']);
	expect(joinsOf(made, '2')).toEqual(['text', 'help', 'options']);
	const mended = edit(
		made,
		{ do: 'join', item: '2', as: 'options' },
		{ do: 'join', item: '3', as: 'help' },
		{ do: 'join', item: '1', as: 'text' },
	);
	expect(brief(mended)).toEqual([
		'1 single Tänk på det senaste året. Hur ofta kom du? | 1=Ofta | 2=Ibland | 3=Aldrig | (Räkna bara träffarna.)',
		'2 text Varför?',
	]);
	expect(mended.items[1]).toMatchObject({ uid: '4', shownIf: { item: '1', is: ['1'] } });
	// An open question with its alternatives as questions: the first makes it a choice.
	const open = makeInstrument([text('1', 'Är du med?'), text('2', 'Ja'), text('3', 'Nej')]);
	const chosen = edit(open, { do: 'join', item: '2', as: 'options' }, { do: 'join', item: '3', as: 'options' });
	expect(brief(chosen)).toEqual(['1 single Är du med? | 1=Ja | 2=Nej']);
});

test('statements on one scale become a matrix with their own identities, and a matrix becomes statements again', () => {
	const made = makeInstrument([
		info('i1', 'Hur väl stämmer detta?'),
		scale('1', 'Målen är klara'),
		{ ...scale('2', 'Vi har roligt'), reverse: true } as Item,
		{ ...text('3', 'Varför?'), shownIf: { item: '2', atLeast: 3 } },
	]);
	const joined = edit(made, { do: 'join', item: '1', as: 'rows' });
	const matrix = uidOf(joined.items[0] as Item);
	expect(joinsOf(joined, '2')).toContain('rows');
	const both = edit(joined, { do: 'join', item: '2', as: 'rows' });
	expect(brief(both)).toEqual([
		'1 matrix Hur väl stämmer detta? | 1a: Målen är klara | 1b: Vi har roligt',
		'2 text Varför?',
	]);
	expect(both.items[0]).toMatchObject({ rows: [{ uid: '1' }, { uid: '2', reverse: true }] });
	expect(both.items[1]).toMatchObject({ shownIf: { item: '1b', atLeast: 3 } });
	const apart = edit(both, { do: 'split', item: matrix, into: 'statements' });
	expect(brief(apart)).toEqual([
		'i1 info Hur väl stämmer detta?',
		'1 scale Målen är klara',
		'2 scale Vi har roligt',
		'3 text Varför?',
	]);
	expect(apart.items[3]).toMatchObject({ shownIf: { item: '2', atLeast: 3 } });
	expect(apart.items[2]).toMatchObject({ uid: '2', reverse: true, scale: 's' });
});

test('alternatives in the words of a question are taken out of them, and lines become questions', () => {
	const made = makeInstrument([
		{
			type: 'text',
			id: '1',
			text: { sv: 'Är du medlem? Ja / Nej / Vet inte', en: 'Are you a member? Yes / No / Don’t know' },
		},
		text('2', 'Kön:\nKvinna\nMan\nAnnat'),
		single('3', 'Berätta', 'Vad som var bra', 'Vad som var mindre bra'),
		text('4', 'Vad tycker du?'),
	]);
	expect(made.items.map(splitsOf)).toEqual([['options'], ['questions', 'options'], ['questions'], []]);
	const mended = edit(
		made,
		{ do: 'split', item: '1', into: 'options' },
		{ do: 'split', item: '2', into: 'options' },
		{ do: 'split', item: '3', into: 'questions' },
	);
	expect(brief(mended)).toEqual([
		'1 single Är du medlem? | 1=Ja | 2=Nej | 3=Vet inte',
		'2 single Kön: | 1=Kvinna | 2=Man | 3=Annat',
		'i1 info Berätta',
		'3 text Vad som var bra',
		'4 text Vad som var mindre bra',
		'5 text Vad tycker du?',
	]);
	expect(mended.items[0]).toMatchObject({ options: [{ label: { en: 'Yes' } }, {}, { label: { en: 'Don’t know' } }] });
	expect(brief(edit(made, { do: 'split', item: '2', into: 'questions' })).slice(1, 5)).toEqual([
		'2 text Kön:',
		'3 text Kvinna',
		'4 text Man',
		'5 text Annat',
	]);
});

test('a scale is turned for one question alone, and conditions go on meaning the same words', () => {
	const made = makeInstrument([
		scale('1', 'Målen är klara'),
		scale('2', 'Vi har roligt'),
		{ ...text('3', 'Varför?'), shownIf: { item: '1', is: ['1', '2'] } },
	]);
	const turned = edit(made, { do: 'turnScale', item: '1' });
	expect(turned.scales.map((one) => one.options.map((option) => `${option.value}=${option.label.sv}`))).toEqual([
		['1=Val 1', '2=Val 2', '3=Val 3', '4=Val 4'],
		['1=Val 4', '2=Val 3', '3=Val 2', '4=Val 1'],
	]);
	expect(turned.items[2]).toMatchObject({ shownIf: { item: '1', is: ['4', '3'] } });
	const both = edit(turned, { do: 'turnScale', item: '2' });
	expect(both.scales).toHaveLength(1);
	expect(edit(both, { do: 'turnScale', item: '1' }, { do: 'turnScale', item: '2' }).scales[0]?.options).toEqual(
		made.scales[0]?.options,
	);
});

const words = (value: unknown): string[] => {
	if (Array.isArray(value)) return value.flatMap(words);
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, one]) => (key === 'sv' ? [String(one)] : words(one)));
};

test('whatever is joined or divided, no words are lost, no identity is there twice, and what is not offered changes nothing', () => {
	fc.assert(
		fc.property(soundInstrument, fc.nat(), fc.constantFrom(...joinWays, ...splitWays), (made, at, way) => {
			const item = made.items[at % made.items.length] as Item;
			const uid = uidOf(item);
			const isJoin = (joinWays as readonly string[]).includes(way);
			const change = (
				isJoin ? { do: 'join', item: uid, as: way } : { do: 'split', item: uid, into: way }
			) as InstrumentEdit;
			const offered: readonly string[] = isJoin ? joinsOf(made, uid) : splitsOf(item);
			const next = edit(made, change);
			const after = words(next.items).join('\n');
			for (const one of words(made.items)) expect(after).toContain(one);
			const ids = takenIds(next.items);
			expect(new Set(ids).size).toBe(ids.length);
			if (!offered.includes(way)) expect(next.items.map(uidOf)).toEqual(made.items.map(uidOf));
		}),
	);
});

test('no rule is lost where two are joined: both hold, and statements of different people stay apart', () => {
	const first = single('1', 'Kom du?', 'Ja', 'Nej');
	const yes = { item: '1', is: ['1'] };
	const no = { item: '1', is: ['2'] };
	const ruleOf = (above: Item, item: Item, as: (typeof joinWays)[number]) =>
		edit(makeInstrument([first, above, item]), { do: 'join', item: uidOf(item), as }).items[1]?.shownIf;
	const [a, b] = [
		{ ...text('2', 'Berätta'), shownIf: yes },
		{ ...text('3', 'mer'), shownIf: no },
	] as [Item, Item];
	for (const as of ['text', 'help', 'options'] as const) {
		expect(ruleOf(a, b, as)).toEqual({ all: [yes, no] });
		expect(ruleOf(a, text('3', 'mer'), as)).toEqual(yes);
		expect(ruleOf(text('2', 'Berätta'), b, as)).toEqual(no);
		// Said of the very question that it becomes part of, a rule says nothing.
		expect(ruleOf(a, { ...b, shownIf: { item: '2', answered: true } }, as)).toEqual(yes);
	}
	const lead = { ...info('2', 'Hur var det?'), shownIf: yes };
	expect(ruleOf(lead, { ...scale('3', 'Bra'), shownIf: no }, 'rows')).toEqual({ all: [yes, no] });
	const matrix: Item = {
		type: 'matrix',
		id: '2',
		text: { sv: 'Nu' },
		scale: 's',
		rows: [{ id: '2a', text: { sv: 'A' } }],
	};
	const rowsAfter = (item: Item) => joinsOf(makeInstrument([first, matrix, item]), uidOf(item)).includes('rows');
	expect([scale('3', 'B'), { ...scale('3', 'B'), shownIf: yes }, b, text('3', 'B')].map(rowsAfter)).toEqual([
		true,
		false,
		false,
		true,
	]);
});
