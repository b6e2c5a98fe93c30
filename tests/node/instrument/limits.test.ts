import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsHold, choiceLimits, limitWords } from '#shared/domain/instrument/limits.ts';
import { linesToWrite } from '#shared/domain/instrument/lines.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';
import { countProblem } from '#shared/domain/instrument/validate.ts';
import { makeInstrument } from './make.ts';

const several = (min?: number, max?: number) => ({
	type: 'multiple' as const,
	id: 'q',
	text: { sv: 'F' },
	options: ['1', '2', '3', '4'].map((value) => ({ value, label: { sv: value } })),
	...(min === undefined ? {} : { min }),
	...(max === undefined ? {} : { max }),
});
const words = {
	between: (least: number, most: number) => `${least}–${most}`,
	atLeast: (least: number) => `>=${least}`,
	atMost: (most: number) => `<=${most}`,
};

test('how many may be chosen is said as it is set, and not at all where nobody could keep to it', () => {
	const said = ([min, max]: [number?, number?]) => limitWords(several(min, max), words);
	expect(([[], [1], [2], [undefined, 3], [1, 3], [2, 2]] as [number?, number?][]).map(said)).toEqual([
		...['', '', '>=2', '<=3', '1–3', '2–2'],
	]);
	expect(said([3, 1])).toBe('');
	expect(said([5])).toBe('');
});

test('property: what is told while one chooses can always be mended, whatever the author has set', () => {
	const limit = fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined });
	fc.assert(
		fc.property(limit, limit, (min, max) => {
			const item = several(min, max);
			const [question] = questionsOf(makeInstrument([item]));
			if (!question) throw new Error('no question');
			const some = [1, 2, 3, 4].map((n) => countProblem(question, ['1', '2', '3', '4'].slice(0, n)));
			expect(some.some((problem) => problem === null)).toBe(true);
			const { least, most } = choiceLimits(item);
			if (boundsHold(item)) expect([least ?? 1, most]).toEqual([min ?? 1, max ?? null]);
			else expect([least, most]).toEqual([null, null]);
		}),
	);
});

test('an answer on paper has as many lines as it can fill, and six where nothing is said', () => {
	expect(linesToWrite({})).toBe(6);
	expect(linesToWrite({ long: false, maxLength: 2000 })).toBe(1);
	expect([20, 45, 46, 100, 2000].map((maxLength) => linesToWrite({ maxLength }))).toEqual([1, 1, 2, 3, 6]);
});
