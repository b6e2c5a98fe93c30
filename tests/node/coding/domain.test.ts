import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignLanes, codingsWithin, reachOf, stretchesOf } from '#shared/domain/coding/lanes.ts';
import { dropOf, stepOf } from '#shared/domain/coding/moves.ts';
import { fromAnswer, layOutAnswers, toAnswer } from '#shared/domain/coding/open-answers.ts';
import { indexAt, isCodable, rangesOutside, trimRange } from '#shared/domain/coding/ranges.ts';
import { grownSelection, rangeToCode, readingStep } from '#shared/domain/coding/reading.ts';
import { codingsUnder, inReadingOrder, moveCode, removeCode, withDescendants } from '#shared/domain/coding/tree.ts';
import { recogniseTurns } from '#shared/domain/document/recognise.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const ranges = fc
	.array(fc.record({ start: fc.nat(200), length: fc.integer({ min: 1, max: 60 }), codeId: fc.nat(5) }), {
		maxLength: 40,
	})
	.map((list) =>
		list
			.map(({ start, length, codeId }, id) => ({ id, codeId, start, end: start + length }))
			.sort((a, b) => a.start - b.start || b.end - a.end),
	);

test('a trimmed selection can always be coded and has no space at its ends', () => {
	expect(trimRange('  hej 😀 ', { start: 0, end: 9 })).toEqual({ start: 2, end: 8 });
	expect(trimRange('a  b', { start: 1, end: 3 })).toBeNull();
	fc.assert(
		fc.property(text, fc.nat(45), fc.nat(45), (said, a, b) => {
			const trimmed = trimRange(said, { start: Math.min(a, b), end: Math.max(a, b) });
			if (!trimmed) return;
			expect(isCodable(said, trimmed)).toBe(true);
			expect(rangesOutside(said, [trimmed, { start: 0, end: said.length + 1 }])).toHaveLength(1);
			const words = said.slice(trimmed.start, trimmed.end);
			expect(words.trim()).toBe(words);
		}),
	);
});

test('the turn at an offset is the one that holds it, else the next', () => {
	const turns = [
		{ start: 2, end: 5 },
		{ start: 7, end: 9 },
	];
	expect([0, 2, 4, 5, 8, 9].map((at) => indexAt(turns, at))).toEqual([0, 0, 0, 1, 1, -1]);
});

test('bars in one lane never cover each other, and no more lanes are used than lie over one place', () => {
	fc.assert(
		fc.property(ranges, (codings) => {
			const lanes = assignLanes(codings);
			codings.forEach((one, i) => {
				codings.forEach((other, j) => {
					if (i < j && lanes[i] === lanes[j]) expect(other.start).toBeGreaterThanOrEqual(one.end);
				});
			});
			const most = Math.max(
				0,
				...codings.map(({ start }) => codings.filter((c) => c.start <= start && c.end > start).length),
			);
			expect(new Set(lanes).size).toBe(most);
		}),
	);
});

test('what touches a window is found as by looking at all', () => {
	fc.assert(
		fc.property(ranges, fc.nat(260), fc.nat(60), (codings, start, length) => {
			const window = { start, end: start + length };
			expect(codingsWithin(codings, reachOf(codings), window)).toEqual(
				codings.filter((one) => one.start < window.end && one.end > window.start),
			);
		}),
	);
});

test('stretches are apart, and every place has exactly the codings that lie over it', () => {
	fc.assert(
		fc.property(ranges, fc.nat(100), fc.nat(160), (codings, start, length) => {
			const within = { start, end: start + length };
			const here = codings.filter((one) => one.start < within.end && one.end > within.start);
			const stretches = stretchesOf(here, within);
			for (let at = within.start; at < within.end; at++) {
				const holding = stretches.filter((one) => one.start <= at && one.end > at);
				const over = here.filter((one) => one.start <= at && one.end > at).map((one) => one.id);
				expect(holding.length).toBe(over.length ? 1 : 0);
				expect((holding[0]?.codings ?? []).map((one) => one.id).sort()).toEqual(over.sort());
			}
		}),
		{ numRuns: 200 },
	);
});

test('a selection over open answers stays within the first it touches, and finds its way back', () => {
	const laid = layOutAnswers([
		{
			itemId: '7',
			text: 'Vad hindrar?',
			answers: [
				{ id: 11, responseId: 1, text: 'Tid. ' },
				{ id: 12, responseId: 2, text: 'Olika mål' },
			],
		},
		{ itemId: '8', text: 'Tomt', answers: [] },
	]);
	expect(laid.text).toBe('7. Vad hindrar?\n\nTid. \n\nOlika mål');
	expect(toAnswer(laid, { start: 0, end: 3 })).toBeNull();
	expect(toAnswer(laid, { start: 0, end: laid.text.length })).toEqual({ answerId: 11, start: 0, end: 4 });
	const goal = laid.text.indexOf('mål');
	expect(toAnswer(laid, { start: goal, end: goal + 3 })).toEqual({ answerId: 12, start: 6, end: 9 });
	expect(fromAnswer(laid, 12, { start: 6, end: 9 })).toEqual({ start: goal, end: goal + 3 });
	expect(fromAnswer(laid, 99, { start: 0, end: 1 })).toBeNull();
});

const tree = fc.array(fc.tuple(fc.nat(), fc.constantFrom('A', 'B', 'a')), { minLength: 1, maxLength: 15 }).map((list) =>
	list.map(([pick, name], at) => {
		const parentId = pick % (at + 1) === 0 ? null : pick % (at + 1);
		return { id: at + 1, parentId, name: `${name}${at}`, position: at };
	}),
);
const apply = <C extends { id: number }>(codes: readonly C[], changes: readonly C[]) =>
	codes.map((code) => changes.find((one) => one.id === code.id) ?? code);

test('moving keeps every code, numbers siblings from 0, and puts the moved one where it was asked to', () => {
	fc.assert(
		fc.property(tree, fc.nat(), fc.nat(), fc.nat(20), (codes, a, b, position) => {
			const moving = codes[a % codes.length];
			const target = codes[b % codes.length];
			if (!moving || !target) return;
			const parentId = withDescendants(codes, moving.id).has(target.id) ? null : target.id;
			const after = apply(codes, moveCode(codes, moving.id, parentId, position));
			const siblings = inReadingOrder(after).filter((code) => code.parentId === parentId);
			expect(siblings.map((code) => code.position)).toEqual(siblings.map((_, at) => at));
			expect(siblings[Math.min(position, siblings.length - 1)]?.id).toBe(moving.id);
			expect(inReadingOrder(after)).toHaveLength(codes.length);
		}),
	);
});

test('after a removal every code is reached and no two siblings bear one name', () => {
	fc.assert(
		fc.property(tree, fc.nat(), (codes, pick) => {
			const gone = codes[pick % codes.length]?.id ?? 0;
			const after = apply(codes, removeCode(codes, gone)).filter((code) => code.id !== gone);
			expect(withDescendants(after, -1).size).toBe(1);
			for (const code of after)
				if (code.parentId !== null) expect(after.some((one) => one.id === code.parentId)).toBe(true);
			const names = after.map((code) => `${code.parentId} ${code.name.toLowerCase()}`);
			expect(new Set(names).size).toBe(names.length);
		}),
	);
});

test('a step with the keys or a drop puts a code where it says', () => {
	const codes = [
		{ id: 1, parentId: null, name: 'A', position: 0 },
		{ id: 2, parentId: 1, name: 'A1', position: 0 },
		{ id: 3, parentId: 1, name: 'A2', position: 1 },
		{ id: 4, parentId: null, name: 'B', position: 1 },
	];
	const outline = (move: { parentId: number | null; position: number } | null, id: number) => {
		if (!move) return null;
		const after = inReadingOrder(apply(codes, moveCode(codes, id, move.parentId, move.position)));
		return after.map((code) => `${code.parentId ?? ''}${code.name}`).join(' ');
	};
	expect(outline(stepOf(codes, 3, 'up'), 3)).toBe('A 1A2 1A1 B');
	expect(outline(stepOf(codes, 2, 'down'), 2)).toBe('A 1A2 1A1 B');
	expect(outline(stepOf(codes, 4, 'in'), 4)).toBe('A 1A1 1A2 1B');
	expect(outline(stepOf(codes, 2, 'out'), 2)).toBe('A 1A2 A1 B');
	expect([stepOf(codes, 1, 'up'), stepOf(codes, 4, 'down'), stepOf(codes, 1, 'in'), stepOf(codes, 1, 'out')]).toEqual([
		null,
		null,
		null,
		null,
	]);
	expect(outline(dropOf(codes, 4, 2, 'before'), 4)).toBe('A 1B 1A1 1A2');
	expect(outline(dropOf(codes, 2, 4, 'inside'), 2)).toBe('A 1A2 B 4A1');
	expect(outline(dropOf(codes, 2, 3, 'after'), 2)).toBe('A 1A2 1A1 B');
	expect(dropOf(codes, 2, 2, 'after')).toBeNull();
});

test('reading goes turn by turn and sentence by sentence, and selects whole ones', () => {
	const said = 'I: Hur då? Säg.\n\nSK1: Så här. Och så.';
	const content = { text: said, ...recogniseTurns(said) };
	const at = (words: string) => said.indexOf(words);
	const step = (from: number, unit: 'turn' | 'sentence', forward: boolean, extend = false) =>
		readingStep(content, from, { unit, forward, extend });
	expect(step(0, 'turn', true)).toBe(at('Hur'));
	expect(step(at('Hur'), 'turn', true)).toBe(at('Så här'));
	expect(step(at('Hur'), 'turn', true, true)).toBe(at('Säg.') + 4);
	expect(step(at('Och'), 'turn', false)).toBe(at('Så här'));
	expect(step(at('Hur'), 'sentence', true)).toBe(at('Säg'));
	expect(step(at('Säg'), 'sentence', true)).toBe(at('Så här'));
	expect(step(at('Så här'), 'sentence', false)).toBe(at('Säg'));
	expect(step(said.length, 'sentence', true)).toBe(said.length);
	const sentence = rangeToCode(content, { start: at('här'), end: at('här') });
	expect(sentence && said.slice(sentence.start, sentence.end)).toBe('Så här.');
	const turn = sentence && grownSelection(content, sentence);
	expect(turn && said.slice(turn.start, turn.end)).toBe('Så här. Och så.');
});

test('whatever is selected, what is coded of it can be coded', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('I: ', 'SK1: ', '😀', ' ', '\n', 'ord. '), { maxLength: 30 }),
			fc.nat(80),
			fc.nat(80),
			(parts, a, b) => {
				const said = parts.join('');
				const content = { text: said, ...recogniseTurns(said) };
				const range = rangeToCode(content, {
					start: Math.min(a, b, said.length),
					end: Math.min(Math.max(a, b), said.length),
				});
				if (range) expect(isCodable(said, range)).toBe(true);
			},
		),
	);
});

test('what stands on the codes under a code is counted through every level, and its own is not', () => {
	const code = (id: number, parentId: number | null, codings: number) => ({
		id,
		parentId,
		codings,
		name: `kod ${id}`,
		position: id,
	});
	const codes = [code(1, null, 2), code(2, 1, 0), code(3, 2, 5), code(4, 1, 1), code(5, null, 7), code(6, 5, 0)];
	expect([...codingsUnder(codes)].sort()).toEqual([
		[1, 6],
		[2, 5],
	]);
	fc.assert(
		fc.property(fc.array(fc.record({ parent: fc.nat(9), codings: fc.nat(20) }), { maxLength: 30 }), (drawn) => {
			const all = drawn.map(({ parent, codings }, id) => code(id, parent < id ? parent : null, codings));
			const under = codingsUnder(all);
			for (const one of all) {
				const below = [...withDescendants(all, one.id)].filter((id) => id !== one.id);
				expect(under.get(one.id) ?? 0).toBe(below.reduce((sum, id) => sum + (all[id]?.codings ?? 0), 0));
			}
		}),
	);
});
