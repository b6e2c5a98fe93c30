import { randomBytes } from 'node:crypto';
import { sealTo } from '#shared/domain/form/seal.ts';
import { type Packet, writeReturn } from '#shared/domain/handover/packet.ts';
import type { Answers } from '#shared/domain/instrument/model.ts';
import { roundOnDisk } from '../form/round-on-disk.ts';

/** What an administrator would give back for a round, from the evaluator's file as it lies on disk; `change` says what is otherwise. */
export function returnFor(
	path: string,
	roundId: number,
	answers: readonly Answers[],
	change: Partial<Packet> = {},
): Uint8Array<ArrayBuffer> {
	const { uid, publicKey, instrument } = roundOnDisk(path, roundId);
	const packet: Packet = {
		format: 'underlag-return/1',
		roundUid: uid,
		instrument,
		counts: null,
		groups: [],
		responses: answers.map((one) => ({ key: randomBytes(24).toString('hex'), status: 'complete', answers: one })),
		...change,
	};
	return writeReturn(uid, sealTo(publicKey, new TextEncoder().encode(JSON.stringify(packet)), randomBytes(32)));
}
