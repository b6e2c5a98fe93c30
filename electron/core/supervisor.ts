import { AppError } from '#shared/contract/errors.ts';
import type { CoreEvent, Progress } from '#shared/contract/events.ts';
import type { Fork, Forked } from '../workers/fork.ts';
import type { CallOptions, Core } from './core.ts';
import type { Ports } from './ports.ts';
import type { FromCore, PortValues, ToCore } from './protocol.ts';

interface Setup {
	fork: Fork;
	/** The file of `core/child`. */
	entry: string;
	values: PortValues;
	print: Ports['print'];
	runJob: Ports['runJob'];
	log: (line: string) => void;
}

interface Waiting {
	resolve: (output: never) => void;
	reject: (error: AppError) => void;
	options: CallOptions;
	name: string;
	input: unknown;
}

/** A core that died this often within a minute stays down until the minute has passed and somebody calls. */
const mostRestarts = 5;
/** A project in whose opening the core died this often in a row is left closed. */
const mostOpenings = 2;
/** How long a core that is busy may take to close its file before its process is ended; SQLite takes back what was not committed. */
const patience = 5_000;

/**
 * The core in a process of its own, seen as a core. Should the process end, what waited for it is refused with CORE_STOPPED, everyone is
 * told, a new process starts, and the project that was open is opened again (SQLite itself takes back what was not committed).
 */
export function superviseCore(setup: Setup): Core {
	const waiting = new Map<number, Waiting>();
	const listeners = new Set<(event: CoreEvent) => void>();
	const asked = new Map<number, AbortController>();
	const restarts: number[] = [];
	let reopen: { path: string; passphrase?: string } | null = null;
	let lastId = 0;
	let closing = false;
	let down = false;
	/** The new process is opening the project again. */
	let reopening = false;
	let failedOpenings = 0;
	let child: Forked = start();

	const tell = (event: CoreEvent) => {
		for (const listener of listeners) listener(event);
	};
	const post = (message: ToCore) => child.send(message);

	function start(): Forked {
		const forked = setup.fork(setup.entry);
		forked.onMessage((message) => receive(message as FromCore));
		forked.onExit(() => {
			if (forked === child) ended();
		});
		forked.send({ type: 'start', ports: setup.values } satisfies ToCore);
		return forked;
	}

	function receive(message: FromCore): void {
		if (message.type === 'event') tell(message.event);
		else if (message.type === 'log') setup.log(message.line);
		else if (message.type === 'ask') void doFor(message);
		else if (message.type === 'withdraw') asked.get(message.ask)?.abort();
		else if (message.type === 'progress') waiting.get(message.id)?.options.onProgress?.(message.progress);
		else if (message.type === 'result') {
			const call = waiting.get(message.id);
			waiting.delete(message.id);
			if (call) remember(call, message.output);
			call?.resolve(message.output as never);
		} else if (message.type === 'refused') {
			const call = waiting.get(message.id);
			waiting.delete(message.id);
			call?.reject(AppError.from(message.error));
		}
	}

	/** What to open again after a crash. */
	function remember({ name, input }: Waiting, output: unknown): void {
		if (name === 'project.close') reopen = null;
		if (!['project.open', 'project.create', 'project.openSample'].includes(name)) return;
		const passphrase = (input as { passphrase?: string }).passphrase;
		reopen = { path: (output as { path: string }).path, ...(passphrase === undefined ? {} : { passphrase }) };
	}

	async function doFor({ ask, what, name, input }: Extract<FromCore, { type: 'ask' }>): Promise<void> {
		const control = new AbortController();
		asked.set(ask, control);
		const { signal } = control;
		const told = (part: Pick<Extract<ToCore, { type: 'told' }>, 'progress' | 'part'>) =>
			post({ type: 'told', ask, ...part });
		const onProgress = (progress: Progress) => told({ progress });
		try {
			const result =
				what === 'print'
					? await setup.print(input as never, { signal, onProgress: () => undefined })
					: await setup.runJob(name as never, input as never, { signal, onProgress, onPart: (part) => told({ part }) });
			post({ type: 'answer', ask, result });
		} catch (error) {
			const known = error instanceof AppError ? error : new AppError('INTERNAL', { logId: what }, error);
			if (!(error instanceof AppError)) setup.log(`${what} ${name} ${error instanceof Error ? error.name : 'failed'}`);
			post({ type: 'answer', ask, error: known.toData() });
		} finally {
			asked.delete(ask);
		}
	}

	function ended(): void {
		const refused = [...waiting.values()];
		waiting.clear();
		for (const control of asked.values()) control.abort();
		down = true;
		if (!closing) {
			setup.log('core stopped');
			// A project whose opening ends the process is not opened again and again.
			if (reopening && ++failedOpenings >= mostOpenings) reopen = null;
			restart();
		}
		// The new process is there first, so that whoever calls on being told reaches it and not the dead one.
		for (const call of refused) call.reject(new AppError('CORE_STOPPED', {}));
		if (!closing) tell(down ? { type: 'stopped', staysDown: true } : { type: 'stopped' });
	}

	/** Unless it has died too often of late. */
	function restart(): void {
		const since = Date.now() - 60_000;
		while (restarts[0] !== undefined && restarts[0] < since) restarts.shift();
		if (restarts.length >= mostRestarts) {
			setup.log('core stays down: it stopped too often');
			return;
		}
		restarts.push(Date.now());
		down = false;
		const started = start();
		child = started;
		reopening = reopen !== null;
		const told = (reopened: boolean) => {
			if (child !== started || down) return;
			reopening = false;
			failedOpenings = 0;
			tell({ type: 'restarted', reopened });
		};
		// Where nothing was open there is nothing to wait for but the new process itself.
		call(reopen ? 'project.open' : 'app.status', reopen ? { ...reopen, again: true } : {}).then(
			() => told(reopen !== null),
			() => told(false),
		);
	}

	function call(name: string, input: unknown, options: CallOptions = {}): Promise<never> {
		return new Promise((resolve, reject) => {
			if (down && !closing) restart();
			if (down || closing) return reject(new AppError('CORE_STOPPED', {}));
			if (options.signal?.aborted) return reject(new AppError('CANCELLED', {}));
			const id = ++lastId;
			const cancel = () => post({ type: 'cancel', id });
			const settled = () => options.signal?.removeEventListener('abort', cancel);
			waiting.set(id, {
				resolve: (output) => {
					settled();
					resolve(output);
				},
				reject: (error) => {
					settled();
					reject(error);
				},
				options,
				name,
				input,
			});
			options.signal?.addEventListener('abort', cancel, { once: true });
			post({ type: 'call', id, name: name as never, input });
		});
	}

	return {
		call: (name, input, options) => call(name, input, options),
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async close() {
			if (closing) return;
			const closed = call('project.close', {}).catch(() => undefined);
			closing = true;
			const late = new Promise((resolve) => setTimeout(resolve, patience).unref());
			await Promise.race([closed, late]);
			child.kill();
		},
	};
}
