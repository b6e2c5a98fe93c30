import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '#shared/contract/errors.ts';
import type { Ports } from '../core/ports.ts';
import type { Fork, Forked } from '../workers/fork.ts';
import { findBrowser } from './find-browser.ts';
import type { PrintReply, PrintTask } from './print-child.ts';

const longest = 120_000;
const entry = fileURLToPath(new URL('print-child.ts', import.meta.url));

/**
 * Prints with the machine's browser, else with the one that came as a package, in a process that ends with the work: when it is done, has
 * taken two minutes, or nobody waits. What it wrote beside the answer (the browser's own files) goes too.
 */
export function createPrint(fork: Fork): Ports['print'] {
	return async ({ html }, { signal, onProgress }) => {
		onProgress({ done: 0, total: 0, step: 'printing' });
		const browser = await findBrowser();
		if (!browser) throw new AppError('NO_PRINTER', {});
		if (signal.aborted) throw new AppError('CANCELLED', {});
		const folder = mkdtempSync(join(tmpdir(), 'underlag-print-'));
		const gone = new AbortController();
		const child = fork(entry, { env: { TMPDIR: folder, TMP: folder, TEMP: folder } });
		child.onExit(() => gone.abort());
		let settle: () => void = () => undefined;
		try {
			return await new Promise<Uint8Array>((resolve, reject) => {
				const cancel = () => reject(new AppError('CANCELLED', {}));
				const timer = setTimeout(() => reject(new AppError('WORKER_LIMIT', { what: 'time', name: '' })), longest);
				settle = () => {
					clearTimeout(timer);
					signal.removeEventListener('abort', cancel);
				};
				signal.addEventListener('abort', cancel);
				child.onMessage((message) => {
					const reply = message as PrintReply;
					if ('pdf' in reply) resolve(reply.pdf);
					else if ('noBrowser' in reply) reject(new AppError('NO_PRINTER', {}, new Error(reply.noBrowser)));
					else reject(new Error(`printing failed: ${reply.failed}`));
				});
				gone.signal.addEventListener('abort', () => reject(new Error('the printing process ended')));
				child.send({ html, browser } satisfies PrintTask);
			});
		} finally {
			settle();
			await end(child, gone.signal);
			rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
		}
	};
}

/** Lets the process end its browser and go; should it hang, it is killed, and the browser ends when its pipe closes. */
async function end(child: Forked, gone: AbortSignal): Promise<void> {
	child.send(null);
	await new Promise<void>((resolve) => {
		if (gone.aborted) return resolve();
		const timer = setTimeout(resolve, 2_000);
		gone.addEventListener('abort', () => {
			clearTimeout(timer);
			resolve();
		});
	});
	child.kill();
}
