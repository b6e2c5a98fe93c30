import { parentPort } from '../../../electron/workers/fork.ts';
import { watchProcess } from '../../../electron/workers/watch-process.ts';

/** A worker process that does what its input's name says, in place of a foreign file that makes a real one do it. */
const port = parentPort();
port.onMessage((message) => {
	const { name } = (message as { input: { name: string } }).input;
	watchProcess(300);
	if (name === 'answer') return port.send({ result: { pid: process.pid } });
	if (name === 'crash') process.exit(3);
	const kept: unknown[] = [];
	if (name === 'heap') for (;;) kept.push(Array.from({ length: 1000 }, (_, index) => ({ index })));
	// A little at a time, so that the watch, which looks five times a second, sees it pass the cap.
	if (name === 'native') setInterval(() => kept.push(Buffer.alloc(8 * 2 ** 20, 1)), 10);
	if (name === 'busy') for (;;) Math.sqrt(2);
});
