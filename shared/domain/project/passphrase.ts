/** The fewest characters that a new passphrase has: of a project and of a key file alike. What was made with fewer still opens. */
export const leastPassphrase = 12;

/** Whether a new passphrase is long enough, in characters as one who types it counts them; spaces around it count for nothing. */
export function isPassphraseLong(passphrase: string): boolean {
	return [...passphrase.normalize('NFC').trim()].length >= leastPassphrase;
}
