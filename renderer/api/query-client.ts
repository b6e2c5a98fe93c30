import { QueryClient } from '@tanstack/react-query';
import { bridge } from './bridge.ts';

/**
 * What the window has read. Nothing grows old by itself: all of it is read again when the core says that something changed, or is back.
 * The network plays no part (`always`), since the program works without one.
 */
export const queryClient = new QueryClient({
	defaultOptions: {
		queries: {
			staleTime: Number.POSITIVE_INFINITY,
			gcTime: 60_000,
			retry: false,
			networkMode: 'always',
			refetchOnWindowFocus: false,
			refetchOnReconnect: false,
		},
	},
});

const forgetting = new Set(['project.open', 'project.create', 'project.openSample', 'project.close']);

/** Reads again after each change. Another project: forgets all that the last one showed. */
export function followChanges(): () => void {
	return bridge.onEvent((event) => {
		if (event.type === 'changed' && forgetting.has(event.call)) queryClient.removeQueries({ type: 'inactive' });
		if (event.type === 'changed' || event.type === 'restarted') void queryClient.invalidateQueries();
	});
}
