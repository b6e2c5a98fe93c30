import { utilityProcess } from 'electron';
import { type Fork, startOf } from '../workers/fork.ts';

/** Processes as Electron makes them: Node inside, no window, no way to the page. */
export const forkUtility: Fork = (entry, options = {}) => {
	const child = utilityProcess.fork(entry, [], {
		serviceName: 'Underlag',
		stdio: 'ignore',
		...startOf(options),
	});
	return {
		get pid() {
			return child.pid;
		},
		send: (message, sent) => {
			child.postMessage(message);
			if (sent) setImmediate(sent);
		},
		onMessage: (listener) => void child.on('message', listener),
		onExit: (listener) => void child.once('exit', (code) => listener(code)),
		kill: () => void child.kill(),
	};
};
