import type { Session } from 'electron';
import { pageOrigin, pageScheme } from './page-protocol.ts';

/** To copy what one has marked is the one thing that the page may ask of the system. */
const allowed = 'clipboard-sanitized-write';

/** Refuses `session` every permission and every device, and all of the network: the program works without, so that nothing leaves unseen. */
export function guardSession(session: Session): void {
	session.setPermissionRequestHandler((contents, permission, decide) =>
		decide(permission === allowed && contents.getURL().startsWith(`${pageOrigin}/`)),
	);
	session.setPermissionCheckHandler(
		(_contents, permission, origin) => permission === allowed && origin.startsWith(pageOrigin),
	);
	session.setDevicePermissionHandler(() => false);
	session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwn(url) }));
	session.on('will-download', (event, item) => {
		// The page hands files over by saveFile; nothing else is written.
		if (!item.getURL().startsWith('blob:')) event.preventDefault();
	});
	session.setSpellCheckerEnabled(false);
}

function isOwn(url: string): boolean {
	return [`${pageScheme}:`, 'blob:', 'data:', 'devtools:', 'chrome-extension:'].some((scheme) =>
		url.startsWith(scheme),
	);
}
