import { hsalsa, xsalsa20poly1305 } from '@noble/ciphers/salsa.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { blake2b } from '@noble/hashes/blake2.js';

/**
 * Encrypts to a public key (X25519, 32 bytes), so that only who has its private half can read it, and nobody can tell who wrote it. This is
 * libsodium's `crypto_box_seal`: a key pair made for this message alone, the nonce BLAKE2b(its public half ‖ the receiver's), and
 * XSalsa20-Poly1305 under HSalsa20 of the shared secret. https://doc.libsodium.org/public-key_cryptography/sealed_boxes
 * @param random 32 unforeseeable bytes, used for this message and never again
 */
export function sealTo(publicKey: Uint8Array, message: Uint8Array, random: Uint8Array): Uint8Array<ArrayBuffer> {
	const passing = x25519.getPublicKey(random);
	const secret = x25519.getSharedSecret(random, publicKey);
	const nonce = blake2b(joined(passing, publicKey), { dkLen: 24 });
	const key = new Uint32Array(8);
	hsalsa(words(new TextEncoder().encode('expand 32-byte k')), words(secret), new Uint32Array(4), key);
	return joined(passing, xsalsa20poly1305(new Uint8Array(key.buffer), nonce).encrypt(message));
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(a.length + b.length);
	whole.set(a);
	whole.set(b, a.length);
	return whole;
}

/** Bytes as 32-bit numbers, in a buffer of their own. */
function words(bytes: Uint8Array): Uint32Array {
	return new Uint32Array(Uint8Array.from(bytes).buffer);
}
