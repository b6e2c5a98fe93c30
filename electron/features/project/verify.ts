import type { Output } from '#shared/contract/calls.ts';
import type { TaskContext } from '../../core/handlers.ts';

// Being built.
export async function verifyProject(_context: TaskContext): Promise<Output<'project.verify'>> {
	throw new Error('being built');
}
