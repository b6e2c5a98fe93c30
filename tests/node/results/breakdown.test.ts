import { expect, test } from 'vitest';
import { breakdownOf } from '#shared/domain/results/breakdown.ts';

test('answers are broken down by what is asked for, if it has groups, and by nothing unasked', () => {
	const items = ['multiple', 'single', 'scale', 'text'].map((type, at) => ({ id: String(at), type }));
	expect(breakdownOf(items, null)).toBeNull();
	expect(breakdownOf(items, '0')).toBe('0');
	expect(breakdownOf(items, '1')).toBe('1');
	for (const wanted of ['2', '3', '9', '', 'none']) expect(breakdownOf(items, wanted)).toBeNull();
});
