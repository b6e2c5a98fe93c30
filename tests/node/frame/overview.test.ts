import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Output } from '#shared/contract/calls.ts';
import { roomStates } from '#shared/domain/project/next-step.ts';
import { inOrder } from '#shared/domain/project/period.ts';
import { layTimeline } from '#shared/domain/project/timeline.ts';

type Overview = Output<'project.overview'>;
const empty: Overview = {
	instruments: 0,
	rounds: [],
	documents: [],
	openAnswers: 0,
	codes: 0,
	codings: 0,
	uncodedDocuments: 0,
	reports: [],
};
const round = (id: number, answered: number, invited: number | null = null) => ({
	id,
	name: `Omgång ${id}`,
	date: null,
	invited,
	answered,
});
const document = (id: number, codings: number) => ({
	id,
	title: `Utskrift ${id}`,
	kind: 'interview',
	date: null,
	words: 100,
	codings,
	people: 1,
});

test('a new project is led through the rooms in the order of the work', () => {
	const first = roomStates(empty, false);
	expect([first.design.next.kind, first.collect.next.kind, first.analyse.next.kind, first.report.next.kind]).toEqual([
		'addInstrument',
		'addRound',
		'waitForData',
		'startReport',
	]);
	expect(roomStates({ ...empty, instruments: 1 }, false).design.next.kind).toBe('fillDetails');
	expect(roomStates({ ...empty, instruments: 1 }, true).design.next.kind).toBe('designDone');
});

test('a round without answers is next, then material, then nothing more', () => {
	const waiting = { ...empty, rounds: [round(1, 14, 22), round(2, 0, 28)] };
	expect(roomStates(waiting, true).collect.next).toEqual({ kind: 'importAnswers', id: 2, name: 'Omgång 2' });
	const answered = { ...empty, rounds: [round(1, 14, 22), round(2, 20, 28)] };
	expect(roomStates(answered, true).collect.next.kind).toBe('addMaterial');
	expect(roomStates(answered, true).analyse.next).toEqual({ kind: 'readResults', id: 2, name: 'Omgång 2' });
	expect(roomStates(answered, true).collect.share).toBeCloseTo(34 / 50, 10);
	const all = { ...answered, documents: [document(7, 0), document(8, 3)], uncodedDocuments: 1, codings: 3 };
	expect(roomStates(all, true).collect.next.kind).toBe('collectDone');
	expect(roomStates(all, true).analyse).toEqual({
		share: 0.5,
		next: { kind: 'startCoding', id: 7, name: 'Utskrift 7' },
	});
});

test('the newest report is the one to carry on with', () => {
	const reports = [
		{ id: 1, title: 'A', updatedAt: '2026-01-02T00:00:00Z', words: 1 },
		{ id: 2, title: 'B', updatedAt: '2026-03-02T00:00:00Z', words: 1 },
	];
	expect(roomStates({ ...empty, reports }, true).report.next).toEqual({ kind: 'continueReport', id: 2, name: 'B' });
});

test('a share is between nothing and all, whoever answers beyond those invited', () => {
	const some = fc.array(fc.tuple(fc.nat(100), fc.option(fc.nat(50))));
	fc.assert(
		fc.property(some, (counts) => {
			const rounds = counts.map(([answered, invited], id) => round(id, answered, invited));
			const { share } = roomStates({ ...empty, rounds }, true).collect;
			expect(share === null || (share >= 0 && share <= 1)).toBe(true);
		}),
	);
});

const isoDay = fc
	.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

test('a time line keeps every mark on it, in order, and apart from others of its lane', () => {
	const items = fc.array(fc.record({ row: fc.constantFrom('a', 'b', 'c'), date: isoDay }), { maxLength: 40 });
	fc.assert(
		fc.property(items, (some) => {
			const line = layTimeline(
				some.map((one, index) => ({ ...one, key: String(index) })),
				['a', 'b', 'c'],
			);
			expect(line === null).toBe(some.length === 0);
			if (line === null) return;
			const marks = line.rows.flatMap((row) => row.marks);
			expect(marks.length).toBe(some.length);
			expect(marks.every((mark) => mark.at > 0 && mark.at < 1)).toBe(true);
			expect(line.ticks.length).toBeGreaterThan(0);
			expect(line.ticks.length).toBeLessThanOrEqual(9);
			for (const row of line.rows)
				for (let lane = 0; lane < row.lanes; lane++) {
					const places = row.marks.filter((mark) => mark.lane === lane).map((mark) => mark.at);
					expect(places.length).toBeGreaterThan(0);
					for (const [index, place] of places.entries())
						expect(index === 0 || place - (places[index - 1] ?? 0) >= 0.035).toBe(true);
				}
		}),
	);
});

test('a month is placed by its days', () => {
	const line = layTimeline([{ key: 'x', row: 'a', date: '2017-02-15' }], ['a']);
	expect(line).toMatchObject({ from: '2017-02-15', to: '2017-02-15', ticks: [{ date: '2017-02-01', at: 0 }] });
	expect(line?.rows[0]?.marks[0]?.at).toBeCloseTo(14.5 / 28, 10);
});

test('a period is in order when it does not end before it begins', () => {
	expect(inOrder('2016-06-01', '2016-06-01')).toBe(true);
	expect(inOrder('2016-06-02', '2016-06-01')).toBe(false);
	expect(inOrder(null, '2016-06-01')).toBe(true);
	expect(inOrder('2016-06-01', null)).toBe(true);
});
