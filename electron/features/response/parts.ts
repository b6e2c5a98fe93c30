import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { NewResponse } from '../../store/responses.ts';

/** A response that can be stored. */
export type PreparedResponse = NewResponse & { status: 'partial' | 'complete' };

/** Responses as the worker hands them over: pressed together, since all of them wait for the last before any is stored. */
export function packPart(part: readonly PreparedResponse[]): Uint8Array {
	return deflateRawSync(JSON.stringify(part), { level: 1 });
}

/** The responses again. */
export function unpackPart(part: Uint8Array): PreparedResponse[] {
	return JSON.parse(inflateRawSync(part).toString('utf8'));
}
