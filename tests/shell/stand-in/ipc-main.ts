type Listener = (event: never, ...args: never[]) => unknown;

/** Main's side of the channels: what the shell listens to, and a way for a test to send what a page would. */
class StandInIpcMain {
	readonly handlers = new Map<string, Listener>();
	readonly listeners = new Map<string, Listener>();
	handle(channel: string, listener: Listener): void {
		this.handlers.set(channel, listener);
	}
	on(channel: string, listener: Listener): void {
		this.listeners.set(channel, listener);
	}
	async receive(how: 'invoke' | 'send', channel: string, event: unknown, args: unknown[]): Promise<unknown> {
		const listener = (how === 'invoke' ? this.handlers : this.listeners).get(channel);
		if (!listener) throw new Error(`nobody listens to ${channel}`);
		return (listener as (...all: unknown[]) => unknown)(event, ...args);
	}
}
export const ipcMain = new StandInIpcMain();
