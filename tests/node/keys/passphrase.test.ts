import { expect, test } from 'vitest';
import { isPassphraseLong } from '#shared/domain/project/passphrase.ts';

test('a new passphrase has twelve characters, counted as they are typed', () => {
	expect(isPassphraseLong('elva tecken')).toBe(false);
	expect(isPassphraseLong('tolv tecken!')).toBe(true);
	// Eleven, however they are written: a letter with its ring apart, and signs beyond the first plane.
	expect(isPassphraseLong('åååååååååää'.normalize('NFD'))).toBe(false);
	expect(isPassphraseLong('🌲'.repeat(11))).toBe(false);
});
