import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { NewResponse } from '../../store/responses.ts';

/** Responses as the worker hands them over: pressed together, since all of them wait for the last before any is stored. */
export function packPart(part: readonly NewResponse[]): Uint8Array {
	return deflateRawSync(JSON.stringify(part), { level: 1 });
}

/** The responses again. */
export function unpackPart(part: Uint8Array): NewResponse[] {
	return JSON.parse(inflateRawSync(part).toString('utf8'));
}
