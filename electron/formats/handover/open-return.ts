import { AppError } from '#shared/contract/errors.ts';
import { type Packet, packet, readReturn } from '#shared/domain/handover/packet.ts';
import { asAnswers } from '#shared/domain/instrument/answer.ts';
import type { Instrument } from '#shared/domain/instrument/model.ts';
import { pruneAnswers } from '#shared/domain/instrument/shown.ts';
import { type KeyPair, unsealer } from '../form/unseal.ts';

export interface ReturnRequest {
	name: string;
	bytes: Uint8Array;
	/** The evaluator's round. */
	round: string;
	instrument: Instrument;
	/** Of the definition. */
	instrumentHash: string;
	keys: KeyPair[];
}

/**
 * Opens what an administrator gave back and holds every answer against the questionnaire. All of it or nothing.
 * @throws AppError RETURN_UNREADABLE for what is no such file, was altered, or holds what is no answer; RETURN_FOREIGN for another round or
 * another version of the questionnaire
 */
export async function openReturn(request: ReturnRequest): Promise<Packet> {
	const { name, round, instrument, instrumentHash } = request;
	const file = readReturn(request.bytes);
	if (!file) throw new AppError('RETURN_UNREADABLE', { name });
	if (file.round !== round) throw new AppError('RETURN_FOREIGN', { name });
	const opened = (await unsealer(request.keys))(file.sealed);
	const inner = opened && readPacket(opened);
	if (!inner) throw new AppError('RETURN_UNREADABLE', { name });
	if (inner.roundUid !== round || inner.instrument.hash !== instrumentHash)
		throw new AppError('RETURN_FOREIGN', { name });
	try {
		const responses = inner.responses.map((one) => ({
			...one,
			answers: pruneAnswers(instrument, asAnswers(instrument, one.answers)),
		}));
		return { ...inner, responses };
	} catch (error) {
		throw new AppError('RETURN_UNREADABLE', { name }, error);
	}
}

function readPacket(bytes: Uint8Array): Packet | null {
	try {
		return packet.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data ?? null;
	} catch {
		return null;
	}
}
