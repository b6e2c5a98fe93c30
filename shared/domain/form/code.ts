/** Digits and letters that nobody takes for one another, read or heard: neither 0 O, 1 I L, 2 Z, 5 S, 8 B nor U V. 23 of them: a prime, as the check needs. */
const alphabet = '34679ACDEFGHJKMNPQRTWXY';
const length = 8;

/**
 * A personal code: seven random signs and one that is worked out from them, so that one wrong sign, or two that changed places, are noticed
 * where the code is typed. Written in two groups, "H7KD-93XA".
 * @param random at least 64 unforeseeable bytes
 */
export function makeCode(random: Uint8Array): string {
	// A byte beyond the last whole round of the alphabet would make the first signs likelier.
	const fair = [...random].filter((byte) => byte < alphabet.length * Math.floor(256 / alphabet.length));
	const body = fair.slice(0, length - 1).map((byte) => alphabet[byte % alphabet.length]);
	if (body.length < length - 1) throw new Error('too few random bytes');
	return `${body.slice(0, 4).join('')}-${body.slice(4).join('')}${checkOf(body.join(''))}`;
}

/** A code as it was typed, in its one spelling; null where it is none. Case, spaces and dashes do not matter. */
export function readCode(typed: string): string | null {
	const signs = typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '');
	if (signs.length !== length || [...signs].some((sign) => !alphabet.includes(sign))) return null;
	return checkOf(signs.slice(0, -1)) === signs.at(-1) ? `${signs.slice(0, 4)}-${signs.slice(4)}` : null;
}

/** The form's address with a code filled in: after "#", which no server is told. */
export const codeAddress = (address: string, code: string) => `${address.replace(/#.*$/s, '')}#kod=${code}`;

/** Sum of places times values, modulo the prime: no single change and no swap keeps it. */
function checkOf(body: string): string {
	const sum = [...body].reduce((total, sign, place) => total + (place + 1) * alphabet.indexOf(sign), 0);
	return alphabet[sum % alphabet.length] ?? '';
}
