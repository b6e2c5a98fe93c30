import { openStore } from '../../../electron/store/open.ts';

/** Another program on a project: opens the file it is given and stays. */
openStore(process.argv[2] ?? '');
process.send?.('open');
setInterval(() => undefined, 1000);
