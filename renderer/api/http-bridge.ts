import type { Bridge, Host, Reply } from '#shared/contract/bridge.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';

const refused = (): Reply => ({ ok: false, error: { code: 'CORE_STOPPED', params: {} } });

/**
 * The bridge made of HTTP. All addresses are relative to the page's own, which holds the secret of this start. A server that does not
 * answer looks like a core that stopped: calls are refused with CORE_STOPPED, and the events say `stopped` and later `restarted`.
 */
export function makeHttpBridge(): Bridge {
	const onEvent = followEvents();
	let leaving = false;
	window.addEventListener('pagehide', () => {
		leaving = true;
	});
	return {
		async call(name, input, taskId) {
			try {
				const answer = await fetch(`api/${name}`, {
					method: 'POST',
					headers: { 'content-type': 'application/octet-stream', ...(taskId ? { 'x-underlag-task': taskId } : {}) },
					body: encodeWire(input),
					// What is saved as the window closes has to outlive it.
					keepalive: leaving,
				});
				if (!answer.ok) return refused();
				return decodeWire(new Uint8Array(await answer.arrayBuffer())) as Reply;
			} catch {
				return refused();
			}
		},
		cancel(taskId) {
			fetch(`cancel/${taskId}`, { method: 'POST' }).catch(() => undefined);
		},
		onEvent,
		onCommand: () => () => undefined,
		host,
	};
}

/** One stream of events for the whole page: browsers keep few connections to a server. */
function followEvents(): Bridge['onEvent'] {
	const listeners = new Set<(event: CoreEvent) => void>();
	const tell = (event: CoreEvent) => {
		for (const listener of listeners) listener(event);
	};
	const source = new EventSource('events');
	let lost = false;
	source.onmessage = (message) => tell(JSON.parse(message.data) as CoreEvent);
	source.onerror = () => {
		if (!lost) tell({ type: 'stopped' });
		lost = true;
	};
	source.onopen = () => {
		if (lost) tell({ type: 'restarted', reopened: true });
		lost = false;
	};
	return (listener) => {
		listeners.add(listener);
		return () => listeners.delete(listener);
	};
}

const host: Host = {
	kind: 'loopback',
	chooseProject: async () => null,
	chooseProjectPath: async () => null,
	async saveFile(name, bytes) {
		const address = URL.createObjectURL(new Blob([bytes.slice()]));
		const link = document.createElement('a');
		link.href = address;
		link.download = name;
		link.click();
		// The download has begun by then; the bytes need not stay in memory as long as the window.
		setTimeout(() => URL.revokeObjectURL(address), 60_000);
		return name;
	},
	async setKiosk(on) {
		try {
			if (on && !document.fullscreenElement) await document.documentElement.requestFullscreen();
			if (!on && document.fullscreenElement) await document.exitFullscreen();
		} catch {
			// A browser may refuse; the kiosk holds in a window too.
		}
	},
};
