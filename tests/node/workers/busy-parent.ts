import { forkNode } from '../../../electron/workers/fork.ts';

/** A parent whose worker is busy for ever: tells the worker's number and waits to be killed. */
const child = forkNode(process.argv[2] ?? '');
child.send({ job: 'report.pages', input: { name: 'busy' } });
setTimeout(() => process.send?.(child.pid), 1500);
setInterval(() => undefined, 1000);
