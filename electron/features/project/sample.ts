import type { AppContext, ProjectContext } from '../../core/handlers.ts';

// Being built.
export function openSample(_context: AppContext, _path: string): ProjectContext {
	throw new Error('being built');
}
