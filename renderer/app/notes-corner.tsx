import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';

/** Where notes are shown. How much of the window they take from below stands in `--notes-room`, for dialogs to keep clear of. */
export function NotesCorner() {
	useEffect(() => {
		const corner = document.querySelector('.mantine-Notifications-root[data-position="bottom-right"]');
		if (!corner) return undefined;
		const observer = new ResizeObserver(() => {
			const { top, height } = corner.getBoundingClientRect();
			const room = height === 0 ? 0 : Math.ceil(window.innerHeight - top);
			document.documentElement.style.setProperty('--notes-room', `${room}px`);
		});
		observer.observe(corner);
		return () => observer.disconnect();
	}, []);
	return <Notifications position="bottom-right" limit={4} withinPortal={false} />;
}
