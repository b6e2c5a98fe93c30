/** What passes between page and test: JSON with bytes as text, because the way between them knows no other. */
export function pack(value: unknown): string {
	return JSON.stringify(value, (_key, one) =>
		one instanceof Uint8Array ? { $base64: Buffer.from(one).toString('base64') } : one,
	);
}

/** The value again. */
export function unpack(text: string): unknown {
	return JSON.parse(text, (_key, one) =>
		one !== null && typeof one === 'object' && typeof one.$base64 === 'string'
			? new Uint8Array(Buffer.from(one.$base64, 'base64'))
			: one,
	);
}

/**
 * Runs in the page before its own scripts: gives the real, built preload the two things of `electron` that it uses, carried by the binding
 * `__main`. Written as text because it is joined with the preload's.
 */
export function preloadScript(preload: string): string {
	return `(() => {
	const main = window.__main;
	const heard = new Map();
	const pack = (value) => JSON.stringify(value, (_key, one) =>
		one instanceof Uint8Array ? { $base64: btoa(Array.from(one, (byte) => String.fromCharCode(byte)).join('')) } : one);
	const unpack = (text) => text === undefined ? undefined : JSON.parse(text, (_key, one) =>
		one !== null && typeof one === 'object' && typeof one.$base64 === 'string'
			? Uint8Array.from(atob(one.$base64), (sign) => sign.charCodeAt(0)) : one);
	const ipcRenderer = {
		invoke: async (channel, ...args) => unpack(await main('invoke', channel, pack(args))),
		send: (channel, ...args) => void main('send', channel, pack(args)),
		on: (channel, listener) => { if (!heard.has(channel)) heard.set(channel, new Set()); heard.get(channel).add(listener); },
		removeListener: (channel, listener) => heard.get(channel)?.delete(listener),
	};
	Object.defineProperty(window, '__heard', { value: (channel, text) => {
		for (const listener of heard.get(channel) ?? []) listener({}, unpack(text));
	} });
	const contextBridge = { exposeInMainWorld: (name, value) => Object.defineProperty(window, name, { value }) };
	const require = (name) => {
		if (name !== 'electron') throw new Error('a sandboxed preload cannot require ' + name);
		return { contextBridge, ipcRenderer };
	};
	const module = { exports: {} };
	const exports = module.exports;
	${preload}
})();`;
}
