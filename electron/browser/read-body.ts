import type { IncomingMessage } from 'node:http';

/** Room for the largest file that a call may carry. */
const largestBody = 300 * 1024 * 1024;

/** The whole body, or null when it is larger than `largest` bytes; what is too large is not kept. */
export async function readBody(request: IncomingMessage, largest = largestBody): Promise<Buffer | null> {
	if (Number(request.headers['content-length'] ?? 0) > largest) return null;
	const parts: Buffer[] = [];
	let size = 0;
	for await (const part of request as AsyncIterable<Buffer>) {
		size += part.length;
		if (size > largest) return null;
		parts.push(part);
	}
	return Buffer.concat(parts, size);
}
