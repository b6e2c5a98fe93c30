import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';

/** Between a dialog and the notes, in pixels. */
const gap = 12;

/** Where notes are shown. How much of the window they take from below stands in `--notes-room`, for dialogs to keep clear of. */
export function NotesCorner() {
	useEffect(() => {
		const corner = document.querySelector('.mantine-Notifications-root[data-position="bottom-right"]');
		if (!corner) return undefined;
		const observer = new ResizeObserver(() => {
			const { top, height } = corner.getBoundingClientRect();
			const room = height === 0 ? 0 : Math.ceil(window.innerHeight - top) + gap;
			document.documentElement.style.setProperty('--notes-room', `${room}px`);
			// What one writes in stays in view where the dialog became lower.
			if (document.activeElement?.closest('[role="dialog"]'))
				document.activeElement.scrollIntoView({ block: 'nearest' });
		});
		observer.observe(corner);
		return () => observer.disconnect();
	}, []);
	return <Notifications position="bottom-right" limit={4} withinPortal={false} />;
}
