import type { Shape } from '../kit.ts';
import type { progress as sv } from '../sv/progress.ts';

/** English words of what a task is doing, by the steps of `shared/contract/events.ts`. */
export const progress: Shape<typeof sv> = {
	starting: 'Starting …',
	reading: 'Reading …',
	matching: 'Matching columns …',
	storing: 'Storing …',
	copying: 'Copying …',
	checking: 'Checking …',
	filling: 'Filling in figures and quotations …',
	drawing: 'Drawing figures …',
	writing: 'Writing the file …',
	printing: 'Printing to PDF …',
	of: (done, total) => `${done} of ${total}`,
};
