import { flushCompileCache } from 'node:module';
import { AppError, type ErrorData } from '#shared/contract/errors.ts';
import { parentPort } from '../workers/fork.ts';
import type { Core } from './core.ts';
import { createCore } from './create-core.ts';
import type { Ports } from './ports.ts';
import type { FromCore, PortValues, ToCore } from './protocol.ts';
import type { WorkSignals } from './signals.ts';

/** The entry of the core's own process: the core behind messages. */
const port = parentPort();
const send = (message: FromCore) => port.send(message);
const running = new Map<number, AbortController>();
const asked = new Map<
	number,
	{ resolve: (value: unknown) => void; reject: (error: Error) => void; signals: AskSignals }
>();
let lastAsk = 0;
let core: Core | null = null;

port.onMessage((raw) => {
	const message = raw as ToCore;
	if (message.type === 'start') start(message.ports);
	else if (message.type === 'call') void answer(message);
	else if (message.type === 'cancel') running.get(message.id)?.abort();
	else if (message.type === 'told') {
		const signals = asked.get(message.ask)?.signals;
		if (message.progress) signals?.onProgress(message.progress);
		else signals?.onPart?.(message.part as never);
	} else {
		const waiting = asked.get(message.ask);
		asked.delete(message.ask);
		if (message.error) waiting?.reject(AppError.from(message.error));
		else waiting?.resolve(message.result);
	}
});

function start(values: PortValues): void {
	const ports: Ports = {
		...values,
		print: (request, signals) => ask('print', '', request, signals) as Promise<Uint8Array>,
		runJob: (name, input, signals) => ask('job', name, input, signals) as never,
		log: (line) => send({ type: 'log', line }),
		now: () => new Date(),
	};
	core = createCore(ports, { checkOutput: values.checkOutput });
	core.subscribe((event) => send({ type: 'event', event }));
	send({ type: 'ready' });
	// Kept now for the next start: this process may be ended before it could.
	flushCompileCache();
}

async function answer({ id, name, input }: Extract<ToCore, { type: 'call' }>): Promise<void> {
	const control = new AbortController();
	running.set(id, control);
	try {
		if (!core) throw new AppError('CORE_STOPPED', {});
		const output = await core.call(name, input as never, {
			signal: control.signal,
			onProgress: (progress) => send({ type: 'progress', id, progress }),
		});
		send({ type: 'result', id, output });
	} catch (error) {
		const data: ErrorData =
			error instanceof AppError ? error.toData() : { code: 'INTERNAL', params: { logId: 'transport' } };
		send({ type: 'refused', id, error: data });
	} finally {
		running.delete(id);
	}
}

type AskSignals = WorkSignals & { onPart?: (part: never) => void };

/** Has the shell's process do something, and withdraws it when nobody waits any more. */
function ask(what: 'print' | 'job', name: string, input: unknown, signals: AskSignals): Promise<unknown> {
	const { signal } = signals;
	return new Promise((resolve, reject) => {
		const number = ++lastAsk;
		const cancel = () => {
			asked.delete(number);
			send({ type: 'withdraw', ask: number });
			reject(new AppError('CANCELLED', {}));
		};
		if (signal.aborted) return cancel();
		signal.addEventListener('abort', cancel, { once: true });
		asked.set(number, {
			signals,
			resolve: (value) => {
				signal.removeEventListener('abort', cancel);
				resolve(value);
			},
			reject: (error) => {
				signal.removeEventListener('abort', cancel);
				reject(error);
			},
		});
		send({ type: 'ask', ask: number, what, name, input });
	});
}
