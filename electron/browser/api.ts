import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from '#shared/contract/bridge.ts';
import { isCallName } from '#shared/contract/calls.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';
import type { Core } from '../core/core.ts';
import { readBody } from './read-body.ts';

const taskName = /^[\w-]{1,64}$/;

/** The core's calls over HTTP: `call`, `cancel`, and the stream of `events`. The caller has already been judged. */
export interface Api {
	/** Answers with an encoded `Reply`; a refusal of the core is one too, with status 200. */
	call(name: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
	cancel(taskId: string): void;
	/** Keeps the answer open and writes each event of the core to it. */
	events(response: ServerResponse): void;
	/** How many windows listen. */
	listeners(): number;
	close(): void;
}

/** @param largest the bound of a body, in bytes */
export function createApi(core: Core, largest?: number): Api {
	const streams = new Set<ServerResponse>();
	const tasks = new Map<string, AbortController>();
	const tell = (event: CoreEvent) => {
		for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
	};
	const unsubscribe = core.subscribe(tell);
	// Keeps a silent connection from being taken for a dead one, and finds the dead ones.
	const beat = setInterval(() => {
		for (const stream of streams) stream.write(': \n\n');
	}, 20_000);
	beat.unref();

	async function run(name: string, input: unknown, taskId: string | null, control: AbortController): Promise<Reply> {
		try {
			if (!isCallName(name)) throw new AppError('UNKNOWN_CALL', { call: name.slice(0, 100) });
			const output = await core.call(name, input as never, {
				signal: control.signal,
				onProgress: (progress) => {
					if (taskId) tell({ type: 'progress', taskId, progress });
				},
			});
			return { ok: true, output };
		} catch (error) {
			const known = error instanceof AppError ? error : new AppError('INTERNAL', { logId: 'http' }, error);
			return { ok: false, error: known.toData() };
		}
	}

	return {
		async call(name, request, response) {
			const taskId = request.headers['x-underlag-task'] ?? null;
			if (Array.isArray(taskId) || (taskId !== null && (!taskName.test(taskId) || tasks.has(taskId))))
				return finish(response, 400);
			if (request.headers['content-type'] !== 'application/octet-stream') return finish(response, 415);
			const body = await readBody(request, largest);
			if (!body) return finish(response, 413);
			let input: unknown;
			try {
				input = decodeWire(body);
			} catch {
				return finish(response, 400);
			}
			const control = new AbortController();
			// A window that has gone waits for nothing: its task ends too.
			response.on('close', () => {
				if (!response.writableFinished) control.abort();
			});
			if (taskId) tasks.set(taskId, control);
			const reply = await run(name, input, taskId, control);
			if (taskId) tasks.delete(taskId);
			response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(encodeWire(reply));
		},
		cancel: (taskId) => tasks.get(taskId)?.abort(),
		events(response) {
			response.writeHead(200, { 'Content-Type': 'text/event-stream' });
			response.write(': \n\n');
			streams.add(response);
			response.on('close', () => streams.delete(response));
		},
		listeners: () => streams.size,
		close() {
			unsubscribe();
			clearInterval(beat);
			for (const stream of streams) stream.end();
		},
	};
}

/** Ends an answer that has a status only. What is left of a request's body is not read: the connection closes. */
export function finish(response: ServerResponse, status: number): void {
	response.writeHead(status, { Connection: 'close' }).end();
}
