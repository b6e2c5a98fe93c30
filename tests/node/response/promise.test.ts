import { expect, test } from 'vitest';
import { isPromiseGiven } from '#shared/domain/responses/promise.ts';

test('that nobody is known is promised with the first answer, or with the first form that goes out', () => {
	const round = { promise: 'anonymous', answered: 0, outOn: null } as const;
	expect(isPromiseGiven(round)).toBe(false);
	expect(isPromiseGiven({ ...round, answered: 1 })).toBe(true);
	expect(isPromiseGiven({ ...round, outOn: '2026-05-01' })).toBe(true);
	expect(isPromiseGiven({ promise: 'confidential', answered: 9, outOn: '2026-05-01' })).toBe(false);
});
