import { expect, test } from 'vitest';
import { isSameSending, latestSending } from '#shared/domain/asked/sendings.ts';

test('files belong to the latest sending of their kind if it was made the same day', () => {
	const all = [
		{ day: '2026-05-01', kind: 'invitation' as const, people: 4 },
		{ day: '2026-05-08', kind: 'reminder' as const, people: 3 },
		{ day: '2026-05-15', kind: 'reminder' as const, people: 2 },
	];
	expect(latestSending(all, 'reminder')?.people).toBe(2);
	expect(latestSending(all, 'invitation')?.people).toBe(4);
	expect(latestSending([], 'reminder')).toBeNull();
	expect(isSameSending(latestSending(all, 'reminder'), '2026-05-15')).toBe(true);
	expect(isSameSending(latestSending(all, 'reminder'), '2026-05-16')).toBe(false);
	expect(isSameSending(null, '2026-05-15')).toBe(false);
});
