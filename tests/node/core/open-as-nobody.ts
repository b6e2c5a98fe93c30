import { dirname, join } from 'node:path';
import { createStore } from '../../../electron/store/create.ts';
import { openStore } from '../../../electron/store/open.ts';

/** Opens the file it is given and makes one beside it, as a person without special rights; tells the codes of the refusals. */
const path = process.argv[2] ?? '';
if (process.getuid?.() === 0) process.setuid?.(65534);
const codeOf = (work: () => unknown) => {
	try {
		work();
		return 'done';
	} catch (error) {
		return (error as { code?: string }).code;
	}
};
process.send?.([
	codeOf(() => openStore(path).close()),
	codeOf(() => createStore(join(dirname(path), 'new.underlag'), { fill: () => undefined })),
]);
process.disconnect?.();
