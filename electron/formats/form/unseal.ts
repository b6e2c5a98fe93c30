import sodium from 'libsodium-wrappers';

/** A round's key pair: X25519, 32 bytes each. */
export interface KeyPair {
	publicKey: Uint8Array;
	secretKey: Uint8Array;
}

/** Makes what opens sealed boxes (libsodium's `crypto_box_seal_open`) with any of some pairs; null for what none of them opens. */
export async function unsealer(keys: readonly KeyPair[]): Promise<(sealed: Uint8Array) => Uint8Array | null> {
	await sodium.ready;
	return (sealed) => {
		for (const { publicKey, secretKey } of keys) {
			try {
				return sodium.crypto_box_seal_open(sealed, publicKey, secretKey);
			} catch {
				// Another of the pairs may open it.
			}
		}
		return null;
	};
}
