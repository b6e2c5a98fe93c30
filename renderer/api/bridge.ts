import type { Bridge } from '#shared/contract/bridge.ts';
import { makeHttpBridge } from './http-bridge.ts';

declare global {
	interface Window {
		/** What Electron's preload gives; absent where the page came over HTTP. */
		underlag?: Bridge;
	}
}

/** The way to the program: the preload's where there is one, else HTTP to the server that gave this page. */
export const bridge: Bridge = window.underlag ?? makeHttpBridge();
