import type { KeyFile } from './key-file.ts';

/** A round's key pair: X25519, 32 bytes each. */
export interface RoundKey {
	publicKey: Buffer;
	secretKey: Buffer;
}

/** All key pairs that were made for a round and are in the key file, the newest first. */
export function roundKeys(keys: KeyFile, roundUid: string): RoundKey[] {
	return keys.db
		.prepare(
			'SELECT public_key AS publicKey, secret_key AS secretKey FROM round_key WHERE round_uid = ? ORDER BY id DESC',
		)
		.all(roundUid) as RoundKey[];
}
