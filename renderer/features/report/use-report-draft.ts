import { useCallback, useEffect, useRef, useState } from 'react';

/** How long one rests before what was typed is saved, in milliseconds. */
const pause = 900;
/** Reads that began before a save may still bring the text as it was; for so long they are not believed. */
const settling = 700;

/**
 * The text of a report while it is written: saved after a pause, on leaving, and when the window goes; what is typed always wins over what
 * comes from elsewhere. `outside` is a text that the program itself has put there (undo), which the editor is to take over.
 */
export function useReportDraft(stored: string, save: (markdown: string) => Promise<boolean>) {
	const [outside, setOutside] = useState({ text: stored });
	const [waiting, setWaiting] = useState(false);
	const state = useRef({ text: stored, unsaved: false, saving: 0, before: stored, savedAt: 0 });
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const latest = useRef(save);
	useEffect(() => {
		latest.current = save;
	});

	const flush = useCallback(async () => {
		clearTimeout(timer.current);
		const now = state.current;
		if (!now.unsaved) return;
		now.unsaved = false;
		now.saving++;
		const done = await latest.current(now.text);
		now.saving--;
		now.savedAt = performance.now();
		if (!done) now.unsaved = true;
		setWaiting(now.unsaved);
	}, []);

	const change = useCallback(
		(text: string) => {
			const now = state.current;
			if (!now.unsaved) now.before = now.text;
			now.text = text;
			now.unsaved = true;
			setWaiting(true);
			clearTimeout(timer.current);
			timer.current = setTimeout(() => void flush(), pause);
		},
		[flush],
	);

	useEffect(() => {
		const now = state.current;
		const adopt = () => {
			if (now.unsaved || now.saving > 0 || stored === now.text) return;
			now.text = stored;
			// An object of its own each time: the same text as before may have been written over since.
			setOutside({ text: stored });
		};
		const rest = now.savedAt + settling - performance.now();
		if (stored !== now.before || rest <= 0) return adopt();
		const later = setTimeout(adopt, rest);
		return () => clearTimeout(later);
	}, [stored]);

	useEffect(() => {
		const leave = () => void flush();
		window.addEventListener('pagehide', leave);
		return () => {
			window.removeEventListener('pagehide', leave);
			leave();
		};
	}, [flush]);

	return { outside, change, flush, waiting };
}
