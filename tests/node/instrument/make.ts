import fc from 'fast-check';
import type { Answers, Condition, Instrument, Item } from '#shared/domain/instrument/model.ts';
import { questionsOf } from '#shared/domain/instrument/questions.ts';

/** An instrument around some items, with one scale "s" of four options "1".."4". */
export function makeInstrument(items: Item[]): Instrument {
	const options = ['1', '2', '3', '4'].map((value) => ({ value, label: { sv: `Val ${value}` } }));
	return {
		format: 'underlag-instrument/1',
		key: 'made',
		version: 1,
		title: { sv: 'Gjord' },
		scales: [{ id: 's', options }],
		items,
	};
}

const kinds = [
	'section',
	'info',
	'scale',
	'single',
	'multiple',
	'ranking',
	'matrix',
	'rating',
	'number',
	'date',
	'text',
] as const;

/** Sound instruments of every type, with conditions on earlier questions. */
export const soundInstrument: fc.Arbitrary<Instrument> = fc
	.array(
		fc.record({
			kind: fc.constantFrom(...kinds),
			target: fc.option(fc.nat(), { nil: undefined }),
			shape: fc.nat(5),
			number: fc.integer({ min: 1, max: 4 }),
		}),
		{ minLength: 1, maxLength: 14 },
	)
	.map((parts) => {
		const items: Item[] = [{ type: 'scale', id: 'first', text: { sv: 'Först' }, scale: 's' }];
		const earlier = ['first'];
		for (const [index, { kind, target, shape, number }] of parts.entries()) {
			const item = earlier[(target ?? 0) % earlier.length] ?? 'first';
			const leaves: Condition[] = [
				{ item, answered: true },
				{ item, answered: false },
				{ item, chosenAtLeast: number },
				{ item, atLeast: number },
				{ not: { item, atMost: number } },
				{ any: [{ item, atMost: number }, { all: [{ item, answered: true }] }] },
			];
			const shownIf = target === undefined ? undefined : leaves[shape];
			const base = { id: `q${index}`, text: { sv: `Fråga ${index}` }, ...(shownIf ? { shownIf } : {}) };
			const options = ['1', '2', '3', '4'].map((value) => ({
				value,
				label: { sv: `Val ${value}` },
				...(value === '4' && shape === 5 ? { other: true } : {}),
			}));
			if (kind === 'scale') items.push({ ...base, type: kind, scale: 's' });
			else if (kind === 'single' || kind === 'multiple' || kind === 'ranking')
				items.push({ ...base, type: kind, options });
			else if (kind === 'matrix') {
				const rows = ['a', 'b'].map((letter) => ({ id: `q${index}${letter}`, text: { sv: letter } }));
				items.push({ ...base, type: kind, scale: 's', rows });
			} else if (kind === 'rating') items.push({ ...base, type: kind, min: 1, max: 4 });
			else items.push({ ...base, type: kind });
			if (kind === 'matrix') earlier.push(`q${index}a`, `q${index}b`);
			else if (kind !== 'section' && kind !== 'info') earlier.push(`q${index}`);
		}
		return makeInstrument(items);
	});

/** Valid answers to some of an instrument's questions. */
export function someAnswers(instrument: Instrument): fc.Arbitrary<Answers> {
	const choice = fc.constantFrom('1', '2', '3', '4');
	const parts = questionsOf(instrument).map(({ id, type }) => {
		const value =
			type === 'scale' || type === 'single'
				? choice
				: type === 'multiple'
					? fc.subarray(['1', '2', '3', '4'], { minLength: 1 })
					: type === 'ranking'
						? fc.shuffledSubarray(['1', '2', '3', '4'], { minLength: 1 })
						: type === 'rating' || type === 'number'
							? fc.integer({ min: 1, max: 4 })
							: type === 'date'
								? fc.constantFrom('2016-06-07', '2024-02-29')
								: fc.constantFrom('Ja.', 'Två\nrader', '3');
		return [id, value] as const;
	});
	return fc.record(Object.fromEntries(parts), { requiredKeys: [] }) as fc.Arbitrary<Answers>;
}
