import { type IncomingHttpHeaders, request } from 'node:http';
import { expect } from 'vitest';
import type { Reply } from '#shared/contract/bridge.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';

export interface RawAnswer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** One request as it is given: any path, method and headers, also those that `fetch` would mend or refuse. */
export function askRaw(
	url: string,
	path: string,
	how: { method?: string; headers?: Record<string, string>; body?: Uint8Array } = {},
): Promise<RawAnswer> {
	const { hostname, port } = new URL(url);
	return new Promise((resolve, reject) => {
		const asked = request(
			{ hostname, port, path, method: how.method ?? 'GET', headers: how.headers ?? {}, agent: false },
			(answer) => {
				const parts: Buffer[] = [];
				answer.on('data', (part: Buffer) => parts.push(part));
				answer.on('end', () =>
					resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
				);
				answer.on('error', reject);
			},
		);
		asked.on('error', reject);
		asked.end(how.body);
	});
}

/** One of the program's calls, as its page makes it. */
export async function askCall(url: string, name: string, input: unknown, taskId?: string): Promise<Reply> {
	const answer = await askRaw(url, `${new URL(url).pathname}api/${encodeURIComponent(name)}`, {
		method: 'POST',
		headers: {
			origin: new URL(url).origin,
			'content-type': 'application/octet-stream',
			...(taskId === undefined ? {} : { 'x-underlag-task': taskId }),
		},
		body: encodeWire(input),
	});
	expect(answer.status).toBe(200);
	return decodeWire(answer.body) as Reply;
}

/** Listens to the events as the page does. */
export async function listen(url: string) {
	const control = new AbortController();
	const answer = await fetch(`${url}events`, { signal: control.signal });
	const events: CoreEvent[] = [];
	let wake: () => void = () => undefined;
	const read = async () => {
		let text = '';
		const decoder = new TextDecoder();
		for await (const part of answer.body ?? []) {
			text += decoder.decode(part, { stream: true });
			const lines = text.split('\n\n');
			text = lines.pop() ?? '';
			for (const line of lines) if (line.startsWith('data: ')) events.push(JSON.parse(line.slice(6)) as CoreEvent);
			wake();
		}
	};
	// Ends with the connection, which the test itself or the server's end breaks.
	read().catch(() => wake());
	return {
		events,
		/** Resolves when an event of this type has come. */
		async until(type: CoreEvent['type']): Promise<CoreEvent> {
			for (;;) {
				const found = events.find((event) => event.type === type);
				if (found) return found;
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
		},
		end: () => control.abort(),
	};
}
