import { useSyncExternalStore } from 'react';
import type { NavigateOptions } from 'wouter';

/**
 * The address of a view lies whole behind the `#`: path and query, so that it works from a file, over HTTP, and with a secret before it.
 * (Wouter's own hash location puts the query before the `#`, where it stays on when one goes elsewhere.)
 */
const parts = (): { path: string; query: string } => {
	const [path = '', query = ''] = window.location.hash.replace(/^#?\/?/, '').split('?');
	return { path: `/${path}`, query };
};

function subscribe(listener: () => void): () => void {
	window.addEventListener('hashchange', listener);
	return () => window.removeEventListener('hashchange', listener);
}

/** Goes to an address such as "/analyse/round/1?item=13a". A bare "?item=2" stays on the path. */
export function navigate(to: string, { replace = false, state = null }: NavigateOptions = {}): void {
	const target = `#${to.startsWith('?') ? parts().path + to : to}`;
	if (target === window.location.hash) return;
	window.history[replace ? 'replaceState' : 'pushState'](state, '', target);
	window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** For wouter's Router: the path. */
export function useHashLocation(): [string, typeof navigate] {
	return [useSyncExternalStore(subscribe, () => parts().path), navigate];
}
useHashLocation.hrefs = (href: string) => `#${href}`;

/** For wouter's Router: the query without its question mark. */
export function useHashSearch(): string {
	return useSyncExternalStore(subscribe, () => parts().query);
}
