import { EventEmitter } from 'node:events';

type Handle = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (details: { url: string }, decide: (answer: { cancel?: boolean }) => void) => void;

/** What a shell set on a session, and what the stand-in's windows ask it. */
export class StandInSession extends EventEmitter {
	readonly handlers = new Map<string, Handle>();
	readonly protocol = {
		handle: (scheme: string, handle: Handle) => void this.handlers.set(scheme, handle),
		unhandle: (scheme: string) => void this.handlers.delete(scheme),
	};
	private before: BeforeRequest | null = null;
	readonly webRequest = {
		onBeforeRequest: (listener: BeforeRequest) => {
			this.before = listener;
		},
	};
	permissionRequest: ((contents: unknown, permission: string, decide: (yes: boolean) => void) => void) | null = null;
	permissionCheck: ((contents: unknown, permission: string, origin: string) => boolean) | null = null;
	device: ((details: unknown) => boolean) | null = null;
	spellChecker = true;

	setPermissionRequestHandler(handler: typeof this.permissionRequest): void {
		this.permissionRequest = handler;
	}
	setPermissionCheckHandler(handler: typeof this.permissionCheck): void {
		this.permissionCheck = handler;
	}
	setDevicePermissionHandler(handler: typeof this.device): void {
		this.device = handler;
	}
	setSpellCheckerEnabled(on: boolean): void {
		this.spellChecker = on;
	}
	/** Whether the shell lets a request out. */
	lets(url: string): Promise<boolean> {
		return new Promise((resolve) => {
			if (this.before) this.before({ url }, ({ cancel }) => resolve(!cancel));
			else resolve(true);
		});
	}
}

const sessions = new Map<string, StandInSession>();
export const session = {
	defaultSession: new StandInSession(),
	fromPartition(name: string): StandInSession {
		const found = sessions.get(name) ?? new StandInSession();
		sessions.set(name, found);
		return found;
	},
};
